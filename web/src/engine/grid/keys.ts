import type { KeyboardEvent } from 'react'

/** Where the keyboard is in a grid. */
export interface Place {
  row: number
  column: number
}

interface Extent {
  rows: number
  columns: number
  /** How many rows fit on the screen. */
  page: number
}

/** The place a key moves to, or null if it moves nowhere. */
export function movedBy(event: KeyboardEvent, at: Place, { rows, columns, page }: Extent): Place | null {
  const whole = event.ctrlKey || event.metaKey
  const to = target(event.key, at, whole, { rows, columns, page })
  if (!to) return null
  return {
    row: Math.min(Math.max(to.row, 0), rows - 1),
    column: Math.min(Math.max(to.column, 0), columns - 1),
  }
}

function target(key: string, { row, column }: Place, whole: boolean, extent: Extent): Place | null {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'PageDown':
      return { row: row + extent.page, column }
    case 'PageUp':
      return { row: row - extent.page, column }
    case 'Home':
      return whole ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return whole
        ? { row: extent.rows - 1, column: extent.columns - 1 }
        : { row, column: extent.columns - 1 }
    default:
      return null
  }
}

/** A key that begins a text; a composing input method sends none. */
export function typedText(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return null
  return event.key.length === 1 && event.key !== ' ' ? event.key : null
}
