import { localDay } from '../../kit/format'

/** What one line says: what to do, and until when. */
export interface Typed {
  subject: string
  due: string | null
  time: string | null
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const HAN_DAYS = '日一二三四五六'
const TIME = /(上午|中午|下午|晚上)?\s*(\d{1,2})\s*(?:[:：](\d{2})|点(半|\d{1,2}分?)?)/
const CLOCK = /\b(?:at\s+)?(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b/i

function plus(today: Date, days: number): string {
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() + days))
}

function coming(today: Date, weekday: number, nextWeek: boolean): string {
  if (!nextWeek) return plus(today, (weekday - today.getDay() + 7) % 7)
  const monday = 1 - (today.getDay() || 7) + 7
  return plus(today, monday + ((weekday + 6) % 7))
}

function dated(today: Date, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const at = new Date(today.getFullYear(), month - 1, day)
  const past = localDay(at) < localDay(today)
  return localDay(past ? new Date(today.getFullYear() + 1, month - 1, day) : at)
}

type Rule = [RegExp, (found: RegExpExecArray, today: Date) => string | null]

const DAYS: Rule[] = [
  [/大后天/, (_, today) => plus(today, 3)],
  [/后天/, (_, today) => plus(today, 2)],
  [/明天|明日|\btomorrow\b/i, (_, today) => plus(today, 1)],
  [/今天|今日|\btoday\b/i, (_, today) => plus(today, 0)],
  [
    /(下)?(?:周|星期|礼拜)([一二三四五六日天])/,
    (found, today) =>
      coming(today, HAN_DAYS.indexOf((found[2] ?? '').replace('天', '日')), found[1] !== undefined),
  ],
  [
    /\b(next\s+)?(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?\b/i,
    (found, today) => coming(today, WEEKDAYS.indexOf((found[2] ?? '').toLowerCase()), found[1] !== undefined),
  ],
  [
    /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/,
    (found) => localDay(new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]))),
  ],
  [/(\d{1,2})月(\d{1,2})[日号]?/, (found, today) => dated(today, Number(found[1]), Number(found[2]))],
  [/\b(\d{1,2})[-/](\d{1,2})\b/, (found, today) => dated(today, Number(found[1]), Number(found[2]))],
]

function clock(hour: number, minute: number): string | null {
  return hour > 23 || minute > 59
    ? null
    : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function timeOf(text: string): [string, string] | null {
  const english = CLOCK.exec(text)
  if (english) {
    const pm = english[3]?.toLowerCase() === 'pm'
    const time = clock((Number(english[1]) % 12) + (pm ? 12 : 0), Number(english[2] ?? 0))
    return time ? [english[0], time] : null
  }
  const found = TIME.exec(text)
  if (!found) return null
  const late = found[1] === '下午' || found[1] === '晚上'
  const hour = Number(found[2])
  const minute = found[4] === '半' ? 30 : Number(found[3] ?? found[4]?.replace('分', '') ?? 0)
  const time = clock(late && hour < 12 ? hour + 12 : hour, minute)
  return time ? [found[0], time] : null
}

/** Reads a line such as 「明天 10:30 给王总回电」 or `call Wang friday 3pm`; what is no day or time is the subject. */
export function readLine(line: string, today: Date): Typed {
  let rest = line
  let due: string | null = null
  for (const [pattern, day] of DAYS) {
    const found = pattern.exec(rest)
    const read = found ? day(found, today) : null
    if (found && read) {
      due = read
      rest = rest.replace(found[0], ' ')
      break
    }
  }
  const time = timeOf(rest)
  if (time) rest = rest.replace(time[0], ' ')
  const subject = rest.replace(/\s+/g, ' ').trim()
  // A line of nothing but a day is a subject after all.
  return subject === ''
    ? { subject: line.trim(), due: null, time: null }
    : { subject, due, time: time?.[1] ?? null }
}

export type Group = 'overdue' | 'today' | 'week' | 'later' | 'none'

/** Where a task stands in time; a week ends on Sunday. */
export function groupOf(due: string | null, today: Date): Group {
  if (!due) return 'none'
  const day = due.slice(0, 10)
  const now = localDay(today)
  if (day < now) return 'overdue'
  if (day === now) return 'today'
  return day <= plus(today, (7 - today.getDay()) % 7) ? 'week' : 'later'
}

export function inDays(today: Date, days: number): string {
  return plus(today, days)
}
