import { Checkbox } from 'antd'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf } from '../kinds/registry'
import { useColumnLabel } from '../labels'
import type { Column } from '../paths'
import { bounded, type GridLayout, nextOrder } from './layout'
import type { GridSelection } from './marks'

interface Props {
  columns: Column[]
  layout: GridLayout
  order: string
  onOrder: (order: string) => void
  selection?: GridSelection
  /** While dragging `done` is false; the width that counts comes with true. Without it widths are fixed. */
  onWidth?: (path: string, width: number, done: boolean) => void
}

export function GridHead({ columns, layout, order, onOrder, selection, onWidth }: Props) {
  const { t } = useTranslation()
  const label = useColumnLabel()
  return (
    <div
      className="grid-head"
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: layout.template, minWidth: layout.width }}
    >
      {selection ? (
        <div role="columnheader" className="cell cell-mark">
          <Checkbox
            checked={selection.loaded === 'all'}
            indeterminate={selection.loaded === 'some'}
            onChange={selection.toggleLoaded}
            aria-label={t('grid.selectLoaded')}
          />
        </div>
      ) : null}
      {columns.map((column, index) => (
        <ColumnHead
          key={column.path}
          column={column}
          label={label(column)}
          width={layout.widths[index] ?? 0}
          order={order}
          onOrder={onOrder}
          onWidth={onWidth}
        />
      ))}
    </div>
  )
}

interface HeadProps {
  column: Column
  label: string
  width: number
  order: string
  onOrder: (order: string) => void
  onWidth?: Props['onWidth']
}

function ColumnHead({ column, label, width, order, onOrder, onWidth }: HeadProps) {
  const kind = kindOf(column.field.type)
  const direction = order === column.path ? 'ascending' : order === '-' + column.path ? 'descending' : 'none'
  return (
    <div role="columnheader" aria-sort={direction} className={`cell cell-${kind.align}`}>
      {kind.sortable ? (
        <button
          type="button"
          className="head-button"
          title={label}
          onClick={() => onOrder(nextOrder(order, column.path))}
        >
          <span className="ellipsis">{label}</span>
          {direction === 'ascending' ? <ArrowUp size={12} aria-hidden="true" /> : null}
          {direction === 'descending' ? <ArrowDown size={12} aria-hidden="true" /> : null}
        </button>
      ) : (
        <span className="ellipsis" title={label}>
          {label}
        </span>
      )}
      {onWidth ? <Handle path={column.path} label={label} width={width} onWidth={onWidth} /> : null}
    </div>
  )
}

const STEP = 16

interface HandleProps {
  path: string
  label: string
  width: number
  onWidth: NonNullable<Props['onWidth']>
}

/** The edge of a column: dragged, or moved with the arrow keys. */
function Handle({ path, label, width, onWidth }: HandleProps) {
  const { t } = useTranslation()
  const start = useRef<{ x: number; width: number } | null>(null)
  const widthAt = (event: PointerEvent) =>
    start.current ? bounded(start.current.width + event.clientX - start.current.x) : null
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    onWidth(path, bounded(width + step), true)
  }
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('grid.width', { column: label })}
      aria-valuenow={width}
      tabIndex={0}
      className="head-handle"
      onKeyDown={key}
      onPointerDown={(event) => {
        event.preventDefault()
        const cell = event.currentTarget.parentElement
        start.current = { x: event.clientX, width: cell?.offsetWidth ?? width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        const now = widthAt(event)
        if (now !== null) onWidth(path, now, false)
      }}
      onPointerUp={(event) => {
        const now = widthAt(event)
        start.current = null
        if (now !== null) onWidth(path, now, true)
      }}
    />
  )
}
