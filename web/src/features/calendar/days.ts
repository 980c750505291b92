import { localDay } from '../../kit/format'

/** Days as texts such as `2026-11-24`. */
export function at(day: string): Date {
  const [year = '1970', month = '1', date = '1'] = day.split('-')
  return new Date(Number(year), Number(month) - 1, Number(date))
}

export function plus(day: string, days: number): string {
  const date = at(day)
  return localDay(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days))
}

/** The Monday of its week. */
export function monday(day: string): string {
  return plus(day, -((at(day).getDay() + 6) % 7))
}

export type Span = 'month' | 'week' | 'day'

/** The days that are shown: six whole weeks around a month, a week, a day. */
export function daysOf(span: Span, on: string, phone: boolean): string[] {
  const first = span === 'month' ? monday(`${on.slice(0, 8)}01`) : span === 'week' ? monday(on) : on
  const length = span === 'day' ? 1 : span === 'week' ? 7 : 42
  const all = Array.from({ length }, (_, index) => plus(first, index))
  return span === 'month' && phone ? all.filter((day) => day.slice(0, 7) === on.slice(0, 7)) : all
}

export function step(span: Span, on: string, by: number): string {
  if (span !== 'month') return plus(on, by * (span === 'week' ? 7 : 1))
  const date = at(on)
  return localDay(new Date(date.getFullYear(), date.getMonth() + by, 1))
}

/** The day on which a date or a moment falls, in the reader's zone. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null
  return value.length > 10 ? localDay(new Date(value)) : value
}

/** The same value some days later: a moment keeps its time of day. */
export function shifted(value: unknown, days: number): unknown {
  if (typeof value !== 'string') return value
  if (value.length <= 10) return plus(value, days)
  const moment = new Date(value)
  moment.setDate(moment.getDate() + days)
  return moment.toISOString()
}

export function distance(from: string, to: string): number {
  const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
  return Math.round((utc(to) - utc(from)) / 86_400_000)
}
