import { Button, Checkbox, Select } from 'antd'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Field, ObjectDefinition } from '../../engine/documents'
import { isComputed } from '../../engine/paths'
import { useFormat } from '../../kit/useFormat'
import { Choice } from './Choice'
import type { Mode, Understood, Wish } from './imports'

interface Props {
  object: ObjectDefinition
  understood: Understood
  wish: Wish
  busy: boolean
  onWish: (wish: Wish) => void
  onSheet: (sheet: string) => void
  onBack: () => void
  onNext: () => void
}

const MODES: Mode[] = ['insert', 'upsert', 'update']

/** What each column is: guessed from its name, with the first values to judge by. */
export function MappingStep(props: Props) {
  const { object, understood, wish, busy, onWish, onSheet, onBack, onNext } = props
  const { t } = useTranslation()
  const format = useFormat()
  const fields = object.fields.filter((field) => !isComputed(field) && field.type.kind !== 'lines')
  const taken = new Set(Object.values(wish.mapping ?? {}).flatMap((to) => to?.field ?? []))
  const missing = fields.filter((field) => field.required && !taken.has(field.name))
  const given = fields.filter((field) => taken.has(field.name))
  const change = (column: string, field: string | null) =>
    onWish({ ...wish, mapping: { ...wish.mapping, [column]: field ? { field } : null } })
  const needsKey = wish.mode !== 'insert'
  return (
    <form
      className="import-step"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      {understood.sheets.length > 1 ? (
        <Choice
          id="import-sheet"
          label={t('imports.sheet')}
          className="import-sheet"
          value={wish.sheet ?? understood.sheets[0] ?? null}
          onChange={onSheet}
          options={understood.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
        />
      ) : null}
      <p className="quiet">
        {t('imports.mapped', { count: given.length, all: understood.columns.length })}
        {missing.length > 0
          ? ' ' +
            t('imports.defaults', { fields: missing.map((field) => format.label(field.label)).join(', ') })
          : null}
      </p>
      <ol className="mapping" aria-label={t('imports.step.mapping')}>
        {understood.columns.map((column, index) => (
          <ColumnRow
            key={column}
            column={column}
            samples={understood.samples.flatMap((row) => row[index] || [])}
            field={wish.mapping?.[column]?.field ?? null}
            fields={fields}
            taken={taken}
            onChange={(field) => change(column, field)}
          />
        ))}
      </ol>
      <div className="import-choices">
        <Choice
          id="import-mode"
          label={t('imports.mode.label')}
          value={wish.mode}
          onChange={(mode: Mode) => onWish({ ...wish, mode, match: mode === 'insert' ? [] : wish.match })}
          options={MODES.map((value) => ({ value, label: t(`imports.mode.${value}`) }))}
        />
        {needsKey ? (
          <Choice
            id="import-match"
            label={t('imports.match')}
            mode="multiple"
            value={wish.match}
            onChange={(match: string[]) => onWish({ ...wish, match })}
            options={given.map((field) => ({ value: field.name, label: format.label(field.label) }))}
          />
        ) : null}
        <Checkbox
          checked={wish.stopOnFault}
          onChange={(event) => onWish({ ...wish, stopOnFault: event.target.checked })}
        >
          {t('imports.stop')}
        </Checkbox>
      </div>
      <div className="import-actions">
        <Button onClick={onBack}>{t('imports.back')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={given.length === 0 || (needsKey && wish.match.length === 0)}
        >
          {t('imports.check')}
        </Button>
      </div>
    </form>
  )
}

interface RowProps {
  column: string
  samples: string[]
  field: string | null
  fields: Field[]
  taken: Set<string>
  onChange: (field: string | null) => void
}

function ColumnRow({ column, samples, field, fields, taken, onChange }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li className="mapping-row">
      <div className="mapping-column">
        <strong className="ellipsis">{column}</strong>
        <span className="quiet ellipsis">
          {samples.length > 0 ? samples.join(' · ') : t('imports.noValues')}
        </span>
      </div>
      <ArrowRight size={14} aria-hidden="true" className="mapping-arrow" />
      <Select
        className="mapping-field"
        aria-label={t('imports.fieldOf', { column })}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder={t('imports.leaveOut')}
        value={field}
        onChange={(next?: string) => onChange(next ?? null)}
        options={fields.map((one) => ({
          value: one.name,
          label: format.label(one.label),
          disabled: one.name !== field && taken.has(one.name),
        }))}
      />
    </li>
  )
}
