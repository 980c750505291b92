import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAggregate } from '../../engine/aggregate'
import { both } from '../../engine/filter/both'
import { type RecordValues, recordsPath } from '../../engine/records'
import { get } from '../../lib/http'
import { decimalOf } from '../../lib/json'
import { type BoardColumn, type BoardShape, boardWhere, staleWhere } from './boardShape'

interface Page {
  records: RecordValues[]
  next: string | null
}

type Pages = InfiniteData<Page, string | null>

const PAGE = 25

export function columnKey(shape: BoardShape, column: string, where: string) {
  return ['records', shape.object.name, 'board', shape.field.name, column, where]
}

/** The cards of one column, more of them as it is scrolled. */
export function useColumn(shape: BoardShape, column: BoardColumn, where: string, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: columnKey(shape, column.key, where),
    queryFn: ({ pageParam, signal }) =>
      get<Page>(
        recordsPath(shape.object.name),
        {
          where: both(where, column.condition),
          order: shape.order,
          fields: shape.fields.join(','),
          limit: PAGE,
          after: pageParam,
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
    enabled,
  })
  const cards = useMemo(() => query.data?.pages.flatMap((page) => page.records) ?? [], [query.data])
  return { ...query, cards }
}

export interface ColumnFigures {
  count: number
  sums: (string | null)[]
}

/** Count and sums of every column in one question. */
export function useFigures(shape: BoardShape, where: string) {
  const measures = Object.fromEntries(shape.sums.map((sum, index) => [`s${index}`, `sum(${sum.name})`]))
  const query = useAggregate({
    object: shape.object.name,
    where: boardWhere(shape, where),
    groupBy: [shape.field.name],
    measures: { n: 'count()', ...measures },
  })
  const figures = useMemo(() => {
    const all: Record<string, ColumnFigures> = {}
    for (const [key, count, ...sums] of query.data ?? []) {
      all[String(key)] = { count: Number(String(count)), sums: sums.map((sum) => decimalOf(sum)) }
    }
    return all
  }, [query.data])
  return { figures, isPending: query.isPending, error: query.error, refetch: query.refetch }
}

export function useStale(shape: BoardShape, where: string, today: Date): number | null {
  const stale = staleWhere(shape, today)
  const query = useAggregate(
    stale === null
      ? null
      : { object: shape.object.name, where: both(where, stale), groupBy: [], measures: { n: 'count()' } },
  )
  return query.data ? Number(String(query.data[0]?.[0] ?? 0)) : null
}

/** The cards of all columns as they stand in this tab, and how to move them about there. */
export function useBoardCache(shape: BoardShape, where: string) {
  const client = useQueryClient()
  const key = (column: string) => columnKey(shape, column, where)
  return {
    cards: (column: string): RecordValues[] =>
      client.getQueryData<Pages>(key(column))?.pages.flatMap((page) => page.records) ?? [],
    /** Moves a card; @return puts everything back as it was. */
    move: (card: RecordValues, from: string, to: string, index: number): (() => void) => {
      void client.cancelQueries({ queryKey: key(from) })
      void client.cancelQueries({ queryKey: key(to) })
      const before = [from, to].map(
        (column) => [key(column), client.getQueryData<Pages>(key(column))] as const,
      )
      edit(client, key(from), (cards) => cards.filter((one) => one.id !== card.id))
      edit(client, key(to), (cards) => [...cards.slice(0, index), card, ...cards.slice(index)])
      return () => before.forEach(([column, data]) => client.setQueryData(column, data))
    },
    replace: (column: string, card: RecordValues): void =>
      edit(client, key(column), (cards) => cards.map((one) => (one.id === card.id ? card : one))),
    /** What is shown elsewhere of these records is old. */
    forget: (board: boolean) =>
      client.invalidateQueries({
        predicate: ({ queryKey: [kind, of, part] }) =>
          kind === 'records' && of === shape.object.name && (board || part !== 'board'),
      }),
  }
}

/** Rewrites the list while keeping the pages' places: what is over goes to the last page. */
function edit(client: QueryClient, key: unknown[], change: (cards: RecordValues[]) => RecordValues[]): void {
  client.setQueryData<Pages>(key, (data) => {
    if (!data) return data
    let rest = change(data.pages.flatMap((page) => page.records))
    const pages = data.pages.map((page, at) => {
      const size = at === data.pages.length - 1 ? rest.length : page.records.length
      const records = rest.slice(0, size)
      rest = rest.slice(size)
      return { ...page, records }
    })
    return { ...data, pages }
  })
}
