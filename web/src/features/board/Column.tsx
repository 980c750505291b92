import { useDraggable } from '@dnd-kit/core'
import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordValues } from '../../engine/records'
import { Failure, SkeletonRows } from '../../kit/States'
import { useToday } from '../../kit/useToday'
import { BoardGate } from './BoardGate'
import { CardBody } from './CardBody'
import { ColumnHead } from './ColumnHead'
import { type ColumnFigures, useColumn } from './boardData'
import { type BoardColumn, type BoardShape, markOf, plain } from './boardShape'
import type { Lift } from './useLift'
import type { BoardMove } from './useBoardMove'

interface Props {
  shape: BoardShape
  column: BoardColumn
  where: string
  figures: ColumnFigures | undefined
  known: boolean
  move: BoardMove
  moving: Lift | null
  movable: boolean
  onKey: (event: KeyboardEvent<HTMLElement>, card: RecordValues, column: string) => void
}

/** One column: its figures, its cards, and what is about to come down in it. */
export function Column(props: Props) {
  const { shape, column, where, figures, move, moving } = props
  const { t } = useTranslation()
  const data = useColumn(shape, column, where)
  const more = useRef<HTMLDivElement>(null)
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = data
  useEffect(() => {
    const end = more.current
    if (!end || !hasNextPage || isFetchingNextPage) return undefined
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: '400px',
    })
    watch.observe(end)
    return () => watch.disconnect()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])

  const gate = move.gate?.to.column === column.key ? move.gate : null
  const away = moving?.card.id ?? move.gate?.card.id
  const landing = moving?.to?.column === column.key ? moving.to.index : (gate?.to.index ?? null)
  const stays = moving !== null && moving.from === column.key && landing !== null
  const incoming = landing === null ? null : gate ? <GateCard {...props} /> : <DropLine />
  const standing = data.cards.filter((card) => card.id !== away)
  const places = new Map(standing.map((card, index) => [card.id, index]))
  return (
    <section className={`column ${landing === null || stays ? '' : 'column-over'}`} data-column={column.key}>
      <ColumnHead shape={shape} column={column} figures={figures} known={props.known} />
      <div className="column-cards">
        {data.isPending ? <SkeletonRows rows={4} height={92} /> : null}
        {data.error ? <Failure error={data.error} retry={() => void data.refetch()} /> : null}
        {data.cards.map((card) => {
          const ghost = card.id === away
          return (
            <Fragment key={card.id}>
              {!ghost && landing === places.get(card.id) ? incoming : null}
              <BoardCard {...props} card={card} ghost={ghost} />
            </Fragment>
          )
        })}
        {landing !== null && landing >= standing.length ? incoming : null}
        {data.cards.length === 0 && !data.isPending && landing === null ? (
          <p className="column-empty">{props.movable ? t('board.empty') : t('board.emptyHere')}</p>
        ) : null}
        {hasNextPage ? (
          <div ref={more} className="column-more">
            {t('board.more', { count: Math.max(1, (figures?.count ?? 0) - data.cards.length) })}
          </div>
        ) : null}
      </div>
    </section>
  )
}

function DropLine() {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return <div ref={line} className="drop-line" aria-hidden="true" />
}

function GateCard({ shape, move }: Props) {
  const today = useToday()
  const { gate } = move
  const from = shape.columns.find((column) => column.key === gate?.from)
  if (!gate || !from) return null
  return (
    <div className="card card-gate">
      <CardBody shape={shape} column={from} card={gate.card} mark={markOf(shape, from, gate.card, today)} />
      <BoardGate key={gate.card.id + gate.ask.fields.length} shape={shape} move={move} gate={gate} />
    </div>
  )
}

function BoardCard(props: Props & { card: RecordValues; ghost: boolean }) {
  const { shape, column, card, ghost, move, movable, moving } = props
  const { t } = useTranslation()
  const today = useToday()
  const mark = markOf(shape, column, card, today)
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: card.id,
    data: { card, column: column.key },
    disabled: !movable || ghost,
  })
  const dragging = useRef(false)
  useEffect(() => {
    if (isDragging) dragging.current = true
  }, [isDragging])
  const look = ghost ? 'card card-ghost' : mark ? `card card-${mark.tone}` : 'card'
  return (
    <div
      ref={setNodeRef}
      role="button"
      tabIndex={0}
      aria-roledescription={movable ? t('board.cardRole') : undefined}
      aria-describedby={movable ? attributes['aria-describedby'] : undefined}
      aria-pressed={moving?.card.id === card.id || undefined}
      data-card={card.id}
      data-title={plain(card[shape.object.roles.title ?? ''])}
      className={look}
      {...listeners}
      onKeyDown={(event) => {
        if (movable || event.key === 'Enter' || event.key.startsWith('Arrow')) {
          props.onKey(event, card, column.key)
        }
      }}
      onClick={() => {
        // The click that ends a drag opens nothing.
        if (!dragging.current) move.open(card.id)
        dragging.current = false
      }}
    >
      <CardBody shape={shape} column={column} card={card} mark={mark} />
    </div>
  )
}
