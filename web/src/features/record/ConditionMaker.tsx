import { Button, Popover, Select } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { condition, needsValue, type Operator, operatorsOf } from '../../engine/conditions'
import { useObjects } from '../../engine/definitions'
import type { Field, ObjectDefinition } from '../../engine/documents'
import { kindOf } from '../../engine/kinds/registry'
import * as texts from '../../engine/kinds/text'
import { shownType, SYSTEM_FIELDS } from '../../engine/paths'
import { useFormat } from '../../kit/useFormat'

/** One condition by choosing: field, comparison, value. */
export function ConditionMaker({
  object,
  onMade,
}: {
  object: ObjectDefinition
  onMade: (text: string) => void
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <Maker
          object={object}
          onMade={(text) => {
            setOpen(false)
            onMade(text)
          }}
        />
      }
    >
      <Button size="small" type="text" icon={<Plus size={14} aria-hidden="true" />}>
        {t('filter.add')}
      </Button>
    </Popover>
  )
}

function Maker({ object, onMade }: { object: ObjectDefinition; onMade: (text: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()
  const fields = [...object.fields, ...SYSTEM_FIELDS].filter((field) => operatorsOf(field.type).length > 0)
  const [field, setField] = useState<Field | undefined>(fields[0])
  const [operator, setOperator] = useState<Operator | undefined>(field && operatorsOf(field.type)[0])
  const [value, setValue] = useState<unknown>(null)
  if (!field || !operator) return null

  const title = objects.data?.find((one) => one.name === field.type.object)?.roles.title ?? null
  const text = condition(field.name, field.type, operator, asText(value), field.type.object ? title : null)
  const needed = needsValue(operator)
  return (
    <form
      className="maker"
      onSubmit={(event) => {
        event.preventDefault()
        if (text) onMade(text)
      }}
    >
      <Select
        aria-label={t('filter.field')}
        value={field.name}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map((one) => ({ value: one.name, label: format.label(one.label) }))}
        onChange={(name: string) => {
          const next = fields.find((one) => one.name === name)
          setField(next)
          setOperator(next && operatorsOf(next.type)[0])
          setValue(null)
        }}
      />
      <Select
        aria-label={t('filter.comparison')}
        value={operator}
        options={operatorsOf(field.type).map((one) => ({ value: one, label: t(`filter.operator.${one}`) }))}
        onChange={setOperator}
      />
      {needed ? <MakerValue field={field} operator={operator} value={value} onChange={setValue} /> : null}
      <code className="maker-text">{text ?? '…'}</code>
      <Button type="primary" htmlType="submit" disabled={text === null}>
        {t('filter.use')}
      </Button>
    </form>
  )
}

interface ValueProps {
  field: Field
  operator: Operator
  value: unknown
  onChange: (value: unknown) => void
}

/** The kind's own input where a whole value is compared; a plain text where a piece or a title is. */
function MakerValue({ field, operator, value, onChange }: ValueProps) {
  const plain: Field = { ...field, required: false, type: { ...shownType(field.type), length: null } }
  const piece = operator === 'contains' && plain.type.kind !== 'multiChoice'
  const single: Field =
    plain.type.kind === 'multiChoice' ? { ...plain, type: { ...plain.type, kind: 'choice' } } : plain
  const Input = (piece ? texts.text.Input : kindOf(single.type).Input) ?? texts.text.Input
  return Input ? (
    <Input id="condition-value" field={single} value={value} onChange={onChange} invalid={false} />
  ) : null
}

function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
