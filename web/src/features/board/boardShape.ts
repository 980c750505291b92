import type { Field, Label, ObjectDefinition, Stage, ViewDefinition } from '../../engine/documents'
import { both } from '../../engine/filter/both'
import { quoted } from '../../engine/filter/write'
import { rankedBy, tasksOf } from '../../engine/facilities'
import { fieldOf, roleOf } from '../../engine/paths'
import { isNamed, type RecordValues } from '../../engine/records'
import { localDay } from '../../kit/format'

export interface BoardColumn {
  key: string
  label: Label
  outcome: Stage['outcome']
  /** How many cards are meant to stand here at most. */
  limit: number | null
  /** After so many days a card has been here too long. */
  stale: number | null
  /** What puts a record into this column. */
  condition: string
  /** Only this quarter's: what is over would otherwise fill the column for ever. */
  recent: boolean
}

/** All that a board of one object looks like. */
export interface BoardShape {
  object: ObjectDefinition
  field: Field
  columns: BoardColumn[]
  sums: Field[]
  card: Partial<Record<'title' | 'second' | 'amount' | 'owner' | 'date' | 'percent', string>>
  order: string
  ranked: boolean
  /** Since when a card is in its column; null: not kept. */
  since: string | null
  fields: string[]
}

/** The first day of the quarter of a day such as `2026-11-24`. */
export function quarterStart(day: string): string {
  const [year = '', month = '1'] = day.split('-')
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1
  return `${year}-${String(first).padStart(2, '0')}-01`
}

export function boardShape(
  object: ObjectDefinition,
  view: ViewDefinition | null,
  today: Date,
): BoardShape | null {
  const settings = view?.board ?? {}
  const name = settings.column ?? object.stagePath?.field ?? object.roles.stage
  const field = name ? fieldOf(object, name) : null
  if (!field || field.type.options.length === 0) return null
  const path = object.stagePath?.field === field.name ? object.stagePath : null
  const part = (role: string) => roleOf(object, role)?.name
  const card = settings.card ?? {
    title: part('title'),
    amount: part('amount'),
    owner: part('owner'),
    date: part('closed'),
  }
  const ranked = rankedBy(object) === field.name
  const since = path ? `${field.name}_since` : null
  const tasks = tasksOf(object)
  const extra = [
    part('title'),
    part('next'),
    part('nextOn'),
    tasks?.due,
    since,
    field.name,
    ...Object.values(card),
  ]
  return {
    object,
    field,
    columns: columnsOf(object, field, settings.limits ?? {}, today),
    sums: (settings.sums ?? []).flatMap((sum) => fieldOf(object, sum) ?? []),
    card,
    order: ranked ? '-rank' : (view?.order.filter((key) => key !== '-rank').join(',') ?? ''),
    ranked,
    since,
    fields: [...new Set(['id', 'version', ...extra.filter((one) => one !== undefined && one !== null)])],
  }
}

function columnsOf(
  object: ObjectDefinition,
  field: Field,
  limits: Record<string, unknown>,
  today: Date,
): BoardColumn[] {
  const path = object.stagePath?.field === field.name ? object.stagePath : null
  const closed = roleOf(object, 'closed')
  const tasks = tasksOf(object)
  const quarter = quarterStart(localDay(today))
  return field.type.options
    .filter((option) => !option.retired)
    .map((option) => {
      const stage = path?.stages.find((one) => one.key === option.key)
      const over = stage
        ? stage.outcome !== 'open'
        : tasks?.state === field.name && !tasks.open.includes(option.key)
      const recent = over && closed !== null
      const here = `${field.name} = ${quoted(option.key)}`
      return {
        key: option.key,
        label: option.label,
        outcome: stage?.outcome ?? (over ? 'won' : 'open'),
        limit: limits[option.key] === undefined ? null : Number(limits[option.key]),
        stale: stage?.outcome === 'open' ? stage.limit : null,
        condition: recent ? `${here} and ${closed.name} >= date("${quarter}")` : here,
        recent,
      }
    })
}

/** The condition of all that stands on the board. */
export function boardWhere(shape: BoardShape, base: string): string {
  const old = shape.columns.filter((column) => column.recent)
  if (old.length === 0) return base
  const keys = old.map((column) => quoted(column.key)).join(', ')
  const closed = shape.object.roles.closed ?? ''
  const since = old[0]?.condition.split(' and ')[1] ?? `${closed} is not null`
  return both(base, `(${shape.field.name} not in (${keys}) or ${since})`)
}

/** What has stood too long where it is, over the whole board; null: no column has a limit. */
export function staleWhere(shape: BoardShape, today: Date): string | null {
  const stale = shape.columns.filter((column) => column.stale !== null)
  if (!shape.since || stale.length === 0) return null
  const one = (column: BoardColumn) =>
    `(${column.condition} and ${shape.since} < date("${daysBefore(today, column.stale ?? 0)}"))`
  return `(${stale.map(one).join(' or ')})`
}

export function daysBefore(today: Date, days: number): string {
  return localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - days))
}

export interface Mark {
  kind: 'late' | 'noNext' | 'nextLate' | 'stale'
  tone: 'danger' | 'warning'
  days: number
}

/** The worst that can be said of a card, from what it brings along. */
export function markOf(shape: BoardShape, column: BoardColumn, card: RecordValues, today: Date): Mark | null {
  if (column.outcome !== 'open') return null
  const { object } = shape
  const day = localDay(today)
  const due = tasksOf(object)?.due
  if (due && typeof card[due] === 'string' && card[due] < day) {
    return { kind: 'late', tone: 'danger', days: daysSince(card[due], today) }
  }
  const next = object.roles.next
  const nextOn = object.roles.nextOn
  const on = nextOn ? card[nextOn] : null
  if (typeof on === 'string' && on < day)
    return { kind: 'nextLate', tone: 'danger', days: daysSince(on, today) }
  if (next && !card[next] && !on) return { kind: 'noNext', tone: 'danger', days: 0 }
  const since = shape.since ? card[shape.since] : null
  if (column.stale !== null && typeof since === 'string') {
    const days = daysSince(since, today)
    if (days > column.stale) return { kind: 'stale', tone: 'warning', days }
  }
  return null
}

export function daysSince(instant: string, today: Date): number {
  const at = instant.length > 10 ? new Date(instant) : new Date(`${instant}T00:00:00`)
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.max(0, Math.round((midnight(today) - midnight(at)) / 86_400_000))
}

/** A value of a card as plain text: a reference by its title. */
export function plain(value: unknown): string {
  if (isNamed(value)) return value.title ?? ''
  return value === null || value === undefined ? '' : String(value)
}
