import { decimalOf } from '../../lib/json'
import { kindOf } from '../kinds/registry'
import type { Column } from '../paths'
import type { RecordValues } from '../records'

export type Density = 'compact' | 'normal' | 'roomy'

export const ROW_HEIGHTS: Record<Density, number> = { compact: 32, normal: 36, roomy: 44 }

export const NARROWEST = 56
export const WIDEST = 1_200
const PADDING = 24
const MARK = 32
const GAP = 16
const FIGURE = 8

export interface GridLayout {
  template: string
  /** Below this the grid scrolls sideways. */
  width: number
  /** Of each column in pixels, before what is free is shared. */
  widths: number[]
}

/**
 * Columns share what is free, and never get narrower than their kind or their longest figure needs, unless somebody
 * gave them a width.
 */
export function layoutOf(
  columns: Column[],
  rows: RecordValues[],
  given: Record<string, number>,
  marked: boolean,
): GridLayout {
  const widths = columns.map((column, index) => given[column.path] ?? naturalWidth(column, rows, index === 0))
  const parts = columns.map((column, index) =>
    given[column.path] === undefined
      ? `minmax(${widths[index]}px, ${index === 0 ? 2 : 1}fr)`
      : `${widths[index]}px`,
  )
  const head = marked ? [`${MARK}px`] : []
  const filler = columns.every((column) => given[column.path] !== undefined) ? ['minmax(0, 1fr)'] : []
  return {
    template: [...head, ...parts, ...filler].join(' '),
    width: widths.reduce((sum, width) => sum + width, 2 * PADDING + (marked ? MARK : 0)),
    widths,
  }
}

function naturalWidth(column: Column, rows: RecordValues[], first: boolean): number {
  const kind = kindOf(column.field.type)
  return Math.max(kind.width + (first ? 60 : 0), kind.align === 'end' ? figureWidth(column, rows) : 0)
}

/** A figure is never cut: its digits with their separators, as wide as the longest of the loaded rows. */
function figureWidth(column: Column, rows: RecordValues[]): number {
  const longest = rows.reduce((most, row) => Math.max(most, decimalOf(row[column.path])?.length ?? 0), 0)
  return Math.ceil(longest * 1.34) * FIGURE + GAP
}

export function bounded(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}

/** Ascending, then descending, then as the view says. */
export function nextOrder(order: string, path: string): string {
  if (order === path) return '-' + path
  return order === '-' + path ? '' : path
}
