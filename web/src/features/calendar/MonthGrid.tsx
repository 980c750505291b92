import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHold } from '../../engine/fresh'
import type { CalendarSettings, ObjectDefinition } from '../../engine/documents'
import { usePreferences } from '../../kit/Preferences'
import { Chip } from './Chip'
import type { Entry } from './calendarData'
import { at, plus, type Span } from './days'

export interface Parts {
  object: ObjectDefinition
  settings: CalendarSettings
  days: string[]
  entries: Entry[]
  today: string
  on: string
  span: Span
  movable: boolean
  open: (id: string) => void
  move: (entry: Entry, to: string) => Promise<void>
}

const FEW = 4
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Weeks as rows; an entry is dragged to another day, or moved by Alt and the arrows. */
export function MonthGrid(parts: Parts) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [dragged, setDragged] = useState<Entry | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  )
  useHold(dragged !== null)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short' })
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const entry = active.data.current as Entry | undefined
    if (entry && over) void parts.move(entry, String(over.id))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ screenReaderInstructions: { draggable: t('calendar.help') } }}
      onDragStart={({ active }) => setDragged(active.data.current as Entry)}
      onDragEnd={end}
      onDragCancel={() => setDragged(null)}
    >
      <div className="weekdays" aria-hidden="true">
        {parts.days.slice(0, 7).map((day) => (
          <span key={day}>{weekday.format(at(day))}</span>
        ))}
      </div>
      <div className={parts.span === 'week' ? 'month week' : 'month'}>
        {parts.days.map((day) => (
          <Day key={day} {...parts} day={day} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged ? (
          <div className="chip-carried">
            <Chip object={parts.object} settings={parts.settings} entry={dragged} />
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  )
}

function Day(parts: Parts & { day: string }) {
  const { day, today, on, span } = parts
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { setNodeRef, isOver } = useDroppable({ id: day })
  const here = parts.entries.filter((entry) => entry.day === day)
  const few = span === 'week' || all ? here : here.slice(0, here.length > FEW ? FEW - 1 : FEW)
  const other = span === 'month' && day.slice(0, 7) !== on.slice(0, 7)
  const look = ['day', day === today ? 'day-today' : '', other ? 'day-other' : '', isOver ? 'day-over' : '']
  return (
    <section ref={setNodeRef} className={look.filter(Boolean).join(' ')} aria-label={day}>
      <span className="day-number">{Number(day.slice(8))}</span>
      {few.map((entry) => (
        <Dragged key={entry.record.id} {...parts} entry={entry} />
      ))}
      {few.length < here.length ? (
        <button type="button" className="day-more" onClick={() => setAll(true)}>
          {t('calendar.more', { count: here.length - few.length })}
        </button>
      ) : null}
    </section>
  )
}

function Dragged({ object, settings, entry, movable, open, move }: Parts & { entry: Entry }) {
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: entry.record.id,
    data: entry,
    disabled: !movable,
  })
  const dragging = useRef(false)
  useEffect(() => {
    if (isDragging) dragging.current = true
  }, [isDragging])
  const onKey = (event: KeyboardEvent) => {
    const days = STEPS[event.key]
    if (!movable || !event.altKey || days === undefined) return
    event.preventDefault()
    const { id } = entry.record
    void move(entry, plus(entry.day, days)).then(() =>
      document.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus(),
    )
  }
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-entry={entry.record.id}
      className={isDragging ? 'entry entry-away' : 'entry'}
      aria-describedby={movable ? attributes['aria-describedby'] : undefined}
      {...listeners}
      onKeyDown={onKey}
      onClick={() => {
        if (!dragging.current) open(entry.record.id)
        dragging.current = false
      }}
    >
      <Chip object={object} settings={settings} entry={entry} />
    </button>
  )
}
