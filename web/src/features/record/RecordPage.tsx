import { useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useObject, useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { useForm } from '../../engine/forms'
import { recordParts } from '../../engine/recordParts'
import { useStageDays } from '../../engine/stageDays'
import { StagePath } from '../../engine/StagePath'
import { Timeline } from '../../engine/Timeline'
import { type RecordValues, useRecord } from '../../engine/records'
import { useRights } from '../../engine/session'
import { Failure, SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { TabStrip } from '../../kit/TabStrip'
import { usePhone } from '../../kit/usePhone'
import { Problem } from '../../lib/problem'
import { ConflictPanel } from './ConflictPanel'
import { Details } from './Details'
import { GateBar } from './page/GateBar'
import { KeyFacts } from './page/KeyFacts'
import { KeptNotice } from './page/KeptNotice'
import { OpenTasks, SidePanel } from './page/SidePanel'
import { Story } from './page/Story'
import { RecordHead } from './RecordHead'
import { RelatedList } from './RelatedList'
import { relatedTo } from './related'
import { type RecordEditing, useRecordEditing } from './recordEditing'
import './record.css'
import './page/page.css'

export function RecordPage() {
  const { object: name, id } = useParams({ strict: false }) as { object: string; id: string }
  const { part = 'story' } = useSearch({ strict: false }) as { part?: string }
  const { object, isPending, error } = useObject(name)
  const record = useRecord(name, id)
  const form = useForm(name)
  if (isPending || record.isPending || form === undefined) return <SkeletonRows rows={10} height={44} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} />
  if (!record.data) return <Failure error={record.error} retry={() => void record.refetch()} />
  const { record: values, etag } = record.data
  return <RecordView key={`${id} ${part}`} object={object} record={values} etag={etag} part={part} />
}

interface Props {
  object: ObjectDefinition
  record: RecordValues
  etag: string | null
  /** What is shown first; a message leads to the conversation. */
  part: string
}

function RecordView({ object, record, etag, part }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const rights = useRights(object.name)
  const editing = useRecordEditing(object, record, etag, part)
  const days = useStageDays(object, record.id)
  const tabs = useTabs(object, record, editing, phone)
  return (
    <div className="record-page">
      <RecordHead object={object} record={record} editing={editing} />
      {object.stagePath ? (
        <>
          <StagePath
            object={object}
            current={(record[object.stagePath.field] as string | null) ?? null}
            disabled={!rights.may('change') || editing.saving}
            days={days}
            onMove={editing.moveTo}
          />
          {rights.may('change') ? (
            <GateBar object={object} record={record} editing={editing} days={days} />
          ) : null}
        </>
      ) : null}
      <KeptNotice editing={editing} />
      {editing.conflict ? <ConflictPanel object={object} editing={editing} /> : null}
      <div className="record-body">
        {phone ? null : <KeyFacts object={object} record={record} etag={etag} />}
        <TabStrip
          className="record-tabs"
          items={tabs}
          active={editing.open ? 'details' : editing.tab}
          label={t('record.parts')}
          onChange={editing.show}
        />
        {phone ? null : <SidePanel object={object} record={record} />}
      </div>
    </div>
  )
}

/** The story first, then the fields, what refers to the record, what features add, and the changes one by one. */
function useTabs(object: ObjectDefinition, record: RecordValues, editing: RecordEditing, phone: boolean) {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()
  const form = useForm(object.name)
  return [
    {
      key: 'story',
      label: t('record.story'),
      children: (
        <>
          {phone ? <OpenTasks object={object} record={record} /> : null}
          <Story object={object} record={record} />
        </>
      ),
    },
    {
      key: 'details',
      label: t('record.details'),
      children: <Details object={object} editing={editing} />,
    },
    ...recordParts(object).map(({ key, label, Panel }) => ({
      key,
      label: label(t),
      children: (
        <Suspense fallback={<SkeletonRows rows={3} height={44} />}>
          <Panel object={object} id={record.id} />
        </Suspense>
      ),
    })),
    ...relatedTo(object, objects.data ?? [], form ?? null).map((one) => ({
      key: `${one.object.name}.${one.via.name}`,
      label: one.label ? format.label(one.label) : format.label(one.object.plural),
      children: <RelatedList related={one} parent={object} record={record} />,
    })),
    { key: 'history', label: t('record.history'), children: <Timeline object={object} id={record.id} /> },
  ]
}
