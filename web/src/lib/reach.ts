import { useSyncExternalStore } from 'react'

/** Whether the server can be reached, as the last request found and the browser says. */
let lost = false
const watchers = new Set<() => void>()
const PROBE = 4_000
let timer: ReturnType<typeof setInterval> | undefined

function put(next: boolean): void {
  if (lost === next) return
  lost = next
  if (lost) timer = setInterval(() => void probe(), PROBE)
  else clearInterval(timer)
  watchers.forEach((watcher) => watcher())
}

async function probe(): Promise<void> {
  try {
    const answer = await fetch('/actuator/health', { cache: 'no-store' })
    if (answer.status < 500) put(false)
  } catch {
    // Still away; the next probe asks again.
  }
}

/** A request found nobody. */
export function serverLost(): void {
  put(true)
}

/** A request was answered, whatever the answer. */
export function serverReached(): void {
  put(false)
}

/** Begins to listen to what the browser knows of its network. */
export function watchNetwork(): void {
  window.addEventListener('offline', () => put(true))
  window.addEventListener('online', () => void probe())
}

/** Calls back whenever the server is there again after it was lost. */
export function whenReachedAgain(listener: () => void): () => void {
  const watcher = () => {
    if (!lost) listener()
  }
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function useLost(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => lost,
  )
}
