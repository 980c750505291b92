import { useSyncExternalStore } from 'react'

/** Requests that wait until somebody has signed in again; the page they belong to stays as it is. */
let waiting: ((again: boolean) => void)[] = []
const watchers = new Set<() => void>()

function tell(): void {
  watchers.forEach((watcher) => watcher())
}

/** Asks for a new sign-in over the page; answers whether the same person is signed in again. */
export function askToSignIn(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    tell()
  })
}

export function answerWaiting(again: boolean): void {
  const all = waiting
  waiting = []
  tell()
  all.forEach((resolve) => resolve(again))
}

export function useEnded(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => waiting.length > 0,
  )
}
