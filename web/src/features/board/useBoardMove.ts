import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toWire, type Values } from '../../engine/draft'
import { type RecordValues, recordsPath } from '../../engine/records'
import { offerUndo } from '../../kit/undo'
import { useFormat } from '../../kit/useFormat'
import { send } from '../../lib/http'
import { Problem } from '../../lib/problem'
import { useBoardCache } from './boardData'
import { type BoardShape, plain } from './boardShape'
import { type Ask, askBefore, askFrom } from '../../engine/gate'

export interface Place {
  column: string
  /** Among the other cards of the column. */
  index: number
}

export interface Gate {
  card: RecordValues
  from: string
  to: Place
  ask: Ask
  saving: boolean
}

/** Moving a card: at once on screen, then on the server; what stands in the way opens a gate where it was dropped. */
export function useBoardMove(shape: BoardShape, where: string) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const format = useFormat()
  const navigate = useNavigate()
  const cache = useBoardCache(shape, where)
  const [gate, setGate] = useState<Gate | null>(null)
  const { object, field } = shape
  const labelOf = (column: string) => format.label(shape.columns.find((one) => one.key === column)?.label)

  const others = (column: string, card: RecordValues) =>
    cache.cards(column).filter((one) => one.id !== card.id)
  const position = async (card: RecordValues, place: Place, values: Values, etag: boolean) => {
    const around = others(place.column, card)
    const path = `${recordsPath(object.name)}/${card.id}`
    const ifMatch = etag && card.version !== undefined ? `"${String(card.version)}"` : null
    if (!shape.ranked) return (await send<{ version: number }>('PATCH', path, { body: values, ifMatch })).data
    const body = { values, above: around[place.index - 1]?.id, below: around[place.index]?.id }
    return (await send<{ version: number }>('POST', `${path}/position`, { body, ifMatch })).data
  }
  const done = (card: RecordValues, from: Place, to: Place, filled: string[]) => {
    const name = plain(card[object.roles.title ?? ''])
    const emptied = Object.fromEntries(filled.map((one) => [one, null]))
    offerUndo(t('board.moved', { name, column: labelOf(to.column) }), async () => {
      await position(card, from, { [field.name]: from.column, ...emptied }, false)
      await cache.forget(true)
    })
  }
  const say = (problem: unknown) =>
    void message.warning(problem instanceof Problem ? problem.message : String(problem))

  /** @return whether it went through */
  const write = async (card: RecordValues, from: string, to: Place, values: Values): Promise<boolean> => {
    const was = cache.cards(from).findIndex((one) => one.id === card.id)
    const back = cache.move({ ...card, [field.name]: to.column }, from, to.column, to.index)
    const crossing = from !== to.column
    try {
      const written = await position(
        card,
        to,
        crossing ? { [field.name]: to.column, ...values } : {},
        crossing,
      )
      const since = shape.since && crossing ? { [shape.since]: new Date().toISOString() } : {}
      cache.replace(to.column, {
        ...card,
        ...values,
        [field.name]: to.column,
        ...since,
        version: written.version,
      })
      if (crossing) {
        done({ ...card, version: written.version }, { column: from, index: was }, to, Object.keys(values))
        void cache.forget(false)
      }
      return true
    } catch (problem) {
      back()
      if (problem instanceof Problem && problem.status === 422 && crossing) {
        setGate({
          card,
          from,
          to,
          ask: askFrom(object, problem, { ...card, ...values }, field.name),
          saving: false,
        })
      } else {
        say(problem)
        void cache.forget(true)
      }
      return false
    }
  }

  const drop = async (card: RecordValues, from: string, to: Place): Promise<void> => {
    const was = cache.cards(from).findIndex((one) => one.id === card.id)
    if (from === to.column) {
      if (was !== to.index && shape.ranked) await write(card, from, to, {})
      return
    }
    // On screen at once; what is in the way is learnt a moment later.
    const back = cache.move({ ...card, [field.name]: to.column }, from, to.column, to.index)
    try {
      const ask = await askBefore(object, card.id, field.name, to.column)
      back()
      if (ask) setGate({ card, from, to, ask, saving: false })
      else await write(card, from, to, {})
    } catch (problem) {
      back()
      say(problem)
    }
  }

  return {
    gate,
    labelOf,
    cardsOf: cache.cards,
    drop,
    cancel: () => setGate(null),
    pass: async (values: Values) => {
      if (!gate) return
      setGate({ ...gate, saving: true })
      if (await write(gate.card, gate.from, gate.to, toWire(object, values))) setGate(null)
    },
    open: useCallback(
      (id: string) => void navigate({ to: '/o/$object/$id', params: { object: object.name, id } }),
      [navigate, object.name],
    ),
  }
}

export type BoardMove = ReturnType<typeof useBoardMove>
