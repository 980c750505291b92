import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { get, send } from '../lib/http'
import { decimalOf } from '../lib/json'
import type { ObjectDefinition } from './documents'

/** Field or path → value, with `id` and `version`. A reference is `{id, title}`. */
export type RecordValues = Record<string, unknown> & { id: string; version?: number }

export interface Named {
  id: string
  title: string | null
}

export function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value
}

interface PageAnswer {
  records: RecordValues[]
  next: string | null
  count?: number | null
}

export interface Selection {
  object: string
  where: string
  order: string
  fields: string[]
}

const PAGE = 100

export function recordsPath(object: string): string {
  return `/api/objects/${encodeURIComponent(object)}/records`
}

/** Pages of a list by keyset, with the milliseconds that each took; the rows before stay on screen while a changed filter is answered. */
export function useRecordPages(selection: Selection, enabled = true) {
  const { object, where, order, fields } = selection
  return useInfiniteQuery({
    queryKey: ['records', object, 'pages', where, order, fields.join(',')],
    queryFn: async ({ pageParam, signal }): Promise<PageAnswer & { took: number }> => {
      const begin = performance.now()
      const page = await get<PageAnswer>(
        recordsPath(object),
        { where, order, fields: fields.join(','), limit: PAGE, after: pageParam },
        signal,
      )
      return { ...page, took: Math.round(performance.now() - begin) }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
    enabled,
  })
}

export function useRecord(object: string, id: string) {
  return useQuery({
    queryKey: ['records', object, 'one', id],
    queryFn: async () => {
      const { data, etag } = await send<RecordValues>('GET', `${recordsPath(object)}/${id}`)
      return { record: data, etag: etag ?? (data.version === undefined ? null : `"${data.version}"`) }
    },
  })
}

/** What people look for in a picker: the first twenty whose title contains the text. */
export async function findByTitle(
  object: ObjectDefinition,
  text: string,
  where: string | null,
): Promise<Named[]> {
  const title = object.roles.title ?? 'id'
  const contains = text === '' ? null : `contains(${title}, ${JSON.stringify(text)})`
  const conditions = [where, contains].filter(Boolean).join(' and ')
  const page = await get<PageAnswer>(recordsPath(object.name), {
    where: conditions,
    fields: `id,${title}`,
    order: title === 'id' ? null : title,
    limit: 20,
  })
  return page.records.map((record) => ({ id: record.id, title: titleOf(object, record) }))
}

/** What the records with these ids are called; the ones that are gone or out of sight are left out. */
export async function titlesOf(object: ObjectDefinition, ids: string[]): Promise<Named[]> {
  const title = object.roles.title ?? 'id'
  const page = await get<PageAnswer>(recordsPath(object.name), {
    where: `id in (${ids.map((id) => JSON.stringify(id)).join(', ')})`,
    fields: `id,${title}`,
    limit: Math.min(ids.length, 500),
  })
  return page.records.map((record) => ({ id: record.id, title: titleOf(object, record) }))
}

/** What a record is called: its title field, whatever that field's type. */
export function titleOf(object: ObjectDefinition, record: RecordValues): string {
  const value = record[object.roles.title ?? '']
  if (isNamed(value)) return value.title ?? ''
  return value === null || value === undefined ? '' : String(value)
}

export interface Totals {
  count: unknown
  sum: unknown
}

/** Count of all that match, and the sum of what plays the part of the amount. */
export function useTotals(object: ObjectDefinition | null, where: string, enabled: boolean) {
  const amount = object?.roles.amount
  const measures = ['count()', ...(amount ? [`sum(${amount})`] : [])]
  const figures = useFigures(object?.name ?? '', where, measures, enabled && object !== null)
  const [count, sum] = figures.data ?? []
  const data: Totals | undefined = figures.data ? { count: count ?? 0, sum: sum ?? null } : undefined
  return { ...figures, data }
}

/** How many records match a condition, not only of those that are loaded; exact digits. */
export function useCount(object: string, where: string, enabled: boolean) {
  return useQuery({
    queryKey: ['records', object, 'totals', where],
    enabled,
    queryFn: ({ signal }) => countOf(object, where, signal),
  })
}

/** One figure of each measure (`sum(amount)`) over all that match, exact digits or null, in their order. */
export function useFigures(object: string, where: string, measures: string[], enabled: boolean) {
  return useQuery({
    queryKey: ['records', object, 'totals', where, measures.join(',')],
    enabled: enabled && measures.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const named = Object.fromEntries(measures.map((measure, index) => [`m${index}`, measure]))
      const body = { object, where: where || null, groupBy: [], measures: named }
      const { data } = await send<{ rows: unknown[][] }>('POST', '/api/query', { body, signal })
      return measures.map((_, index) => decimalOf(data.rows[0]?.[index]))
    },
  })
}

/** How many records match, as exact digits. */
export async function countOf(object: string, where: string, signal?: AbortSignal): Promise<string> {
  const body = { object, where: where || null, groupBy: [], measures: { n: 'count()' } }
  const { data } = await send<{ rows: unknown[][] }>('POST', '/api/query', { body, signal })
  return decimalOf(data.rows[0]?.[0]) ?? '0'
}

function useForget(object: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['records', object] })
}

export function useCreate(object: string) {
  const forget = useForget(object)
  return useMutation({
    mutationFn: async (values: Record<string, unknown>) =>
      (await send<{ id: string; version: number }>('POST', recordsPath(object), { body: values })).data,
    onSuccess: forget,
  })
}

interface Change {
  id: string
  etag: string | null
  values: Record<string, unknown>
}

export function useChange(object: string) {
  const forget = useForget(object)
  return useMutation({
    mutationFn: ({ id, etag, values }: Change) =>
      send<unknown>('PATCH', `${recordsPath(object)}/${id}`, { body: values, ifMatch: etag }),
    onSuccess: forget,
  })
}

export function useDelete(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, etag }: { id: string; etag: string | null }) =>
      send<unknown>('DELETE', `${recordsPath(object)}/${id}`, { ifMatch: etag }),
    onSuccess: () => {
      // Not the record itself: its page is about to be left, and would only hear that it is gone.
      void client.invalidateQueries({
        predicate: ({ queryKey: [kind, of, part] }) =>
          kind === 'records' && of === object && part !== 'one' && part !== 'history',
      })
    },
  })
}

export function useRestore(object: string) {
  const forget = useForget(object)
  return useMutation({
    mutationFn: (id: string) =>
      send<unknown>('POST', `${recordsPath(object)}/${id}/restoration`, { body: {} }),
    onSuccess: forget,
  })
}
