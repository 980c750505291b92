import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
import { namedFields, useForm } from '../../../engine/forms'
import { valueFields } from '../../../engine/paths'
import type { RecordValues } from '../../../engine/records'
import { useRights } from '../../../engine/session'
import { InlineField } from './InlineField'

const MOST = 12

/** The facts that one looks up most: the first fields that the header does not show already. */
export function KeyFacts({
  object,
  record,
  etag,
}: {
  object: ObjectDefinition
  record: RecordValues
  etag: string | null
}) {
  const { t } = useTranslation()
  const rights = useRights(object.name)
  const form = useForm(object.name)
  const inHead = new Set(
    ['title', 'amount', 'owner', 'closed', 'stage'].map((role) => object.roles[role]).filter(Boolean),
  )
  const usual = valueFields(object)
    .filter((field) => !inHead.has(field.name) && field.type.kind !== 'longText')
    .slice(0, MOST)
  const named = form && form.facts.length > 0 ? namedFields(object, form.facts) : usual
  const fields = named.filter((field) => field.name in record)
  if (fields.length === 0) return null
  return (
    <section className="key-facts" aria-label={t('record.keyFacts')}>
      <h2>{t('record.keyFacts')}</h2>
      {fields.map((field) => (
        <InlineField
          key={field.name}
          object={object}
          field={field}
          record={record}
          etag={etag}
          mayChange={rights.may('change')}
        />
      ))}
    </section>
  )
}
