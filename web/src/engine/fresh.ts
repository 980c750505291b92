import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChanged } from '../lib/live'

/** Lists read again at most this often. */
const PACE = 2_000
/** More pages than these are not read again in one go: who has scrolled that far reads on, or filters. */
const FEW_PAGES = 5

let holds = 0

/** While this is true nothing on the page is read again: somebody drags, or types into a cell. */
export function useHold(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined
    holds += 1
    return () => {
      holds -= 1
    }
  }, [active])
}

/** Typing inside a grid, a board, or whatever is marked with `data-live-hold`, holds as well. */
function held(): boolean {
  if (holds > 0) return true
  const at = document.activeElement
  const typing = at instanceof HTMLElement && (at.matches('input, textarea, select') || at.isContentEditable)
  return typing && at.closest('.grid, .board, [data-live-hold]') !== null
}

function isLong(query: Query): boolean {
  const data = query.state.data as { pages?: unknown[] } | undefined
  return (data?.pages?.length ?? 0) > FEW_PAGES
}

/** Everything that shows records of these objects is old; what is on screen is read again. */
function refresh(client: QueryClient, objects: Set<string> | null): void {
  const concerned = (query: Query) =>
    query.queryKey[0] === 'records' && (objects === null || objects.has(String(query.queryKey[1])))
  void client.invalidateQueries({ predicate: (query) => concerned(query) && !isLong(query) })
  void client.invalidateQueries({
    predicate: (query) => concerned(query) && isLong(query),
    refetchType: 'none',
  })
}

/**
 * Keeps all queries about records (keys `['records', object, …]`) in step with what others change. Mounted once, by the
 * shell; pages need nothing but those keys.
 */
export function useFresh(signedIn: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!signedIn) return undefined
    let pending: Set<string> | null | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = -Infinity
    const run = () => {
      timer = undefined
      if (pending === undefined || document.hidden) return
      if (held()) {
        timer = setTimeout(run, 400)
        return
      }
      const due = pending
      pending = undefined
      last = Date.now()
      refresh(client, due)
    }
    const arrange = () => {
      timer ??= setTimeout(run, Math.max(0, last + PACE - Date.now()))
    }
    const stop = onChanged((objects) => {
      if (objects === 'anything') pending = null
      else if (pending !== null) pending = new Set([...(pending ?? []), ...objects])
      arrange()
    })
    const shown = () => {
      if (!document.hidden && pending !== undefined) arrange()
    }
    document.addEventListener('visibilitychange', shown)
    return () => {
      stop()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [client, signedIn])
}
