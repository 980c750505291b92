import { useEffect, useRef, useSyncExternalStore } from 'react'
import { get } from './http'
import { backoff, throttled } from './pace'

/** A job of the reader, as the server last told of it. */
export interface Job {
  id: string
  kind: string
  done: number
  total: number
  state: 'queued' | 'running' | 'done' | 'failed' | 'undone'
}

type Heard = (objects: Set<string> | 'anything') => void

/** A page asks again at most this often. */
const PACE = 1_500
/** A tab that nobody looks at gives its line back after this time, and catches up when it is shown. */
const HIDDEN = 180_000

const hearers = new Set<Heard>()
const talkHearers = new Set<Heard>()
const stores = new Set<() => void>()
let unread = 0
let jobs: Record<string, Job> = {}
let source: EventSource | null = null
let failures = 0
let everOpen = false
let retry: ReturnType<typeof setTimeout> | undefined
let giveBack: ReturnType<typeof setTimeout> | undefined

function read<T>(event: Event): T {
  return JSON.parse((event as MessageEvent<string>).data) as T
}

function tellAll(): void {
  for (const hear of [...hearers, ...talkHearers]) hear('anything')
}

function publish(): void {
  for (const changed of stores) changed()
}

function wanted(): boolean {
  return hearers.size + talkHearers.size + stores.size > 0
}

function open(): void {
  clearTimeout(retry)
  if (source || !wanted() || document.hidden || typeof EventSource === 'undefined') return
  const opened = new EventSource('/api/events')
  source = opened
  opened.addEventListener('open', () => {
    failures = 0
    // What happened between the last line and this one, nobody told us.
    if (everOpen) tellAll()
    everOpen = true
  })
  opened.addEventListener('changed', (event) => {
    const { objects, talks } = read<{ objects: string[]; talks: string[] }>(event)
    if (objects.length > 0) for (const hear of hearers) hear(new Set(objects))
    if (talks.length > 0) for (const hear of talkHearers) hear(new Set(talks))
  })
  opened.addEventListener('missed', tellAll)
  opened.addEventListener('inbox', (event) => {
    unread = read<{ unread: number }>(event).unread
    publish()
  })
  opened.addEventListener('job', (event) => {
    const job = read<Job>(event)
    jobs = { ...jobs, [job.id]: job }
    publish()
  })
  opened.addEventListener('end', (event) => ended(read<{ why: string }>(event).why))
  opened.addEventListener('error', () => {
    if (source === opened) later()
  })
}

function close(): void {
  source?.close()
  source = null
}

/** A newer tab took the line: this one asks again when somebody turns to it. */
function ended(why: string): void {
  if (why === 'replaced') close()
  else later()
}

function later(): void {
  close()
  failures += 1
  clearTimeout(retry)
  // Only an ordinary call tells whether the session has ended; if so, it leads to the sign-in.
  if (failures <= 2) get('/api/me').catch(() => undefined)
  retry = setTimeout(open, backoff(failures, Math.random()))
}

function looked(): void {
  clearTimeout(giveBack)
  if (document.hidden) giveBack = setTimeout(close, HIDDEN)
  else open()
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', looked)
  window.addEventListener('focus', looked)
  window.addEventListener('online', () => {
    failures = 0
    open()
  })
}

function subscribe<T>(to: Set<T>, listener: T): () => void {
  to.add(listener)
  open()
  return () => {
    to.delete(listener)
    // The next page will listen in a moment; only a tab without listeners gives its line back.
    setTimeout(() => {
      if (wanted()) return
      close()
      clearTimeout(retry)
      everOpen = false
      unread = 0
      jobs = {}
    }, 2_000)
  }
}

/** Every change that is told, as it comes; for the one place that reads again what all pages show. */
export function onChanged(hear: Heard): () => void {
  return subscribe(hearers, hear)
}

function useHeard(to: Set<Heard>, object: string | null, callback: () => void): void {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  useEffect(() => {
    const pace = throttled(() => latest.current(), PACE)
    let due = false
    const shown = () => {
      if (document.hidden || !due) return
      due = false
      pace.call()
    }
    document.addEventListener('visibilitychange', shown)
    const stop = subscribe<Heard>(to, (objects) => {
      if (objects !== 'anything' && object !== null && !objects.has(object)) return
      if (document.hidden) due = true
      else pace.call()
    })
    return () => {
      stop()
      pace.cancel()
      document.removeEventListener('visibilitychange', shown)
    }
  }, [to, object])
}

/**
 * Calls back after records of an object changed (null: of any), at most once in 1.5 s, and when the tab is shown again
 * if something changed meanwhile.
 */
export function useChanged(object: string | null, callback: () => void): void {
  useHeard(hearers, object, callback)
}

/** As {@link useChanged}, after somebody said something on a record of the object. */
export function useTalked(object: string, callback: () => void): void {
  useHeard(talkHearers, object, callback)
}

function subscribeStore(changed: () => void): () => void {
  return subscribe(stores, changed)
}

/** How many entries of the reader's inbox are unread. */
export function useInbox(): { unread: number } {
  const count = useSyncExternalStore(subscribeStore, () => unread)
  return { unread: count }
}

/** The reader's jobs that were told of since the tab was opened, by id. */
export function useJobs(): Record<string, Job> {
  return useSyncExternalStore(subscribeStore, () => jobs)
}
