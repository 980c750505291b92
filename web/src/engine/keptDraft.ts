import { useCallback, useEffect, useRef, useState } from 'react'
import { parseJson, writeJson } from '../lib/json'
import type { Values } from './draft'
import { useMe } from './session'

/**
 * What somebody has typed and not yet saved, kept in this browser per person, so that a lost network, a closed tab or an
 * ended session takes nothing. It goes when it is saved, dropped, or when its person signs out.
 */
const PREFIX = 'flywheel.draft.'
const MOST = 30
const LATER = 300

export interface KeptDraft {
  /** When it was typed last, in milliseconds. */
  at: number
  values: Values
}

function read(key: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? null : readDraft(parseJson(text))
  } catch {
    return null
  }
}

function readDraft(value: unknown): KeptDraft | null {
  const { at, values } = (value ?? {}) as { at?: unknown; values?: unknown }
  return typeof values === 'object' && values !== null ? { at: Number(at), values: values as Values } : null
}

function write(key: string, values: Values): void {
  try {
    if (Object.keys(values).length === 0) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, writeJson({ at: Date.now(), values }))
    forgetOldest()
  } catch {
    // Storage may be full or forbidden; what is typed then lasts as long as the page.
  }
}

function keys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
}

function forgetOldest(): void {
  const all = keys()
  if (all.length <= MOST) return
  const aged = all.map((key) => ({ key, at: read(key.slice(PREFIX.length))?.at ?? 0 }))
  aged.sort((a, b) => a.at - b.at)
  aged.slice(0, all.length - MOST).forEach(({ key }) => localStorage.removeItem(key))
}

/** Called when somebody signs out: the next person at this screen finds nothing. */
export function forgetDrafts(): void {
  try {
    keys().forEach((key) => localStorage.removeItem(key))
  } catch {
    // Nothing could be kept either.
  }
}

/**
 * Keeps what is typed under a name and tells what was kept of an earlier time.
 *
 * @param changed what differs from what is saved; nothing of it is kept once it is empty
 */
export function useKeptDraft(name: string, changed: Values, typing: boolean) {
  const me = useMe()
  const key = `${me.data?.member.id ?? '?'}.${name}`
  const [found, setFound] = useState(() => read(key))
  const text = writeJson(changed)
  const dropped = useRef(false)
  useEffect(() => {
    if (!typing) return undefined
    dropped.current = false
    const put = () => {
      if (!dropped.current) write(key, parseJson(text) as Values)
    }
    const timer = setTimeout(put, LATER)
    window.addEventListener('pagehide', put) // a page that is closed or loaded anew runs no clean-up
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', put)
      put()
    }
  }, [key, text, typing])
  const forget = useCallback(() => {
    dropped.current = true
    write(key, {})
    setFound(null)
  }, [key])
  const taken = useCallback(() => setFound(null), [])
  return { found, taken, forget }
}

/** One text that survives: what stands in a box that has not been sent. */
export function useKeptText(name: string) {
  const me = useMe()
  const key = `${me.data?.member.id ?? '?'}.${name}`
  const [text, setText] = useState(() => String(read(key)?.values.text ?? ''))
  const set = useCallback(
    (next: string) => {
      setText(next)
      write(key, next === '' ? {} : { text: next })
    },
    [key],
  )
  return [text, set, useCallback(() => set(''), [set])] as const
}
