import { useParams } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useObject, useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { StagePath } from '../../engine/StagePath'
import { Timeline } from '../../engine/Timeline'
import { type RecordValues, useRecord } from '../../engine/records'
import { useRights } from '../../engine/session'
import { Failure, SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { usePhone } from '../../kit/usePhone'
import { Problem } from '../../lib/problem'
import { ConflictPanel } from './ConflictPanel'
import { Details } from './Details'
import { RecordHead } from './RecordHead'
import { RelatedList } from './RelatedList'
import { relatedTo } from './related'
import { useRecordEditing } from './recordEditing'
import './record.css'

export function RecordPage() {
  const { object: name, id } = useParams({ strict: false }) as { object: string; id: string }
  const { object, isPending, error } = useObject(name)
  const record = useRecord(name, id)
  if (isPending || record.isPending) return <SkeletonRows rows={10} height={44} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} />
  if (record.isError) return <Failure error={record.error} retry={() => void record.refetch()} />
  return <RecordView key={id} object={object} record={record.data.record} etag={record.data.etag} />
}

interface Props {
  object: ObjectDefinition
  record: RecordValues
  etag: string | null
}

function RecordView({ object, record, etag }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = usePhone()
  const objects = useObjects()
  const rights = useRights(object.name)
  const editing = useRecordEditing(object, record, etag)
  const related = relatedTo(object, objects.data ?? [])
  const tabs = [
    {
      key: 'details',
      label: t('record.details'),
      children: <Details object={object} editing={editing} />,
    },
    ...(phone
      ? [
          {
            key: 'history',
            label: t('record.history'),
            children: <Timeline object={object} id={record.id} />,
          },
        ]
      : []),
    ...related.map((one) => ({
      key: `${one.object.name}.${one.via.name}`,
      label: one.label ? format.label(one.label) : format.label(one.object.plural),
      children: <RelatedList related={one} parent={object} record={record} />,
    })),
  ]
  return (
    <div className="record-page">
      <RecordHead object={object} record={record} editing={editing} />
      {object.stagePath ? (
        <StagePath
          object={object}
          current={(record[object.stagePath.field] as string | null) ?? null}
          disabled={!rights.may('change') || editing.saving}
          onMove={editing.moveTo}
        />
      ) : null}
      {editing.conflict ? <ConflictPanel object={object} editing={editing} /> : null}
      <div className="record-body">
        <Tabs className="record-tabs" items={tabs} destroyOnHidden={false} />
        {phone ? null : (
          <aside className="record-side" aria-label={t('record.history')}>
            <h2>{t('record.history')}</h2>
            <Timeline object={object} id={record.id} />
          </aside>
        )}
      </div>
    </div>
  )
}
