import { useSyncExternalStore } from 'react'
import { keep, kept } from '../lib/kept'
import type { About } from './activities'

let seen = kept<About | null>('seen', null)
const watchers = new Set<() => void>()

/** The record that was looked at last: only its id is remembered. */
export function see(about: About): void {
  if (seen?.id === about.id) return
  seen = about
  keep('seen', about)
  watchers.forEach((watcher) => watcher())
}

export function useSeen(): About | null {
  return useSyncExternalStore(subscribe, () => seen)
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
