import { useCallback, useMemo, useState } from 'react'
import type { RecordValues } from '../../engine/records'

/** What is chosen in a list, and how to change it. */
export interface RowSelection {
  /** Chosen one by one; empty while `allMatching`. */
  ids: ReadonlySet<string>
  /** All records that match `where` are chosen, the ones not loaded too. */
  allMatching: boolean
  /** The condition of the list, an expression; `''` is every record. */
  where: string
  /** How many are chosen; null while all match and their number is not known yet. */
  count: number | null
  /** How many match `where`, null while unknown. */
  total: number | null
  has: (id: string) => boolean
  /** Chooses or drops one; with `range`, all rows from the last one touched to this one become as this one. */
  toggle: (id: string, range?: boolean) => void
  /** Chooses or drops all loaded rows. */
  toggleLoaded: () => void
  /** Whether every loaded row, some, or none is chosen. */
  loaded: 'all' | 'some' | 'none'
  chooseAllMatching: () => void
  clear: () => void
}

interface Chosen {
  where: string
  ids: ReadonlySet<string>
  allMatching: boolean
  anchor: string | null
}

const NOTHING: ReadonlySet<string> = new Set()

function nothingOf(where: string): Chosen {
  return { where, ids: NOTHING, allMatching: false, anchor: null }
}

/** The choice after one row was touched; pure, so that it can be tested without a page. */
export function touched(chosen: Chosen, rows: readonly RecordValues[], id: string, range: boolean): Chosen {
  const ids = new Set(chosen.allMatching ? rows.map((row) => row.id) : chosen.ids)
  const on = !ids.has(id)
  const from = range ? rows.findIndex((row) => row.id === chosen.anchor) : -1
  const to = rows.findIndex((row) => row.id === id)
  const span = from < 0 || to < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  for (const one of span) {
    const at = typeof one === 'string' ? one : one.id
    if (on) ids.add(at)
    else ids.delete(at)
  }
  return { where: chosen.where, ids, allMatching: false, anchor: id }
}

/**
 * The selection of one list. Another condition is another question, so it begins with nothing chosen.
 * @param total how many records match `where`, null while unknown
 */
export function useRowSelection(
  where: string,
  rows: readonly RecordValues[],
  total: number | null,
): RowSelection {
  const [state, setState] = useState(() => nothingOf(where))
  const chosen = state.where === where ? state : nothingOf(where)
  const { ids, allMatching } = chosen
  const change = useCallback(
    (next: (before: Chosen) => Chosen) =>
      setState((before) => next(before.where === where ? before : nothingOf(where))),
    [where],
  )
  const toggle = useCallback(
    (id: string, range = false) => change((before) => touched(before, rows, id, range)),
    [change, rows],
  )
  const has = useCallback((id: string) => allMatching || ids.has(id), [allMatching, ids])
  const loaded = useMemo(() => {
    if (rows.length === 0) return 'none'
    const some = rows.some((row) => has(row.id))
    return some ? (rows.every((row) => has(row.id)) ? 'all' : 'some') : 'none'
  }, [rows, has])
  const toggleLoaded = useCallback(
    () =>
      change((before) =>
        loaded === 'all'
          ? nothingOf(where)
          : { ...before, ids: new Set(rows.map((row) => row.id)), allMatching: false, anchor: null },
      ),
    [change, loaded, rows, where],
  )
  const chooseAllMatching = useCallback(
    () => change(() => ({ where, ids: NOTHING, allMatching: true, anchor: null })),
    [change, where],
  )
  const clear = useCallback(() => setState(nothingOf(where)), [where])
  const count = allMatching ? total : ids.size
  return useMemo(
    () => ({
      ids,
      allMatching,
      where,
      count,
      total,
      has,
      toggle,
      toggleLoaded,
      loaded,
      chooseAllMatching,
      clear,
    }),
    [ids, allMatching, where, count, total, has, toggle, toggleLoaded, loaded, chooseAllMatching, clear],
  )
}
