import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHold } from '../../engine/fresh'
import { Failure } from '../../kit/States'
import { useToday } from '../../kit/useToday'
import { Column } from './Column'
import { CardBody } from './CardBody'
import { useFigures } from './boardData'
import { type BoardShape, markOf } from './boardShape'
import { type Lift, useLift } from './useLift'
import { type Place, useBoardMove } from './useBoardMove'

const silent: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** Columns side by side; cards go from one to another by mouse, finger or keyboard. */
export function Board({ shape, where, movable }: { shape: BoardShape; where: string; movable: boolean }) {
  const { t } = useTranslation()
  const today = useToday()
  const move = useBoardMove(shape, where)
  const figures = useFigures(shape, where)
  const [dragged, setDragged] = useState<Lift | null>(null)
  const lift = useLift(shape, move)
  const board = useRef<HTMLDivElement>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  )
  const moving = dragged ?? lift.lifted
  useHold(moving !== null)
  if (figures.error) return <Failure error={figures.error} retry={() => void figures.refetch()} />

  const start = (event: DragStartEvent) => {
    const { card, column } = event.active.data.current as Pick<Lift, 'card'> & { column: string }
    setDragged({ card, from: column, to: null })
  }
  const follow = (event: DragMoveEvent) => {
    const at = board.current ? placeUnder(event, board.current) : null
    setDragged((now) => (now === null || same(now.to, at) ? now : { ...now, to: at }))
  }
  const end = (event: DragEndEvent) => {
    const now = dragged
    setDragged(null)
    const to = board.current ? placeUnder(event, board.current) : null
    if (now && to) void move.drop(now.card, now.from, to)
  }
  const shown = dragged ? shape.columns.find((column) => column.key === dragged.from) : undefined
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t('board.help') } }}
      autoScroll={{ threshold: { x: 0.12, y: 0.12 } }}
      onDragStart={start}
      onDragMove={follow}
      onDragEnd={end}
      onDragCancel={() => setDragged(null)}
    >
      <div ref={board} className="board">
        {shape.columns.map((column) => (
          <Column
            key={column.key}
            shape={shape}
            column={column}
            where={where}
            figures={figures.figures[column.key]}
            known={!figures.isPending}
            move={move}
            moving={moving}
            movable={movable}
            onKey={lift.onKey}
          />
        ))}
      </div>
      <span className="out-of-sight" role="status" aria-live="assertive">
        {lift.said}
      </span>
      <DragOverlay dropAnimation={null}>
        {dragged && shown ? (
          <div className="card card-carried">
            <CardBody
              shape={shape}
              column={shown}
              card={dragged.card}
              mark={markOf(shape, shown, dragged.card, today)}
            />
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  )
}

function same(one: Place | null, other: Place | null): boolean {
  return one?.column === other?.column && one?.index === other?.index
}

/** The column under the middle of what is carried, and before which of its other cards it would stand. */
function placeUnder({ active }: DragMoveEvent | DragEndEvent, board: HTMLElement): Place | null {
  const box = active.rect.current.translated
  if (!box) return null
  const x = box.left + box.width / 2
  const y = box.top + Math.min(box.height / 2, 42)
  for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
    const edges = column.getBoundingClientRect()
    if (x < edges.left || x > edges.right) continue
    const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')].filter(
      (card) => card.dataset.card !== String(active.id),
    )
    const before = cards.findIndex((card) => {
      const { top, height } = card.getBoundingClientRect()
      return y < top + height / 2
    })
    return { column: column.dataset.column ?? '', index: before === -1 ? cards.length : before }
  }
  return null
}
