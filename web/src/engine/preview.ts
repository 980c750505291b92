import { useEffect, useState } from 'react'
import { send } from '../lib/http'
import { Problem } from '../lib/problem'
import type { ObjectDefinition } from './documents'
import { toWire, type Values } from './draft'

/** What the server says about a draft: its computed values and which fields show, are required or fixed. */
export interface Preview {
  values?: Values
  visible?: Record<string, boolean>
  required?: Record<string, boolean>
  readOnly?: Record<string, boolean>
}

const PAUSE = 250
let answered = true

/** Asks the server about a draft, a moment after the last key; the last question's answer wins. */
export function usePreview(
  object: ObjectDefinition,
  id: string | null,
  changed: Values,
  enabled: boolean,
): Preview {
  const [preview, setPreview] = useState<Preview>({})
  const question = JSON.stringify(toWire(object, changed))
  useEffect(() => {
    if (!enabled || !answered) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const body = { id, values: toWire(object, changed) }
      send<Preview>('POST', `/api/objects/${object.name}/preview`, { body, signal: abort.signal })
        .then(({ data }) => setPreview(data ?? {}))
        .catch((failure: unknown) => {
          // A form works without a preview; saving says what is wrong. A server that has none is not asked again.
          if (failure instanceof Problem && [404, 405].includes(failure.status)) answered = false
        })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the question stands for the draft
  }, [object, id, question, enabled])
  return preview
}
