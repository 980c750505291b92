import { createStore, useStore } from '../lib/store'

/** Requests that wait until somebody has signed in again; the page they belong to stays as it is. */
const waiting = createStore<((again: boolean) => void)[]>([])

/** Asks for a new sign-in over the page; answers whether the same person is signed in again. */
export function askToSignIn(): Promise<boolean> {
  return new Promise((resolve) => waiting.set([...waiting.get(), resolve]))
}

export function answerWaiting(again: boolean): void {
  const all = waiting.get()
  waiting.set([])
  all.forEach((resolve) => resolve(again))
}

export function useEnded(): boolean {
  return useStore(waiting).length > 0
}
