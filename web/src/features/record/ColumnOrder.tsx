import {
  closestCenter,
  DndContext,
  type DragOverEvent,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { Button } from 'antd'
import { GripVertical, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Item {
  path: string
  label: string
}

interface Props {
  items: Item[]
  onOrder: (paths: string[]) => void
  onRemove: (path: string) => void
}

function moved<T>(list: T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return list
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** The columns in their order, which dragging or the arrow keys change. */
export function ColumnOrder({ items, onOrder, onRemove }: Props) {
  const { t } = useTranslation()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  /** The order while one drags. */
  const [dragged, setDragged] = useState<Item[] | null>(null)
  const shown = dragged ?? items
  const over = ({ active, over: target }: DragOverEvent) => {
    if (!target || target.id === active.id) return
    const from = shown.findIndex((item) => item.path === active.id)
    setDragged(
      moved(
        shown,
        from,
        shown.findIndex((item) => item.path === target.id),
      ),
    )
  }
  const key = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    onOrder(moved(items, at, at + step).map((item) => item.path))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={() => setDragged(items)}
      onDragOver={over}
      onDragCancel={() => setDragged(null)}
      onDragEnd={() => {
        if (dragged) onOrder(dragged.map((item) => item.path))
        setDragged(null)
      }}
    >
      <ol className="columns-shown" aria-label={t('columns.shown')}>
        {shown.map((item, at) => (
          <OrderedColumn
            key={item.path}
            item={item}
            onKey={(event) => key(event, at)}
            onRemove={shown.length > 1 ? () => onRemove(item.path) : null}
          />
        ))}
      </ol>
    </DndContext>
  )
}

interface OrderedProps {
  item: Item
  onKey: (event: KeyboardEvent) => void
  onRemove: (() => void) | null
}

function OrderedColumn({ item, onKey, onRemove }: OrderedProps) {
  const { t } = useTranslation()
  const { setNodeRef: dragged, listeners, isDragging } = useDraggable({ id: item.path })
  const { setNodeRef: dropped } = useDroppable({ id: item.path })
  return (
    <li ref={dropped} className={isDragging ? 'columns-item columns-dragged' : 'columns-item'}>
      <button
        ref={dragged}
        type="button"
        className="columns-grip"
        aria-label={t('columns.move', { column: item.label })}
        onPointerDown={(event) => listeners?.onPointerDown?.(event)}
        onKeyDown={onKey}
      >
        <GripVertical size={14} aria-hidden="true" />
      </button>
      <span className="ellipsis">{item.label}</span>
      {onRemove ? (
        <Button
          size="small"
          type="text"
          icon={<X size={12} aria-hidden="true" />}
          aria-label={t('columns.remove', { column: item.label })}
          onClick={onRemove}
        />
      ) : null}
    </li>
  )
}
