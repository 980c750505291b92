import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus, SearchX } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObject } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { useNames } from '../../engine/labels'
import { RecordGrid, ROW_HEIGHT } from '../../engine/RecordGrid'
import { useRecordPages } from '../../engine/records'
import { useRights } from '../../engine/session'
import { Crumbs } from '../../kit/Crumbs'
import { Icon } from '../../kit/Icon'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { usePhone } from '../../kit/usePhone'
import { Problem } from '../../lib/problem'
import { BulkBar } from './BulkBar'
import { ColumnChooser } from './ColumnChooser'
import { ExportMenu } from './ExportMenu'
import { FilterBar } from './FilterBar'
import { ListFooter } from './ListFooter'
import { PhoneRows } from './PhoneRows'
import { ViewTabs } from './ViewTabs'
import { useListState } from './listState'
import { useRowSelection } from './selection'
import './record.css'

export function ListPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const { object, isPending, error, refetch } = useObject(name)
  if (isPending) return <SkeletonRows rows={14} height={ROW_HEIGHT} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} retry={() => void refetch()} />
  return <List key={object.name} object={object} />
}

function List({ object }: { object: ObjectDefinition }) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  const rights = useRights(object.name)
  const state = useListState(object)
  return (
    <div className="list-page">
      <Crumbs parts={[{ key: 'list', node: names.many(object) }]} />
      <div className="page-head">
        <h1>{names.many(object)}</h1>
        <div className="page-actions">
          {phone || !rights.may('export') ? null : <ExportMenu object={object} state={state} />}
          {phone ? null : <ColumnChooser object={object} state={state} />}
          {rights.may('create') ? (
            <Link to="/o/$object/new" params={{ object: object.name }}>
              <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} tabIndex={-1}>
                {phone ? t('record.create') : names.create(object)}
              </Button>
            </Link>
          ) : null}
        </div>
      </div>
      <ViewTabs state={state} />
      <ListBody object={object} state={state} />
    </div>
  )
}

function ListBody({ object, state }: { object: ObjectDefinition; state: ReturnType<typeof useListState> }) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  const navigate = useNavigate()
  const title = object.roles.title
  const fields = ['id', ...(title ? [title] : []), ...state.columns.map((column) => column.path)]
  const pages = useRecordPages(
    { object: object.name, where: state.where, order: state.order, fields: [...new Set(fields)] },
    state.ready,
  )
  const [good, setGood] = useState(pages.data)
  if (pages.data && pages.data !== good) setGood(pages.data)
  const rows = useMemo(() => good?.pages.flatMap((page) => page.records) ?? [], [good])
  const { fetchNextPage, isFetchingNextPage } = pages
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const selection = useRowSelection(state.where, rows, null)
  const open = (id: string) => void navigate({ to: '/o/$object/$id', params: { object: object.name, id } })

  // A condition that cannot be read is mended where it was typed; the rows of the last good one stay.
  const refused =
    pages.error instanceof Problem && [400, 422].includes(pages.error.status) ? pages.error : null
  const filter = <FilterBar key={state.where} object={object} state={state} problem={refused} />
  if (pages.isError && !refused) {
    return (
      <>
        {filter}
        <Failure error={pages.error} retry={() => void pages.refetch()} />
      </>
    )
  }
  if (pages.isPending && !refused) {
    return (
      <>
        {filter}
        <SkeletonRows rows={14} height={ROW_HEIGHT} />
      </>
    )
  }
  const Rows = phone ? PhoneRows : RecordGrid
  return (
    <>
      {filter}
      {rows.length === 0 && !refused ? (
        state.where ? (
          <State
            icon={SearchX}
            title={t('list.noMatch', { objects: names.many(object) })}
            reason={t('list.noMatchWhy')}
            actions={
              <Button type="primary" onClick={() => state.set({ where: '' })}>
                {t('list.clear')}
              </Button>
            }
          />
        ) : (
          <Nothing object={object} />
        )
      ) : (
        <Rows
          object={object}
          columns={state.columns}
          rows={rows}
          order={state.order}
          onOrder={(order) => state.set({ order })}
          onOpen={open}
          hasMore={pages.hasNextPage}
          loadMore={loadMore}
          stale={pages.isPlaceholderData || refused !== null}
        />
      )}
      <BulkBar object={object} selection={selection} />
      <ListFooter object={object} where={state.where} enabled={state.ready && !refused} />
    </>
  )
}

function Nothing({ object }: { object: ObjectDefinition }) {
  const { t } = useTranslation()
  const names = useNames()
  const rights = useRights(object.name)
  return (
    <div className="state state-quiet" role="status">
      <Icon name={object.icon} size={28} />
      <h3>{t('list.none', { objects: names.many(object) })}</h3>
      <p>{t('list.noneWhy')}</p>
      {rights.may('create') ? (
        <div className="state-actions">
          <Link to="/o/$object/new" params={{ object: object.name }}>
            <Button>{names.create(object)}</Button>
          </Link>
        </div>
      ) : null}
    </div>
  )
}
