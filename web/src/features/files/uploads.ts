import { createStore, useStore } from '../../lib/store'
import { upload } from '../../lib/upload'
import { Problem } from '../../lib/problem'
import { filesPath } from './files'

export type UploadState = 'waiting' | 'sending' | 'lost' | 'refused'

/** A file on its way to a record. */
export interface Upload {
  id: number
  place: string
  file: File
  sent: number
  state: UploadState
  /** Why it was refused, in the reader's language. */
  reason: string | null
}

interface Course extends Upload {
  abort: AbortController
  arrived: () => void
}

/** They go on while one looks elsewhere; two at a time, so that a small one need not wait for a large one. */
const AT_ONCE = 2
const courses = createStore<Course[]>([])
let next = 1

function mark(id: number, changed: Partial<Upload>): void {
  courses.set(courses.get().map((course) => (course.id === id ? { ...course, ...changed } : course)))
}

function drop(id: number): void {
  courses.set(courses.get().filter((course) => course.id !== id))
}

const placeOf = (object: string, record: string) => filesPath(object, record)

interface Wish {
  object: string
  record: string
  files: File[]
  maxBytes: number
  tooLarge: string
  empty: string
  arrived: () => void
}

/** Sends files to a record. What is too large is refused here already: no need to send three gigabytes for a no. */
export function addUploads({ object, record, files, maxBytes, tooLarge, empty, arrived }: Wish): void {
  const more = files.map((file): Course => {
    const reason = file.size > maxBytes ? tooLarge : file.size === 0 ? empty : null
    return {
      id: next++,
      place: placeOf(object, record),
      file,
      sent: 0,
      state: reason ? 'refused' : 'waiting',
      reason,
      abort: new AbortController(),
      arrived,
    }
  })
  courses.set([...courses.get(), ...more])
  go()
}

function go(): void {
  const free = AT_ONCE - courses.get().filter((course) => course.state === 'sending').length
  const waiting = courses
    .get()
    .filter((course) => course.state === 'waiting')
    .slice(0, Math.max(0, free))
  for (const course of waiting) void sendOne(course)
}

async function sendOne(course: Course): Promise<void> {
  mark(course.id, { state: 'sending', sent: 0, reason: null })
  try {
    await upload(course.place, course.file, {
      onProgress: (sent) => mark(course.id, { sent }),
      signal: course.abort.signal,
    })
    drop(course.id)
    course.arrived()
  } catch (failure) {
    if (failure instanceof DOMException) drop(course.id)
    else mark(course.id, outcome(failure))
  }
  go()
}

/** Without an answer, or when the server says “not now”, the same file may well arrive a moment later. */
function outcome(failure: unknown): Partial<Upload> {
  if (!(failure instanceof Problem)) return { state: 'refused', reason: String(failure) }
  const later = failure.status === 0 || failure.status === 429 || failure.status >= 500
  const reason = failure.faults[0]?.message ?? failure.message
  return { state: later ? 'lost' : 'refused', reason: failure.status === 0 ? null : reason }
}

export function callOff(id: number): void {
  const course = courses.get().find((one) => one.id === id)
  if (course?.state === 'sending') course.abort.abort()
  else drop(id)
}

export function sendAgain(id: number): void {
  const course = courses.get().find((one) => one.id === id)
  if (!course) return
  mark(id, { state: 'waiting' })
  go()
}

function again(): void {
  for (const course of courses.get().filter((one) => one.state === 'lost')) sendAgain(course.id)
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', again)
  // A page that is left takes what is on its way with it; ask first.
  window.addEventListener('beforeunload', (event) => {
    if (courses.get().some((course) => course.state === 'sending' || course.state === 'waiting'))
      event.preventDefault()
  })
}

export function useUploads(object: string, record: string): Upload[] {
  const all = useStore(courses)
  return all.filter((course) => course.place === placeOf(object, record))
}
