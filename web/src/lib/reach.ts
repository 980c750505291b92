import { createStore, useStore } from './store'

/** Whether the server cannot be reached, as the last request found and the browser says. */
const lost = createStore(false)
const PROBE = 4_000
let timer: ReturnType<typeof setInterval> | undefined

lost.watch(() => {
  if (lost.get()) timer = setInterval(() => void probe(), PROBE)
  else clearInterval(timer)
})

async function probe(): Promise<void> {
  try {
    const answer = await fetch('/actuator/health', { cache: 'no-store' })
    if (answer.status < 500) lost.set(false)
  } catch {
    // Still away; the next probe asks again.
  }
}

/** A request found nobody. */
export function serverLost(): void {
  lost.set(true)
}

/** A request was answered, whatever the answer. */
export function serverReached(): void {
  lost.set(false)
}

/** Begins to listen to what the browser knows of its network. */
export function watchNetwork(): void {
  window.addEventListener('offline', () => lost.set(true))
  window.addEventListener('online', () => void probe())
}

/** Calls back whenever the server is there again after it was lost. */
export function whenReachedAgain(listener: () => void): () => void {
  return lost.watch(() => {
    if (!lost.get()) listener()
  })
}

export function useLost(): boolean {
  return useStore(lost)
}
