import { type Label, readLabel, text } from './documents'

export interface BoardSettings {
  column?: string
  sums?: string[]
  card?: Partial<Record<'title' | 'second' | 'amount' | 'owner' | 'date' | 'percent', string>>
  limits?: Record<string, unknown>
}

export interface CalendarSettings {
  start: string
  end?: string
  time?: string
  colour?: string
}

export interface ViewDefinition {
  name: string
  object: string
  label: Label
  type: 'list' | 'board' | 'calendar'
  columns: string[]
  where: string | null
  order: string[]
  /** How high the rows of a list are, and what its columns are wide in pixels; unset as their kinds say. */
  density: 'compact' | 'normal' | 'roomy' | null
  widths: Record<string, number>
  board: BoardSettings | null
  calendar: CalendarSettings | null
}

export function readView(name: string, document: Record<string, unknown>): ViewDefinition {
  return {
    name,
    object: text(document.object) ?? '',
    label: readLabel(document.label, name),
    type: (document.type as ViewDefinition['type'] | undefined) ?? 'list',
    columns: (document.columns ?? []) as string[],
    where: text(document.where),
    order: (document.order ?? []) as string[],
    density: (document.density as ViewDefinition['density'] | undefined) ?? null,
    widths: (document.widths ?? {}) as Record<string, number>,
    board: (document.board as BoardSettings | undefined) ?? null,
    calendar: (document.calendar as CalendarSettings | undefined) ?? null,
  }
}
