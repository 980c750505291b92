import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button, Select } from 'antd'
import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectCrumbs } from '../../../engine/ObjectCrumbs'
import { useObjects } from '../../../engine/definitions'
import type { ObjectDefinition } from '../../../engine/documents'
import { useNames } from '../../../engine/labels'
import type { Named } from '../../../engine/records'
import { useRights } from '../../../engine/session'
import { Failure, SkeletonRows, State } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { usePhone } from '../../../kit/usePhone'
import { get } from '../../../lib/http'
import { Problem } from '../../../lib/problem'
import { BinRows, BinTable } from './BinTable'
import { startBulk } from './jobs'
import { useBulkWords } from './words'
import './bulk.css'

export interface Deleted {
  id: string
  title: string | null
  deletedAt: string
  deletedBy: Named
}

interface BinAnswer {
  records: Deleted[]
  next: string | null
}

/** What was deleted of an object, the latest first, and the way back. */
export function BinPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const objects = useObjects()
  const object = objects.data?.find((one) => one.name === name)
  if (objects.isPending) return <SkeletonRows rows={10} height={40} />
  if (!object) return <Failure error={objects.error ?? new Problem(404, {})} />
  return <Bin key={object.name} object={object} objects={objects.data ?? []} />
}

function Bin({ object, objects }: { object: ObjectDefinition; objects: ObjectDefinition[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const format = useFormat()
  const phone = usePhone()
  const navigate = useNavigate()
  const may = useRights(object.name).may('delete')
  const bin = useBin(object.name)
  const restoring = useRestoring(object)
  const rows = bin.data?.pages.flatMap((page) => page.records) ?? []
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter((row) => ids.has(row.id)).map((row) => row.id)
  const toggle = (id: string) => setIds(ids.has(id) ? without(ids, id) : new Set([...ids, id]))
  const restore = (which: string[]) => {
    setIds(new Set())
    void restoring.start(which)
  }
  const many = { figure: format.figure(String(chosen.length)) }
  const Rows = phone ? BinRows : BinTable
  return (
    <div className="plain-page">
      <ObjectCrumbs object={object} here={t('bin.title')} />
      <div className="page-head">
        <div>
          <h1>{t('bin.title')}</h1>
          <p className="page-lead">{t('bin.lead')}</p>
        </div>
        <div className="page-actions">
          <Select
            aria-label={t('bin.object')}
            className="bin-object"
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            value={object.name}
            options={objects
              .filter((one) => one.roles.title)
              .map((one) => ({ value: one.name, label: names.many(one) }))}
            onChange={(next: string) => void navigate({ to: '/bin/$object', params: { object: next } })}
          />
        </div>
      </div>
      {restoring.fault ? <Alert type="error" showIcon title={restoring.fault} role="alert" /> : null}
      {bin.isPending ? <SkeletonRows rows={8} height={40} /> : null}
      {bin.isError ? <Failure error={bin.error} retry={() => void bin.refetch()} /> : null}
      {bin.isSuccess && rows.length === 0 ? (
        <State
          icon={Trash2}
          title={t('bin.none', { objects: names.many(object) })}
          reason={t('bin.noneWhy')}
          actions={
            <Button onClick={() => void navigate({ to: '/o/$object', params: { object: object.name } })}>
              {t('bin.toList', { objects: names.many(object) })}
            </Button>
          }
        />
      ) : null}
      {rows.length > 0 ? (
        <>
          <div className="bin-tools">
            <Button
              type={chosen.length > 0 ? 'primary' : 'default'}
              icon={<ArchiveRestore size={14} aria-hidden="true" />}
              disabled={!may || chosen.length === 0}
              loading={restoring.busy}
              onClick={() => restore(chosen)}
            >
              {chosen.length > 0 ? t('bin.restoreMany', many) : t('bin.restoreChosen')}
            </Button>
            {may ? null : <span className="quiet">{t('bin.mayNot')}</span>}
          </div>
          <Rows
            rows={rows}
            ids={ids}
            may={may && !restoring.busy}
            toggle={toggle}
            toggleAll={() =>
              setIds(chosen.length === rows.length ? new Set() : new Set(rows.map((row) => row.id)))
            }
            restore={(id) => restore([id])}
          />
          {bin.hasNextPage ? (
            <Button loading={bin.isFetchingNextPage} onClick={() => void bin.fetchNextPage()}>
              {t('bin.more')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

function without(ids: ReadonlySet<string>, id: string): Set<string> {
  const rest = new Set(ids)
  rest.delete(id)
  return rest
}

function useBin(object: string) {
  return useInfiniteQuery({
    queryKey: ['bin', object],
    queryFn: ({ pageParam, signal }) =>
      get<BinAnswer>(`/api/objects/${encodeURIComponent(object)}/bin`, { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    staleTime: 0,
  })
}

/** Restores and says what could not be; the offer to undo comes from the tray, which watches all bulk work. */
function useRestoring(object: ObjectDefinition) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const words = useBulkWords()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const start = async (ids: string[]) => {
    setBusy(true)
    setFault('')
    try {
      const job = await startBulk(client, object.name, { action: 'restore', ids })
      if (job.refused > 0) setFault(t('bin.notAll', { records: words.counted(object, job.refused) }))
      await client.invalidateQueries({ queryKey: ['bin', object.name] })
    } catch (failure) {
      setFault(failure instanceof Problem ? failure.message : String(failure))
    } finally {
      setBusy(false)
    }
  }
  return { start, busy, fault }
}
