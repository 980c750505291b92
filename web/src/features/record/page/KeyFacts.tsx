import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
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
  const inHead = new Set(
    ['title', 'amount', 'owner', 'closed', 'stage'].map((role) => object.roles[role]).filter(Boolean),
  )
  const fields = valueFields(object)
    .filter((field) => !inHead.has(field.name) && field.type.kind !== 'longText' && field.name in record)
    .slice(0, MOST)
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
