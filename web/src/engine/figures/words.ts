import { shortText, figure as plain } from '../../kit/format'
import type { Language } from '../../kit/texts'
import { round, shift } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import type { Metric } from './documents'

/** A metric's value as a text, for sentences and labels; null if there is none. */
export function metricText(metric: Metric | undefined, value: unknown, language: Language): string | null {
  const decimal = decimalOf(value)
  if (decimal === null) return null
  if (metric?.unit === 'money') return shortText(decimal, language)
  if (metric?.unit === 'ratio') return percentText(decimal)
  return plain(decimal, metric?.digits)
}

/** A ratio as a percentage with one digit. */
export function percentText(ratio: unknown, digits = 1): string | null {
  const decimal = decimalOf(ratio)
  return decimal === null ? null : plain(round(shift(decimal, -2), digits)) + '%'
}

/** A ratio as how far a bar goes, between 0 and 1: drawing, not figures. */
export function barOf(ratio: unknown, full = 1): number {
  const decimal = decimalOf(ratio)
  return decimal === null ? 0 : Math.min(1, Math.max(0, Number(decimal) / full))
}

/** Without its sign. */
export function size(value: unknown): string | null {
  return decimalOf(value)?.replace('-', '') ?? null
}

export function isNegative(value: unknown): boolean {
  return decimalOf(value)?.startsWith('-') === true
}
