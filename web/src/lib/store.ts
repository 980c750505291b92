import { useSyncExternalStore } from 'react'

/** A value that outlives every page and is watched by some. */
export interface Store<T> {
  get: () => T
  /** What is the same as before tells nobody. */
  set: (value: T) => void
  /** Calls back after each change; @return how to stop it */
  watch: (watcher: () => void) => () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      watchers.forEach((watcher) => watcher())
    },
    watch: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.watch, store.get)
}
