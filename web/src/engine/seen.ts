import { keep, kept } from '../lib/kept'
import { createStore, useStore } from '../lib/store'
import type { About } from './activities'

const seen = createStore(kept<About | null>('seen', null))

/** The record that was looked at last: only its id is remembered. */
export function see(about: About): void {
  if (seen.get()?.id === about.id) return
  seen.set(about)
  keep('seen', about)
}

export function useSeen(): About | null {
  return useStore(seen)
}
