import { useCallback, useMemo, useState } from 'react'
import type { Problem } from '../lib/problem'
import { decimalOf } from '../lib/json'
import type { Field, ObjectDefinition } from './documents'
import { kindOf } from './kinds/registry'
import { isComputed } from './paths'
import { isNamed } from './records'

export type Values = Record<string, unknown>

/** Equal as values: a reference by its id, a number by its digits, options as a list. */
export function sameValue(left: unknown, right: unknown): boolean {
  const a = comparable(left)
  const b = comparable(right)
  return a === b
}

function comparable(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (isNamed(value)) return value.id
  if (Array.isArray(value)) return JSON.stringify(value)
  return decimalOf(value) ?? String(value)
}

/** What someone is typing over a record, kept apart from it until it is saved. */
export function useDraft(base: Values) {
  const [touched, setTouched] = useState<Values>({})
  const set = useCallback(
    (name: string, value: unknown) => setTouched((now) => ({ ...now, [name]: value })),
    [],
  )
  const setAll = useCallback((values: Values) => setTouched((now) => ({ ...now, ...values })), [])
  const clear = useCallback(() => setTouched({}), [])
  const changed = useMemo(
    () =>
      Object.fromEntries(Object.entries(touched).filter(([name, value]) => !sameValue(value, base[name]))),
    [touched, base],
  )
  return {
    values: { ...base, ...touched },
    changed,
    dirty: Object.keys(changed).length > 0,
    set,
    setAll,
    clear,
  }
}

/** The touched fields as the API takes them. */
export function toWire(object: ObjectDefinition, values: Values): Values {
  const wire: Values = {}
  for (const field of object.fields) {
    if (field.name in values && !isComputed(field)) {
      wire[field.name] = kindOf(field.type).toWire(values[field.name])
    }
  }
  return wire
}

/** Faults that belong to no field in sight are shown above the form. */
export function looseFaults(problem: Problem | null, fields: Field[]): string[] {
  if (!problem) return []
  const shown = new Set(fields.map((field) => problem.faultOf(field.name)).filter(Boolean))
  const loose = problem.faults.map((fault) => fault.message).filter((message) => !shown.has(message))
  if (problem.faults.length > 0) return loose
  return [[problem.message, problem.details, problem.hint].filter(Boolean).join(' ')]
}
