import { Button, Popover } from 'antd'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kit/useFormat'
import { shownType } from '../paths'
import { kindOf } from '../kinds/registry'
import type { Column } from '../paths'
import type { RecordValues } from '../records'
import { Value } from '../Value'
import type { CellEditing, CellState } from './editing'

interface Props {
  record: RecordValues
  column: Column
  state: CellState
  editing: CellEditing
}

/** A cell that is typed in, or whose value was not taken. */
export function CellEdit(props: Props) {
  if (props.state.is === 'open') return <OpenCell {...props} />
  return <TroubledCell {...props} />
}

/** Choosing one is all there is to do: the choice is saved at once. */
const PICKED = ['choice', 'yesNo', 'member', 'team', 'reference', 'date', 'dateTime']

function OpenCell({ record, column, state, editing }: Props) {
  const format = useFormat()
  const [value, setValue] = useState<unknown>(state.value ?? null)
  const done = useRef(false)
  const { field } = column
  const kind = shownType(field.type).kind
  const { Input } = kindOf(field.type)
  if (!Input) return null
  const finish = (next: unknown, step: -1 | 0 | 1 | null) => {
    if (done.current) return
    done.current = true
    editing.save(record, column, next)
    if (step !== null) editing.leave(step)
  }
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    if (event.key === 'Escape') {
      done.current = true
      editing.drop(record.id, column.path)
      editing.leave(0)
    } else if (event.key === 'Tab') {
      event.preventDefault()
      finish(value, event.shiftKey ? -1 : 1)
    } else if (event.key === 'Enter') {
      const typing = kind === 'longText' && !event.ctrlKey && !event.metaKey
      if (!typing && !PICKED.includes(kind) && kind !== 'multiChoice') finish(value, 0)
    }
  }
  const blur = (event: FocusEvent) => {
    const to = event.relatedTarget
    const inside =
      to instanceof Element &&
      (event.currentTarget.contains(to) || to.closest('.ant-select-dropdown, .ant-picker-dropdown'))
    if (!inside) finish(value, null)
  }
  return (
    <div
      role="presentation"
      className={kind === 'longText' ? 'cell-input cell-input-long' : 'cell-input'}
      onKeyDown={key}
      onBlur={blur}
    >
      <label className="visually-hidden" htmlFor={`cell-${column.path}`}>
        {format.label(field.label)}
      </label>
      <Input
        id={`cell-${column.path}`}
        field={field}
        value={value}
        invalid={false}
        autoFocus
        opened
        onChange={(next) => {
          setValue(next)
          if (PICKED.includes(kind)) finish(next, 0)
        }}
      />
    </div>
  )
}

/** Refused, or somebody was faster: what was typed stays, with what can be done about it. */
function TroubledCell({ record, column, state, editing }: Props) {
  const { t } = useTranslation()
  const conflict = state.is === 'conflict' ? state : null
  const again = () => editing.open({ ...record, [column.path]: state.value }, column)
  const leave = (act: () => void) => () => {
    act()
    editing.leave(0)
  }
  const drop = () => editing.drop(record.id, column.path)
  const content = conflict ? (
    <div className="cell-trouble" role="alert">
      <strong>{conflict.who ? t('conflict.by', { who: conflict.who }) : t('conflict.title')}</strong>
      <dl>
        <dt>{t('conflict.theirs')}</dt>
        <dd>
          <Value value={conflict.record[column.path]} field={column.field} dense />
        </dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>
          <Value value={conflict.value} field={column.field} dense />
        </dd>
      </dl>
      <div className="cell-trouble-actions">
        <Button size="small" onClick={leave(drop)}>
          {t('grid.takeTheirs')}
        </Button>
        <Button
          size="small"
          type="primary"
          onClick={leave(() => editing.save(conflict.record, column, conflict.value))}
        >
          {t('grid.keepMine')}
        </Button>
      </div>
    </div>
  ) : (
    <div className="cell-trouble" role="alert">
      <span>{state.is === 'refused' ? state.message : null}</span>
      <div className="cell-trouble-actions">
        <Button size="small" onClick={leave(drop)}>
          {t('grid.discard')}
        </Button>
        <Button size="small" type="primary" onClick={again}>
          {t('grid.edit')}
        </Button>
      </div>
    </div>
  )
  const Mark = conflict ? TriangleAlert : CircleAlert
  return (
    <Popover open content={content} placement="bottomLeft" arrow={false}>
      <span className="cell-troubled ellipsis">
        <Mark size={12} aria-hidden="true" />
        <Value value={state.value} field={column.field} dense />
      </span>
    </Popover>
  )
}
