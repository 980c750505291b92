import { Alert, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { fieldOf } from '../../engine/paths'
import { useNames } from '../../engine/labels'
import { Failure } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { Counts } from './Counts'
import { isOver, type Missing, useImport } from './imports'
import { Reasons } from './Reasons'

interface Props {
  id: string
  object: ObjectDefinition
  busy: boolean
  onAccept: (found: { field: string; value: string; as: string }[]) => void
  onBack: () => void
  onBegin: () => void
}

/** What would happen, before anything does: how many come in, which do not and why. */
export function DryRun({ id, object, busy, onAccept, onBack, onBegin }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const run = useImport(id)
  const one = run.data
  if (run.isError) return <Failure error={run.error} retry={() => void run.refetch()} />
  if (!one || !isOver(one)) {
    const share = one?.total ? Math.round((one.read / one.total) * 100) : 0
    return (
      <div className="import-step" role="status">
        <p>{t('imports.checking', { read: one?.read ?? 0 })}</p>
        <Progress percent={share} />
      </div>
    )
  }
  const good = one.created + one.updated
  return (
    <div className="import-step">
      {one.faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t('imports.cannot')}
          description={one.faults.map((fault) => (
            <div key={fault.path + fault.code}>{fault.message}</div>
          ))}
        />
      ) : null}
      <Counts one={one} />
      {one.notes.map((note) => (
        <Alert key={note.path + note.code} type="info" showIcon title={note.message} />
      ))}
      <NearMisses missing={one.missing} object={object} busy={busy} onAccept={onAccept} />
      <Reasons id={id} refused={one.refused} />
      <div className="import-actions">
        <Button onClick={onBack}>{t('imports.back')}</Button>
        <Button type="primary" loading={busy} disabled={good === 0} onClick={onBegin}>
          {t('imports.begin', { count: good, objects: names.many(object) })}
        </Button>
      </div>
    </div>
  )
}

interface NearProps {
  missing: Missing[]
  object: ObjectDefinition
  busy: boolean
  onAccept: Props['onAccept']
}

/** Names that are spelt otherwise here; one press reads them as meant. */
function NearMisses({ missing, object, busy, onAccept }: NearProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const near = missing.flatMap((one) => (one.suggestion ? [{ ...one, as: one.suggestion }] : []))
  const unknown = missing.filter((one) => !one.suggestion)
  const label = (name: string) => {
    const field = fieldOf(object, name)
    return field ? format.label(field.label) : name
  }
  if (missing.length === 0) return null
  return (
    <section className="near" aria-label={t('imports.near')}>
      <h3>{t('imports.near')}</h3>
      {near.map((one) => (
        <div key={one.field + one.value} className="near-row">
          <span>
            {label(one.field)}: <strong>{one.value}</strong> → <strong>{one.as}</strong>{' '}
            <span className="quiet">{t('imports.rows', { count: one.rows })}</span>
          </span>
          <Button size="small" loading={busy} onClick={() => onAccept([one])}>
            {t('imports.accept')}
          </Button>
        </div>
      ))}
      {near.length > 1 ? (
        <Button size="small" loading={busy} onClick={() => onAccept(near)}>
          {t('imports.acceptAll')}
        </Button>
      ) : null}
      {unknown.map((one) => (
        <div key={one.field + one.value} className="near-row">
          {t('imports.unknown', { field: label(one.field), value: one.value, count: one.rows })}
        </div>
      ))}
    </section>
  )
}
