import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordValues } from '../../engine/records'
import { type BoardShape, plain } from './boardShape'
import type { BoardMove, Place } from './useBoardMove'

/** A card on its way: where it comes from and where it would come down now. */
export interface Lift {
  card: RecordValues
  from: string
  to: Place | null
}

/** Moving by keyboard alone: space lifts and drops, arrows move, escape puts back; every step is said. */
export function useLift(shape: BoardShape, move: BoardMove) {
  const { t } = useTranslation()
  const [lifted, setLifted] = useState<Lift | null>(null)
  const [said, setSaid] = useState('')
  const focus = useRef<string | null>(null)
  const nameOf = (card: RecordValues) => plain(card[shape.object.roles.title ?? ''])
  const others = (column: string, card: RecordValues) =>
    move.cardsOf(column).filter((one) => one.id !== card.id)

  useEffect(() => {
    // Where the card came down it is found again, unless a gate took the focus.
    if (lifted === null && focus.current && !move.gate) {
      document.querySelector<HTMLElement>(`[data-card="${focus.current}"]`)?.focus()
    }
  })

  const go = (lift: Lift, to: Place) => {
    setLifted({ ...lift, to })
    const of = others(to.column, lift.card).length + 1
    setSaid(t('board.over', { column: move.labelOf(to.column), place: to.index + 1, of }))
  }
  const aside = (lift: Lift, step: number) => {
    const at = shape.columns.findIndex((column) => column.key === lift.to?.column)
    const column = shape.columns[at + step]
    if (!column || !lift.to) return
    go(lift, { column: column.key, index: Math.min(lift.to.index, others(column.key, lift.card).length) })
  }
  const along = (lift: Lift, step: number) => {
    if (!lift.to) return
    const most = others(lift.to.column, lift.card).length
    const index = Math.min(most, Math.max(0, lift.to.index + step))
    if (index !== lift.to.index) go(lift, { ...lift.to, index })
  }
  const drop = (lift: Lift) => {
    setLifted(null)
    if (!lift.to) return
    focus.current = lift.card.id
    setSaid(t('board.dropped', { name: nameOf(lift.card), column: move.labelOf(lift.to.column) }))
    void move.drop(lift.card, lift.from, lift.to).then(() => setTimeout(() => (focus.current = null), 600))
  }
  const moves: Record<string, (lift: Lift) => void> = {
    ArrowLeft: (lift) => aside(lift, -1),
    ArrowRight: (lift) => aside(lift, 1),
    ArrowUp: (lift) => along(lift, -1),
    ArrowDown: (lift) => along(lift, 1),
    ' ': drop,
    Enter: drop,
    Escape: (lift) => {
      setLifted(null)
      setSaid(t('board.back', { name: nameOf(lift.card) }))
    },
  }

  const onKey = (event: KeyboardEvent<HTMLElement>, card: RecordValues, column: string) => {
    if (lifted) {
      const step = moves[event.key]
      if (step) {
        event.preventDefault()
        step(lifted)
      }
      return
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      move.open(card.id)
    } else if (event.key === ' ') {
      event.preventDefault()
      const index = move.cardsOf(column).findIndex((one) => one.id === card.id)
      setLifted({ card, from: column, to: { column, index } })
      setSaid(t('board.lifted', { name: nameOf(card), column: move.labelOf(column) }))
    } else {
      walk(event)
    }
  }
  return { lifted, said, onKey }
}

/** Arrows go from card to card, and to the same place of the next column. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const here = event.currentTarget
  const column = here.closest('[data-column]')
  const cards = (of: Element | null | undefined) => [
    ...(of?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
  ]
  const at = cards(column).indexOf(here)
  const beside = (next: Element | null | undefined): HTMLElement | undefined => {
    const all = cards(next)
    return all[Math.min(at, all.length - 1)]
  }
  const targets: Record<string, HTMLElement | undefined> = {
    ArrowDown: cards(column)[at + 1],
    ArrowUp: cards(column)[at - 1],
    ArrowRight: beside(column?.nextElementSibling),
    ArrowLeft: beside(column?.previousElementSibling),
  }
  if (!event.key.startsWith('Arrow')) return
  event.preventDefault()
  targets[event.key]?.focus()
}
