import { Button } from 'antd'
import { CircleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Values } from '../../engine/draft'
import { kindOf } from '../../engine/kinds/registry'
import { useFormat } from '../../kit/useFormat'
import type { BoardShape } from './boardShape'
import type { Ask } from '../../engine/gate'
import type { BoardMove, Gate } from './useBoardMove'

/** What a column asks for, inside the card that was dropped on it. */
export function BoardGate({ shape, move, gate }: { shape: BoardShape; move: BoardMove; gate: Gate }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [values, setValues] = useState<Values>({})
  const place = useRef<HTMLFormElement>(null)
  const { ask } = gate
  const left = ask.fields.filter((field) => [null, undefined, ''].includes(values[field.name] as null)).length
  const column = move.labelOf(gate.to.column)
  const { cancel } = move
  useEffect(() => {
    const form = place.current
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) cancel()
    }
    form?.addEventListener('keydown', escape)
    return () => form?.removeEventListener('keydown', escape)
  })
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
    place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  if (ask.fields.length === 0) return <Refusal shape={shape} move={move} gate={gate} />
  return (
    <form
      ref={place}
      className="gate"
      aria-label={t('board.gate', { column, count: ask.fields.length })}
      data-live-hold
      onSubmit={(event) => {
        event.preventDefault()
        if (left === 0) void move.pass(values)
      }}
    >
      <strong>{t('board.gate', { column, count: ask.fields.length })}</strong>
      <Why messages={ask.messages} />
      {ask.fields.map((field) => {
        const { Input } = kindOf(field.type)
        const id = `gate-${field.name}`
        return Input ? (
          <div key={field.name} className="field">
            <label htmlFor={id} className="field-label">
              {format.label(field.label)}
            </label>
            <Input
              id={id}
              field={field}
              value={values[field.name] ?? null}
              onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
              invalid={false}
            />
          </div>
        ) : null
      })}
      <div className="gate-actions">
        <Button type="primary" htmlType="submit" disabled={left > 0} loading={gate.saving}>
          {left > 0 ? t('board.left', { count: left }) : t('board.go', { column })}
        </Button>
        <Button onClick={move.cancel}>{t('board.cancel')}</Button>
      </div>
      {ask.optional && left > 0 ? (
        <Button type="link" size="small" className="gate-without" onClick={() => void move.pass({})}>
          {t('board.without')}
        </Button>
      ) : null}
    </form>
  )
}

function Why({ messages }: { messages: Ask['messages'] }) {
  const format = useFormat()
  const words = messages.map((message) => (typeof message === 'string' ? message : format.label(message)))
  return <p className="gate-why">{words.join(' ')}</p>
}

/** Nothing here can be filled in: the rule in words, and the ways that are open. */
function Refusal({ shape, move, gate }: { shape: BoardShape; move: BoardMove; gate: Gate }) {
  const { t } = useTranslation()
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  const next = shape.object.stagePath?.stages.find((stage) => stage.key === gate.from)?.next ?? []
  return (
    <div className="gate" role="alert">
      <strong className="gate-refused">
        <CircleAlert size={14} aria-hidden="true" />{' '}
        {t('board.refused', { column: move.labelOf(gate.to.column) })}
      </strong>
      <Why messages={gate.ask.messages} />
      {next.length > 0 ? (
        <div className="gate-ways">
          <span className="field-label">{t('board.ways', { column: move.labelOf(gate.from) })}</span>
          {next.map((key) => (
            <Button
              key={key}
              size="small"
              onClick={() => {
                move.cancel()
                void move.drop(gate.card, gate.from, { column: key, index: 0 })
              }}
            >
              {move.labelOf(key)}
            </Button>
          ))}
        </div>
      ) : null}
      <div className="gate-actions">
        <Button onClick={() => move.open(gate.card.id)}>{t('board.open')}</Button>
        <Button ref={cancel} onClick={move.cancel}>
          {t('board.cancel')}
        </Button>
      </div>
    </div>
  )
}
