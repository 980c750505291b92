import { compare, round, shift, trim } from '../lib/decimal'
import type { Language } from './texts'

const NARROW_SPACE = '\u2009'

/** `-1234567.5` as `−1,234,567.50`: every digit is kept unless `scale` says otherwise. */
export function figure(decimal: string, scale?: number): string {
  const rounded = scale === undefined ? decimal : round(decimal, scale)
  const negative = rounded.startsWith('-')
  const [whole = '0', fraction] = rounded.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return (negative ? '−' : '') + grouped + (fraction ? '.' + fraction : '')
}

export interface Short {
  figure: string
  unit: string
}

/** For heads and cards: 万 and 亿 in Chinese, K, M and B in English; smaller ones whole. */
export function shortFigure(decimal: string, language: Language): Short {
  const size = decimal.replace('-', '')
  const steps =
    language === 'zh-CN'
      ? [['100000000', 8, '亿', 2] as const, ['10000', 4, '万', 1] as const]
      : [['1000000000', 9, 'B', 2] as const, ['1000000', 6, 'M', 2] as const, ['10000', 3, 'K', 1] as const]
  for (const [least, places, unit, scale] of steps) {
    if (compare(size, least) >= 0) return { figure: figure(shift(decimal, places), scale), unit }
  }
  return { figure: figure(trim(round(decimal, 2))), unit: '' }
}

export function shortText(decimal: string, language: Language): string {
  const { figure: digits, unit } = shortFigure(decimal, language)
  return language === 'zh-CN' && unit ? digits + NARROW_SPACE + unit : digits + unit
}

export function percent(decimal: string, scale?: number): string {
  return figure(decimal, scale) + '%'
}

/** A day: the year is left out in the current one. `today` as `2026-11-24`. */
export function day(date: string, language: Language, today: string): string {
  const [year = '', month = '', dayOfMonth = ''] = date.slice(0, 10).split('-')
  const sameYear = today.startsWith(year)
  if (language === 'zh-CN') return sameYear ? `${month}-${dayOfMonth}` : `${year}-${month}-${dayOfMonth}`
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${year}-${month}-01T00:00:00Z`),
  )
  return sameYear ? `${name} ${Number(dayOfMonth)}` : `${name} ${Number(dayOfMonth)}, ${year}`
}

/** A moment in the reader's own zone, 24 hours. */
export function moment(instant: string, language: Language, now: Date): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  return `${day(localDay(at), language, localDay(now))} ${clock(at)}`
}

export function clock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}

export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Things by the day on which they were, here, each day in the order of its first. */
export function byDay<T extends { at: string }>(things: T[]): [string, T[]][] {
  const days = new Map<string, T[]>()
  for (const thing of things) {
    const on = localDay(new Date(thing.at))
    const others = days.get(on)
    if (others) others.push(thing)
    else days.set(on, [thing])
  }
  return [...days]
}
