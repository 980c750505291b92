import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalOf } from '../lib/json'
import type { ObjectDefinition } from './documents'
import { kindOf } from './kinds/registry'
import './engine.css'
import { useColumnLabel } from './labels'
import type { Column } from './paths'
import { type RecordValues, titleOf } from './records'
import { Value } from './Value'

export const ROW_HEIGHT = 36

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
}

/** Ascending, then descending, then as the view says. */
export function nextOrder(order: string, path: string): string {
  if (order === path) return '-' + path
  return order === '-' + path ? '' : path
}

/** A grid of any object's records, drawn only where one looks; pages load as one scrolls. */
export function RecordGrid(props: Props) {
  const { object, columns, rows, order, onOrder, hasMore, loadMore } = props
  const { t } = useTranslation()
  const label = useColumnLabel()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 16,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 30) loadMore()
  }, [hasMore, last, rows.length, loadMore])

  const { template, width } = useMemo(() => layout(columns, rows), [columns, rows])

  return (
    <div
      ref={scroller}
      className={props.stale ? 'grid grid-stale' : 'grid'}
      role="grid"
      tabIndex={-1}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-label={t('list.grid')}
      onKeyDown={moveFocus}
    >
      <div className="grid-head" role="row" style={{ gridTemplateColumns: template, minWidth: width }}>
        {columns.map((column) => (
          <ColumnHead
            key={column.path}
            column={column}
            label={label(column)}
            order={order}
            onOrder={onOrder}
          />
        ))}
      </div>
      <div className="grid-body" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {items.map((item) => (
          <GridRow
            key={rows[item.index]?.id ?? 'more'}
            object={object}
            columns={columns}
            record={rows[item.index]}
            index={item.index}
            top={item.start}
            template={template}
            onOpen={props.onOpen}
          />
        ))}
      </div>
    </div>
  )
}

const PADDING = 24
const GAP = 16
const FIGURE = 8

/** Columns share what is free, and never get narrower than their kind or their longest figure needs. */
function layout(columns: Column[], rows: RecordValues[]): { template: string; width: number } {
  const widths = columns.map((column, index) => {
    const kind = kindOf(column.field.type)
    return Math.max(kind.width + (index === 0 ? 60 : 0), kind.align === 'end' ? figureWidth(column, rows) : 0)
  })
  return {
    template: widths.map((width, index) => `minmax(${width}px, ${index === 0 ? 2 : 1}fr)`).join(' '),
    width: widths.reduce((sum, width) => sum + width, 2 * PADDING),
  }
}

/** A figure is never cut: its digits with their separators, as wide as the longest of the loaded rows. */
function figureWidth(column: Column, rows: RecordValues[]): number {
  const longest = rows.reduce((most, row) => Math.max(most, decimalOf(row[column.path])?.length ?? 0), 0)
  return Math.ceil(longest * 1.34) * FIGURE + GAP
}

interface HeadProps {
  column: Column
  label: string
  order: string
  onOrder: (order: string) => void
}

function ColumnHead({ column, label, order, onOrder }: HeadProps) {
  const kind = kindOf(column.field.type)
  const direction = order === column.path ? 'ascending' : order === '-' + column.path ? 'descending' : 'none'
  return (
    <div role="columnheader" aria-sort={direction} className={`cell cell-${kind.align}`}>
      {kind.sortable ? (
        <button type="button" className="head-button" onClick={() => onOrder(nextOrder(order, column.path))}>
          <span className="ellipsis">{label}</span>
          {direction === 'ascending' ? <ArrowUp size={12} aria-hidden="true" /> : null}
          {direction === 'descending' ? <ArrowDown size={12} aria-hidden="true" /> : null}
        </button>
      ) : (
        <span className="ellipsis">{label}</span>
      )}
    </div>
  )
}

interface RowProps {
  object: ObjectDefinition
  columns: Column[]
  record: RecordValues | undefined
  index: number
  top: number
  template: string
  onOpen: (id: string) => void
}

function GridRow({ object, columns, record, index, top, template, onOpen }: RowProps) {
  const style = { transform: `translateY(${top}px)`, height: ROW_HEIGHT, gridTemplateColumns: template }
  if (!record) return <div className="grid-row grid-row-wait" style={style} aria-hidden="true" />
  return (
    <div
      className="grid-row"
      role="row"
      tabIndex={index === 0 ? 0 : -1}
      aria-rowindex={index + 2}
      style={style}
      onClick={() => onOpen(record.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(record.id)
      }}
    >
      {columns.map((column, at) => (
        <div key={column.path} role="gridcell" className={`cell cell-${kindOf(column.field.type).align}`}>
          {at === 0 ? (
            <Link
              to="/o/$object/$id"
              params={{ object: object.name, id: record.id }}
              className="ellipsis row-title"
              tabIndex={-1}
              onClick={(event) => event.stopPropagation()}
            >
              {column.way.length === 1 && column.path === object.roles.title ? (
                titleOf(object, record) || '–'
              ) : (
                <Value value={record[column.path]} field={column.field} dense />
              )}
            </Link>
          ) : (
            <span className="ellipsis">
              <Value value={record[column.path]} field={column.field} dense />
            </span>
          )}
        </div>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = (event.target as HTMLElement).closest<HTMLElement>('.grid-row')
  if (!row) return
  const wanted = Number(row.getAttribute('aria-rowindex')) + (event.key === 'ArrowDown' ? 1 : -1)
  const other = event.currentTarget.querySelector<HTMLElement>(`.grid-row[aria-rowindex="${wanted}"]`)
  if (other) {
    event.preventDefault()
    other.focus()
  }
}
