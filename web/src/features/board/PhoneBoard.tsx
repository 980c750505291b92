import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { ArrowRightLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordValues } from '../../engine/records'
import { Failure, SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { BoardGate } from './BoardGate'
import { CardBody } from './CardBody'
import { ColumnHead } from './ColumnHead'
import { useColumn, useFigures } from './boardData'
import { type BoardShape, markOf, plain } from './boardShape'
import { useBoardMove } from './useBoardMove'

/** On a phone: one column at a time, and a menu that moves a card to another. */
export function PhoneBoard({
  shape,
  where,
  movable,
}: {
  shape: BoardShape
  where: string
  movable: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const [here, setHere] = useState(shape.columns[0]?.key ?? '')
  const [chosen, setChosen] = useState<RecordValues | null>(null)
  const column = shape.columns.find((one) => one.key === here) ?? shape.columns[0]
  const move = useBoardMove(shape, where)
  const figures = useFigures(shape, where)
  if (!column) return null
  const title = plain(chosen?.[shape.object.roles.title ?? ''])
  const gate = move.gate
  const close = () => {
    move.cancel()
    setChosen(null)
  }
  return (
    <>
      <div className="phone-columns" role="tablist" aria-label={t('board.columns')}>
        {shape.columns.map((one) => (
          <button
            key={one.key}
            type="button"
            role="tab"
            aria-selected={one.key === column.key}
            className={one.key === column.key ? 'phone-column phone-column-here' : 'phone-column'}
            onClick={() => setHere(one.key)}
          >
            {format.label(one.label)}{' '}
            <span>{figures.figures[one.key]?.count ?? (figures.isPending ? '' : 0)}</span>
          </button>
        ))}
      </div>
      <div className="phone-board">
        <ColumnHead
          shape={shape}
          column={column}
          figures={figures.figures[column.key]}
          known={!figures.isPending}
        />
        {figures.error ? <Failure error={figures.error} retry={() => void figures.refetch()} /> : null}
        <Cards
          key={column.key}
          shape={shape}
          column={column}
          where={where}
          movable={movable}
          onMove={setChosen}
        />
      </div>
      <Drawer
        open={chosen !== null || gate !== null}
        onClose={close}
        placement="bottom"
        size="default"
        title={t('board.moveOne', { name: title || plain(gate?.card[shape.object.roles.title ?? '']) })}
        className="move-sheet"
      >
        {gate ? (
          <>
            <div className="card card-gate">
              <CardBody
                shape={shape}
                column={column}
                card={gate.card}
                mark={markOf(shape, column, gate.card, today)}
              />
              <BoardGate
                key={gate.ask.fields.length}
                shape={shape}
                move={{ ...move, cancel: close }}
                gate={gate}
              />
            </div>
          </>
        ) : (
          <div className="move-choices">
            {shape.columns
              .filter((one) => one.key !== column.key)
              .map((one) => (
                <button
                  key={one.key}
                  type="button"
                  className="move-choice"
                  onClick={() => {
                    // The sheet stays until it is known whether something must be filled in.
                    if (chosen) {
                      void move
                        .drop(chosen, column.key, { column: one.key, index: 0 })
                        .then(() => setChosen(null))
                    }
                  }}
                >
                  {format.label(one.label)}
                  <span className="quiet">{figures.figures[one.key]?.count ?? 0}</span>
                </button>
              ))}
          </div>
        )}
      </Drawer>
    </>
  )
}

interface CardsProps {
  shape: BoardShape
  column: BoardShape['columns'][number]
  where: string
  movable: boolean
  onMove: (card: RecordValues) => void
}

function Cards({ shape, column, where, movable, onMove }: CardsProps) {
  const { t } = useTranslation()
  const today = useToday()
  const data = useColumn(shape, column, where)
  const more = useRef<HTMLDivElement>(null)
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = data
  useEffect(() => {
    const end = more.current
    if (!end || !hasNextPage || isFetchingNextPage) return undefined
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage())
    watch.observe(end)
    return () => watch.disconnect()
  }, [fetchNextPage, hasNextPage, isFetchingNextPage])
  if (data.isPending) return <SkeletonRows rows={5} height={100} />
  if (data.error) return <Failure error={data.error} retry={() => void data.refetch()} />
  if (data.cards.length === 0) return <p className="column-empty">{t('board.emptyHere')}</p>
  return (
    <>
      {data.cards.map((card) => {
        const mark = markOf(shape, column, card, today)
        return (
          <div
            key={card.id}
            className={mark ? `phone-card card card-${mark.tone}` : 'phone-card card'}
            data-card={card.id}
          >
            <Link
              to="/o/$object/$id"
              params={{ object: shape.object.name, id: card.id }}
              className="phone-card-body"
            >
              <CardBody shape={shape} column={column} card={card} mark={mark} />
            </Link>
            {movable ? (
              <button
                type="button"
                className="icon-button phone-card-move"
                aria-label={t('board.moveOne', { name: plain(card[shape.object.roles.title ?? '']) })}
                title={t('board.move')}
                onClick={() => onMove(card)}
              >
                <ArrowRightLeft size={18} aria-hidden="true" />
              </button>
            ) : null}
          </div>
        )
      })}
      {hasNextPage ? <div ref={more} className="column-more" /> : null}
    </>
  )
}
