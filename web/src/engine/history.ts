import { useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../lib/http'
import type { FileMark } from './FileChips'
import { type Named, recordsPath } from './records'

export interface HistoryChange {
  field: string
  old: unknown
  new: unknown
}

/** What happened beside the fields: a file that was added (`new`) or removed (`old`). */
export interface Happening {
  kind: string
  old: FileMark | null
  new: FileMark | null
}

export interface HistoryEntry {
  at: string
  actor: Named | null
  operation: string
  version: number
  changes: HistoryChange[]
  happenings?: Happening[]
}

interface HistoryAnswer {
  entries: HistoryEntry[]
  next?: string | null
}

/** Who changed what and when, the newest first. */
export function useHistory(object: string, id: string) {
  return useInfiniteQuery({
    queryKey: ['records', object, 'history', id],
    queryFn: ({ pageParam }) =>
      get<HistoryAnswer>(`${recordsPath(object)}/${id}/history`, { after: pageParam, limit: 50 }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
}
