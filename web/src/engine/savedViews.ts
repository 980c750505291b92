import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { get, send } from '../lib/http'
import type { Fault } from '../lib/problem'
import { useViews } from './definitions'
import { type ObjectDefinition, readView, type ViewDefinition } from './documents'

/** A saved way to look at a list: shared by all, or the reader's own. */
export interface SavedView extends ViewDefinition {
  mine: boolean
  version: number
  /** What of it cannot be read any more. */
  faults: Fault[]
}

interface Entry {
  name: string
  mine: boolean
  version: number
  document: Record<string, unknown>
  faults: Fault[]
}

const keyOf = (object: string) => ['views', object]

/**
 * The views of a list, the shared ones first. The shared ones are known with the definitions; one's own and what is
 * wrong with each come from the server a moment later.
 */
export function useSavedViews(object: ObjectDefinition) {
  const shared = useViews()
  const all = useQuery({
    queryKey: keyOf(object.name),
    queryFn: async () =>
      (await get<{ views: Entry[] }>('/api/views', { object: object.name })).views.map(
        (entry): SavedView => ({
          ...readView(entry.name, entry.document),
          mine: entry.mine,
          version: entry.version,
          faults: entry.faults,
        }),
      ),
    staleTime: 60_000,
  })
  const views = useMemo(() => {
    const known = (shared.data ?? []).map((view): SavedView => {
      const full = all.data?.find((one) => one.name === view.name && !one.mine)
      return { ...view, mine: false, version: full?.version ?? 0, faults: full?.faults ?? [] }
    })
    const own = all.data?.filter((view) => view.mine) ?? []
    return [...known, ...own].filter((view) => view.object === object.name && view.type === 'list')
  }, [shared.data, all.data, object.name])
  return { views, sharedKnown: !shared.isPending, ownKnown: !all.isPending }
}

/** What a list looks like, as the document of a view; what is not said is left out. */
export type ViewDocument = Record<string, unknown> & { object: string; label: unknown }

/** Keeping, changing, sharing and removing views; each answers the name under which the view is found then. */
export function useViewChanges(object: string) {
  const client = useQueryClient()
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keyOf(object) }),
      client.invalidateQueries({ queryKey: ['definitions', 'view'] }),
    ])
  const keep = useMutation({
    mutationFn: async (document: ViewDocument) =>
      (await send<Entry>('POST', '/api/views', { body: document })).data.name,
    onSuccess,
  })
  const change = useMutation({
    mutationFn: async ({ view, properties }: { view: SavedView; properties: Record<string, unknown> }) => {
      if (view.mine) {
        await send('PATCH', `/api/views/${view.name}`, { body: properties, ifMatch: `"${view.version}"` })
      } else {
        const path = `/api/definitions/view/${encodeURIComponent(view.name)}`
        const { data, etag } = await send<Record<string, unknown>>('GET', path)
        const merged = Object.entries({ ...data, ...properties }).filter(([, value]) => value !== null)
        await send('PUT', path, { body: Object.fromEntries(merged), ifMatch: etag })
      }
      return view.name
    },
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: async (view: SavedView) => {
      const kind = view.mine ? '/api/views/' : '/api/definitions/view/'
      await send('DELETE', kind + encodeURIComponent(view.name))
    },
    onSuccess,
  })
  const share = useMutation({
    mutationFn: async ({ view, document }: { view: SavedView; document: ViewDocument }) => {
      const name = `view_${view.name.replaceAll('-', '').slice(-10)}`
      await send('PUT', `/api/definitions/view/${name}`, { body: document })
      await send('DELETE', `/api/views/${view.name}`)
      return name
    },
    onSuccess,
  })
  return { keep, change, remove, share }
}
