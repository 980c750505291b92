import { Button, Select } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { filterKindOf } from '../../../engine/filter/kinds'
import { arityOf, type Operand, type Operator, type Row } from '../../../engine/filter/model'
import { ValueEditor } from '../../../engine/filter/ValueEditor'
import { useFormat } from '../../../kit/useFormat'
import { usePhone } from '../../../kit/usePhone'
import type { FilterFields } from './fields'
import { useComparisonWords } from './useFilterWords'

interface Props {
  row: Row
  fields: FilterFields
  onChange: (row: Row) => void
  onRemove: () => void
}

/** One condition: field, comparison, value. */
export function FilterRow({ row, fields, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const size = usePhone() ? 'middle' : 'small'
  const field = fields.fieldAt(row.path)
  const kind = field ? filterKindOf(field.type) : null
  const compared = useComparisonWords()
  const word = (operator: Operator) => compared(operator, kind?.words ?? 'plain')
  const label = field ? format.label(field.label) : row.path
  return (
    <span className="filter-row" data-path={row.path}>
      <Select
        size={size}
        className="filter-field"
        aria-label={t('filter.field')}
        value={row.path}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={fields.choices}
        onChange={(path: string) => onChange(moved(row, path, fields))}
      />
      <Select
        size={size}
        aria-label={t('filter.comparison')}
        value={row.operator}
        popupMatchSelectWidth={false}
        options={(kind?.operators ?? []).map((one) => ({ value: one, label: word(one) }))}
        onChange={(operator: Operator) => onChange(asked(row, operator))}
      />
      {field ? (
        <ValueEditor
          key={row.path}
          field={field}
          operator={row.operator}
          operands={row.operands}
          size={size}
          name={`${label} ${word(row.operator)}`}
          onChange={(operands: Operand[]) => onChange({ ...row, operands })}
        />
      ) : null}
      <Button
        size={size}
        type="text"
        className="filter-remove"
        icon={<X size={14} aria-hidden="true" />}
        aria-label={t('filter.remove', { field: label })}
        onClick={onRemove}
      />
    </span>
  )
}

/** A row about another field asks it its first question. */
function moved(row: Row, path: string, fields: FilterFields): Row {
  const field = fields.fieldAt(path)
  const operators = field ? filterKindOf(field.type).operators : []
  return { ...row, path, operator: operators[0] ?? 'isEmpty', operands: [] }
}

/** What was chosen stays where the other comparison takes it as well. */
function asked(row: Row, operator: Operator): Row {
  const arity = arityOf(operator)
  const most = arity === 'none' ? 0 : arity === 'one' ? 1 : arity === 'two' ? 2 : Infinity
  return { ...row, operator, operands: row.operands.slice(0, most) }
}

/** A new row asks the first field. */
export function newRow(fields: FilterFields): Row {
  return moved({ kind: 'row', path: '', operator: 'isEmpty', operands: [] }, fields.first, fields)
}
