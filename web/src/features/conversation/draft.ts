import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, EMPTY } from './mentions'

function read(name: string): Draft {
  try {
    const text = sessionStorage.getItem(name)
    return text === null ? EMPTY : (JSON.parse(text) as Draft)
  } catch {
    return EMPTY
  }
}

function write(name: string, draft: Draft): void {
  try {
    if (draft.text === '') sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(draft))
  } catch {
    // Storage may be full or forbidden; the draft then lasts as long as the page.
  }
}

/** What is typed and not yet sent: it outlives the page and a reload, not the tab. */
export function useKeptDraft(place: string) {
  const name = `flywheel.talk.${place}`
  const [draft, setDraft] = useState(() => read(name))
  const latest = useRef(draft)
  const set = useCallback((next: Draft | ((before: Draft) => Draft)) => {
    latest.current = typeof next === 'function' ? next(latest.current) : next
    setDraft(latest.current)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => write(name, draft), draft.text === '' ? 0 : 250)
    return () => {
      clearTimeout(timer)
      write(name, latest.current)
    }
  }, [name, draft])
  return [draft, set] as const
}
