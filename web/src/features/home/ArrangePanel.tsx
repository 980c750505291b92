import {
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { Button, Drawer, Switch } from 'antd'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { type Home, type HomeTile, moved, useArrange } from './homes'

/** One's own order of the tiles: by dragging, or with the arrows; hidden ones come back with the switch. */
export function ArrangePanel({ home, onClose }: { home: Home; onClose: () => void }) {
  const { t } = useTranslation()
  const { arrange, reset, error } = useArrange(home.name)
  const sensors = useSensors(useSensor(PointerSensor), useSensor(KeyboardSensor))
  const move = (from: number, to: number) => {
    const tiles = moved(home.tiles, from, to)
    if (tiles !== home.tiles) arrange(tiles)
  }
  const drop = ({ active, over }: DragEndEvent) => {
    const place = (id: string | number) => home.tiles.findIndex((tile) => tile.name === id)
    if (over) move(place(active.id), place(over.id))
  }
  const show = (tile: HomeTile, shown: boolean) =>
    arrange(home.tiles.map((one) => (one.name === tile.name ? { ...one, hidden: !shown } : one)))
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('home.arrange')}
      size={360}
      footer={
        <Button disabled={!home.arranged} onClick={() => reset()}>
          {t('home.reset')}
        </Button>
      }
    >
      <p className="quiet">{t('home.arrangeHow')}</p>
      {error ? <Failure error={error} /> : null}
      <DndContext sensors={sensors} onDragEnd={drop}>
        <ol className="arrange">
          {home.tiles.map((tile, index) => (
            <Line
              key={tile.name}
              tile={tile}
              first={index === 0}
              last={index === home.tiles.length - 1}
              onUp={() => move(index, index - 1)}
              onDown={() => move(index, index + 1)}
              onShow={(shown) => show(tile, shown)}
            />
          ))}
        </ol>
      </DndContext>
    </Drawer>
  )
}

interface LineProps {
  tile: HomeTile
  first: boolean
  last: boolean
  onUp: () => void
  onDown: () => void
  onShow: (shown: boolean) => void
}

function Line({ tile, first, last, onUp, onDown, onShow }: LineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = format.label(tile.label)
  const drag = useDraggable({ id: tile.name })
  const drop = useDroppable({ id: tile.name })
  const shift = drag.transform ? `translateY(${drag.transform.y}px)` : undefined
  return (
    <li
      ref={(element) => {
        drag.setNodeRef(element)
        drop.setNodeRef(element)
      }}
      style={{ transform: shift, zIndex: shift ? 1 : undefined }}
      className={[
        'arrange-line',
        tile.hidden ? 'arrange-hidden' : '',
        drop.isOver && !drag.isDragging ? 'arrange-over' : '',
      ].join(' ')}
    >
      <button
        type="button"
        className="icon-button arrange-grip"
        {...drag.attributes}
        {...drag.listeners}
        aria-label={t('home.drag', { tile: name })}
      >
        <GripVertical size={14} aria-hidden="true" />
      </button>
      <span className="ellipsis">{name}</span>
      <button
        type="button"
        className="icon-button"
        disabled={first}
        aria-label={t('home.up', { tile: name })}
        onClick={onUp}
      >
        <ArrowUp size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={last}
        aria-label={t('home.down', { tile: name })}
        onClick={onDown}
      >
        <ArrowDown size={14} aria-hidden="true" />
      </button>
      <Switch
        size="small"
        checked={!tile.hidden}
        aria-label={t('home.show', { tile: name })}
        onChange={onShow}
      />
    </li>
  )
}
