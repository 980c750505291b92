import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from './documents'
import './engine.css'
import './grid/grid.css'
import { type CellEditing, useCellEditing } from './grid/editing'
import { GridHead } from './grid/GridHead'
import { GridRow } from './grid/GridRow'
import { movedBy, type Place, typedText } from './grid/keys'
import { type Density, layoutOf, ROW_HEIGHTS } from './grid/layout'
import type { GridSelection } from './grid/marks'
import { shownType } from './paths'
import type { Column } from './paths'
import type { RecordValues } from './records'

export const ROW_HEIGHT = ROW_HEIGHTS.normal

interface Props {
  object: ObjectDefinition
  columns: Column[]
  rows: RecordValues[]
  order: string
  onOrder: (order: string) => void
  onOpen: (id: string) => void
  hasMore: boolean
  loadMore: () => void
  /** Rows of an earlier question, shown until the new answer is here. */
  stale: boolean
  density?: Density
  widths?: Record<string, number>
  onWidth?: (path: string, width: number) => void
  selection?: GridSelection
  /** The paths that the rows were asked for, where cells may be changed; without it nothing can. */
  editable?: string[]
}

/** A grid of any object's records, drawn only where one looks; pages load as one scrolls. */
export function RecordGrid(props: Props) {
  const { object, columns, rows, hasMore, loadMore, selection } = props
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const height = ROW_HEIGHTS[props.density ?? 'normal']
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 16,
    scrollPaddingStart: height,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 60) loadMore()
  }, [hasMore, last, rows.length, loadMore])

  const [dragged, setDragged] = useState<Record<string, number>>({})
  const widths = useMemo(() => ({ ...props.widths, ...dragged }), [props.widths, dragged])
  const marked = selection !== undefined
  const layout = useMemo(() => layoutOf(columns, rows, widths, marked), [columns, rows, widths, marked])
  const onWidth = (path: string, width: number, done: boolean) => {
    setDragged(done ? {} : { [path]: width })
    if (done) props.onWidth?.(path, width)
  }
  const grid = useKeyboard(props, scroller, virtual.scrollToIndex, height)
  return (
    <div
      ref={scroller}
      className={props.stale ? 'grid grid-stale' : 'grid'}
      role="grid"
      tabIndex={0}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-label={t('list.grid')}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={grid.place ? grid.cellId(grid.place.row, grid.place.column) : undefined}
      onKeyDown={grid.onKeyDown}
      onClick={grid.onClick}
      onDoubleClick={grid.onDoubleClick}
      onFocus={grid.onFocus}
    >
      <GridHead
        columns={columns}
        layout={layout}
        order={props.order}
        onOrder={props.onOrder}
        selection={selection}
        onWidth={props.onWidth ? onWidth : undefined}
      />
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth: layout.width }}
      >
        {items.map((item) => {
          const record = rows[item.index]
          return (
            <GridRow
              key={record?.id ?? 'more'}
              object={object}
              columns={columns}
              record={record}
              index={item.index}
              top={item.start}
              height={height}
              template={layout.template}
              activeColumn={grid.place?.row === item.index ? grid.place.column : -1}
              cellId={grid.cellId}
              selection={selection}
              selected={record !== undefined && (selection?.has(record.id) ?? false)}
              editing={grid.editing}
            />
          )
        })}
      </div>
    </div>
  )
}

type ScrollTo = (index: number) => void

/** One place in the grid has the keyboard; it is told by name, since the row under it may not be drawn. */
function useKeyboard(
  props: Props,
  scroller: React.RefObject<HTMLDivElement | null>,
  scrollTo: ScrollTo,
  height: number,
) {
  const { object, columns, rows, selection, editable, onOpen } = props
  const id = useId()
  const [kept, setKept] = useState<(Place & { id: string | undefined }) | null>(null)
  // Rows come and go above the one where the keyboard is; it stays with its record.
  const place = useMemo(() => placeIn(rows, kept), [rows, kept])
  const setPlace = useCallback((next: Place) => setKept({ ...next, id: rows[next.row]?.id }), [rows])
  const cellId = useCallback((row: number, column: number) => `${id}-${row}-${column}`, [id])
  const now = useRef<{ place: Place | null; editing?: CellEditing }>({ place })

  const leave = useCallback(
    (step: -1 | 0 | 1) => {
      scroller.current?.focus({ preventScroll: true })
      const at = now.current.place
      const record = at ? rows[at.row] : undefined
      const editing = now.current.editing
      if (!at || !record || !editing || step === 0) return
      for (let next = at.column + step; columns[next]; next += step) {
        const column = columns[next]
        if (column && editing.may(column)) {
          setPlace({ row: at.row, column: next })
          editing.open(record, column)
          return
        }
      }
    },
    [columns, rows, scroller, setPlace],
  )
  const cells = useCellEditing(object, editable ?? [], leave)
  const editing = editable ? cells : undefined
  useEffect(() => {
    now.current = { place, editing }
  })

  const onClick = (event: React.MouseEvent) => {
    const hit = hitBy(event)
    const record = hit ? rows[hit.row] : undefined
    if (!hit || !record) return
    if (hit.mark) selection?.toggle(record.id, event.shiftKey)
    else if (!editing) onOpen(record.id)
    else {
      const column = columns[hit.column]
      const again = place?.row === hit.row && place.column === hit.column
      setPlace({ row: hit.row, column: hit.column })
      scroller.current?.focus({ preventScroll: true })
      if (again && column) editing.open(record, column)
    }
  }
  const onDoubleClick = (event: React.MouseEvent) => {
    const hit = hitBy(event)
    const record = hit && !hit.mark ? rows[hit.row] : undefined
    const column = hit ? columns[hit.column] : undefined
    if (record && column && editing && !editing.may(column)) onOpen(record.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const at = place ?? { row: 0, column: 0 }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2)
    const to = movedBy(event, at, { rows: rows.length, columns: columns.length, page })
    if (to) {
      event.preventDefault()
      setPlace(to)
      scrollTo(to.row)
      return
    }
    const record = rows[at.row]
    const column = columns[at.column]
    if (record && column) act(event, record, column, at)
  }
  const act = (event: KeyboardEvent, record: RecordValues, column: Column, at: Place) => {
    const opens = editing?.may(column) === true
    const text = typedText(event)
    if (event.key === ' ' && selection) selection.toggle(record.id, event.shiftKey)
    else if (event.key === 'F2' && opens) editing.open(record, column)
    else if (event.key === 'Enter' && (!opens || at.column === 0)) onOpen(record.id)
    else if (event.key === 'Enter') editing?.open(record, column)
    else if (event.key === 'Escape' && place) editing?.drop(record.id, column.path)
    else if (text !== null && opens) editing.open(record, column, isTyped(column) ? text : undefined)
    else return
    event.preventDefault()
  }
  const onFocus = (event: React.FocusEvent) => {
    if (event.target === event.currentTarget && !place && rows.length > 0) setPlace({ row: 0, column: 0 })
  }
  return { place, cellId, onClick, onDoubleClick, onKeyDown, onFocus, editing }
}

const TYPED = ['text', 'longText', 'number', 'money', 'percent', 'phone', 'email', 'link']

function isTyped(column: Column): boolean {
  return TYPED.includes(shownType(column.field.type).kind)
}

/** The cell under the mouse; links and inputs in it look after themselves. */
function hitBy(event: React.MouseEvent): { row: number; column: number; mark: boolean } | null {
  const target = event.target as Element
  if (target.closest('a, .cell-input, .cell-troubled, .grid-head')) return null
  const cell = target.closest<HTMLElement>('.cell')
  const row = cell?.closest<HTMLElement>('.grid-row')?.dataset.row
  if (!cell || row === undefined) return null
  return {
    row: Number(row),
    column: Number(cell.dataset.column ?? 0),
    mark: cell.classList.contains('cell-mark'),
  }
}

function placeIn(rows: RecordValues[], kept: (Place & { id: string | undefined }) | null): Place | null {
  if (!kept || rows.length === 0) return null
  const same = rows[kept.row]?.id === kept.id ? kept.row : rows.findIndex((row) => row.id === kept.id)
  return { row: same < 0 ? Math.min(kept.row, rows.length - 1) : same, column: kept.column }
}
