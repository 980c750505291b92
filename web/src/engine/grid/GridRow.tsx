import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../documents'
import { kindOf } from '../kinds/registry'
import type { Column } from '../paths'
import { isNamed, type RecordValues, titleOf } from '../records'
import { Value } from '../Value'
import { CellEdit } from './CellEdit'
import type { CellEditing } from './editing'
import type { GridSelection } from './marks'

export interface RowProps {
  object: ObjectDefinition
  columns: Column[]
  record: RecordValues | undefined
  index: number
  top: number
  height: number
  template: string
  /** The column where the keyboard is, -1 if it is in another row. */
  activeColumn: number
  cellId: (row: number, column: number) => string
  selection?: GridSelection
  selected: boolean
  editing?: CellEditing
}

/** Drawn anew only when something of it changes; a grid may scroll through a million. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { object, columns, record, index, top, height, template, selection, selected, editing } = props
  const { t } = useTranslation()
  const style = { transform: `translateY(${top}px)`, height, gridTemplateColumns: template }
  if (!record) {
    return (
      <div className="grid-row grid-row-wait" style={style} aria-hidden="true">
        <span />
      </div>
    )
  }
  const name = titleOf(object, record)
  return (
    <div
      className={selected ? 'grid-row grid-row-selected' : 'grid-row'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selection ? selected : undefined}
      data-row={index}
      style={style}
    >
      {selection ? (
        <div role="gridcell" className="cell cell-mark">
          <span
            role="checkbox"
            aria-checked={selected}
            aria-label={t('grid.selectRow', { name })}
            className={selected ? 'mark mark-on' : 'mark'}
          >
            {selected ? <Check size={12} strokeWidth={3} aria-hidden="true" /> : null}
          </span>
        </div>
      ) : null}
      {columns.map((column, at) => (
        <GridCell
          key={column.path}
          {...props}
          record={record}
          column={column}
          at={at}
          name={name}
          editing={editing}
        />
      ))}
    </div>
  )
})

interface CellProps extends Omit<RowProps, 'record'> {
  record: RecordValues
  column: Column
  at: number
  name: string
}

function GridCell({ object, record, column, at, index, name, editing, ...props }: CellProps) {
  const active = props.activeColumn === at
  const state = editing?.stateOf(record.id, column.path)
  const kind = kindOf(column.field.type)
  const shown = state ? state.value : record[column.path]
  const classes = [
    'cell',
    `cell-${kind.align}`,
    active ? 'cell-active' : '',
    state ? `cell-${state.is}` : '',
    state?.is === 'open' ? '' : 'cell-still',
  ]
  return (
    <div
      id={props.cellId(index, at)}
      role="gridcell"
      aria-colindex={at + (props.selection ? 2 : 1)}
      aria-invalid={state?.is === 'refused' || undefined}
      data-column={at}
      className={classes.join(' ')}
    >
      {state && state.is !== 'saving' && editing ? (
        <CellEdit record={record} column={column} state={state} editing={editing} />
      ) : at === 0 ? (
        <Link
          to="/o/$object/$id"
          params={{ object: object.name, id: record.id }}
          className="ellipsis row-title"
          title={titleFor(shown)}
          tabIndex={-1}
        >
          {column.way.length === 1 && column.path === object.roles.title && !state ? (
            name || '–'
          ) : (
            <Value value={shown} field={column.field} dense />
          )}
        </Link>
      ) : (
        <span className="ellipsis" title={titleFor(shown)}>
          <Value value={shown} field={column.field} dense />
        </span>
      )}
    </div>
  )
}

/** A name that is cut can be read whole. */
function titleFor(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isNamed(value) ? (value.title ?? undefined) : undefined
}
