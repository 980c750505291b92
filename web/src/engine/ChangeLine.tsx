import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../kit/useFormat'
import type { ObjectDefinition } from './documents'
import type { HistoryChange } from './history'
import { fieldOf } from './paths'
import { Value } from './Value'

/** What one field became, from what; nothing if the reader may not see the field. */
export function ChangeLine({ change, object }: { change: HistoryChange; object: ObjectDefinition }) {
  const { t } = useTranslation()
  const format = useFormat()
  const field = fieldOf(object, change.field)
  if (!field) return null
  return (
    <div className="change">
      <span className="change-field">{format.label(field.label)}</span>
      <Value value={change.old} field={field} dense />
      <ArrowRight size={12} aria-label={t('record.to')} />
      <Value value={change.new} field={field} dense />
    </div>
  )
}
