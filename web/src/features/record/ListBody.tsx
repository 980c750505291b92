import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { RecordGrid, ROW_HEIGHT } from '../../engine/RecordGrid'
import { useCount, useRecordPages } from '../../engine/records'
import { Failure, SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { usePhone } from '../../kit/usePhone'
import { Problem } from '../../lib/problem'
import { BulkBar } from './BulkBar'
import { EmptyList } from './EmptyList'
import { FilterPanel } from './filter/FilterPanel'
import { ListFooter } from './ListFooter'
import type { ListState } from './listState'
import { PhoneRows } from './PhoneRows'
import { useRowSelection } from './selection'

/** The filter, the rows that match it, and their totals. */
export function ListBody({ object, state }: { object: ObjectDefinition; state: ListState }) {
  const phone = usePhone()
  const navigate = useNavigate()
  const title = object.roles.title
  const own = ['id', 'version', ...(title ? [title] : [])]
  const fields = [...new Set([...own, ...state.columns.map((column) => column.path)])]
  const pages = useRecordPages(
    { object: object.name, where: state.where, order: state.order, fields },
    state.ready,
  )
  const [good, setGood] = useState(pages.data)
  if (pages.data && pages.data !== good) setGood(pages.data)
  const rows = useMemo(() => good?.pages.flatMap((page) => page.records) ?? [], [good])
  const { fetchNextPage, isFetchingNextPage } = pages
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const open = useCallback(
    (id: string) => void navigate({ to: '/o/$object/$id', params: { object: object.name, id } }),
    [navigate, object.name],
  )

  // A condition that cannot be read is mended where it was typed; the rows of the last good one stay.
  const refused =
    pages.error instanceof Problem && [400, 422].includes(pages.error.status) ? pages.error : null
  const stale = pages.isPlaceholderData || refused !== null
  const counted = useCount(object.name, state.where, state.ready && !refused)
  const total = counted.data ?? null
  const selection = useRowSelection(state.where, rows, total === null ? null : Number(total))
  const took = good?.pages[0]?.took
  const body = () => {
    if (pages.isError && !refused) {
      return <Failure error={pages.error} retry={() => void pages.refetch()} />
    }
    if (!good && !refused) return <SkeletonRows rows={14} height={ROW_HEIGHT} />
    if (rows.length === 0 && !refused && !pages.isPlaceholderData) {
      return <EmptyList object={object} where={state.where} onWhere={(where) => state.set({ where })} />
    }
    const shared = { object, columns: state.columns, rows, hasMore: pages.hasNextPage, loadMore, stale }
    return phone ? (
      <PhoneRows {...shared} />
    ) : (
      <RecordGrid
        {...shared}
        order={state.order}
        onOrder={(order) => state.set({ order })}
        onOpen={open}
        density={state.density}
        widths={state.widths}
        onWidth={(path, width) => state.set({ widths: { ...state.widths, [path]: width } })}
        selection={selection}
        editable={fields}
      />
    )
  }
  return (
    <>
      <FilterPanel
        object={object}
        where={state.where}
        onWhere={(where) => state.set({ where })}
        problem={refused}
        aside={stale ? null : <Matching object={object} where={state.where} total={total} took={took} />}
      />
      {body()}
      <BulkBar object={object} selection={selection} />
      <ListFooter
        object={object}
        where={state.where}
        columns={state.columns}
        total={total}
        enabled={good !== undefined && !refused}
      />
    </>
  )
}

interface MatchingProps {
  object: ObjectDefinition
  where: string
  total: string | null
  took: number | undefined
}

/** "12 of 1,284 records, 31 ms" */
function Matching({ object, where, total, took }: MatchingProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = useCount(object.name, '', where !== '')
  const overall = where === '' ? null : (all.data ?? null)
  if (total === null) return <span className="filter-aside" />
  return (
    <span className="filter-aside" aria-live="polite">
      <strong>{format.figure(total)}</strong>{' '}
      {overall === null
        ? total === '1'
          ? t('list.record')
          : t('list.records')
        : t('list.ofAll', { all: format.figure(overall) })}
      {took === undefined ? null : <span className="wide-only"> · {t('list.took', { ms: took })}</span>}
    </span>
  )
}
