import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Named } from '../../engine/records'
import { get, send } from '../../lib/http'
import { useInbox } from '../../lib/live'

export interface Entry {
  id: string
  kind: 'mention' | 'comment' | 'assigned' | 'job'
  at: string
  read: boolean
  actor?: Named | null
  object?: string | null
  /** Missing if there is none, or the reader does not see it any more. */
  record?: Named | null
  cause?: string | null
  /** Of a job: its kind and state, as `import-done`. */
  job?: string | null
  title: string
  excerpt?: string | null
}

interface Page {
  unread: number
  entries: Entry[]
  next?: string | null
}

const INBOX = ['inbox']
type Cached = InfiniteData<Page, string | null>

/** The reader's entries, the latest first; read again whenever the number of unread ones changes. */
export function useEntries(onlyUnread: boolean) {
  const client = useQueryClient()
  const { unread } = useInbox()
  const seen = useRef(unread)
  useEffect(() => {
    if (seen.current === unread) return
    seen.current = unread
    void client.invalidateQueries({ queryKey: INBOX })
  }, [client, unread])
  return useInfiniteQuery({
    queryKey: [...INBOX, onlyUnread],
    queryFn: ({ pageParam, signal }) =>
      get<Page>('/api/inbox', { after: pageParam, unread: onlyUnread ? true : null }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
}

/** Marks entries at once on the screen; the server's count follows by the stream. */
export function useReading() {
  const client = useQueryClient()
  const put = (read: boolean, id?: string) =>
    client.setQueriesData<Cached>({ queryKey: INBOX }, (cached) =>
      cached
        ? {
            ...cached,
            pages: cached.pages.map((page) => ({
              ...page,
              entries: page.entries.map((entry) =>
                id === undefined || entry.id === id ? { ...entry, read } : entry,
              ),
            })),
          }
        : cached,
    )
  const one = useMutation({
    mutationFn: ({ id, read }: { id: string; read: boolean }) =>
      send<unknown>('PATCH', `/api/inbox/${id}`, { body: { read } }),
    onMutate: ({ id, read }) => put(read, id),
  })
  const all = useMutation({
    mutationFn: () => send<unknown>('POST', '/api/inbox/reading', { body: {} }),
    onMutate: () => put(true),
    onSettled: () => client.invalidateQueries({ queryKey: INBOX }),
  })
  return { one, all }
}
