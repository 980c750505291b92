import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition, Stage } from '../../../engine/documents'
import { askBefore } from '../../../engine/gate'
import { fieldOf } from '../../../engine/paths'
import type { RecordValues } from '../../../engine/records'
import { useFormat } from '../../../kit/useFormat'
import type { RecordEditing } from '../recordEditing'

/** The stage that comes next on the way to winning; null at its end and off the way. */
function nextStage(object: ObjectDefinition, current: string | null): Stage | null {
  const path = object.stagePath
  const here = path?.stages.find((stage) => stage.key === current)
  if (!path || !here || here.outcome !== 'open') return null
  const way = path.stages.filter((stage) => stage.outcome !== 'lost')
  const after = way.slice(way.indexOf(here) + 1)
  return after.find((stage) => here.next.length === 0 || here.next.includes(stage.key)) ?? null
}

interface Props {
  object: ObjectDefinition
  record: RecordValues
  editing: RecordEditing
  days: Map<string, number>
}

/** What the next stage still demands, and the way to give it. The server says; nothing is written by asking. */
export function GateBar({ object, record, editing, days }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const field = object.stagePath?.field ?? ''
  const current = (record[field] as string | null) ?? null
  const next = nextStage(object, current)
  const here = object.stagePath?.stages.find((stage) => stage.key === current)
  const gate = useQuery({
    queryKey: ['records', object.name, 'gate', record.id, record.version, next?.key],
    enabled: next !== null,
    retry: false,
    queryFn: () => askBefore(object, record.id, field, next?.key ?? ''),
  })
  if (!next || gate.isError) return null
  const option = fieldOf(object, field)?.type.options.find((one) => one.key === next.key)
  const stage = option ? format.label(option.label) : next.key
  const ask = gate.data ?? null
  const missing = ask?.fields ?? []
  const stay = days.get(current ?? '')
  const fill = (name: string) => {
    editing.start()
    requestAnimationFrame(() => document.getElementById(`field-${name}`)?.focus())
  }
  return (
    <div className="gate-bar" role="group" aria-label={t('record.gate', { stage })}>
      <strong className="gate-bar-what">
        {gate.isPending
          ? t('record.gateAsking', { stage })
          : missing.length > 0
            ? t('record.gateMissing', { stage, count: missing.length })
            : ask
              ? t('record.gateRefused', { stage })
              : t('record.gateOpen', { stage })}
      </strong>
      {!gate.isPending && !ask ? <CircleCheck size={16} className="gate-bar-met" aria-hidden="true" /> : null}
      {missing.map((one) => (
        <span key={one.name} className="gate-bar-field">
          <CircleDashed size={16} aria-hidden="true" /> {format.label(one.label)}
          <button type="button" className="link-button" onClick={() => fill(one.name)}>
            {t('record.fill')}
          </button>
        </span>
      ))}
      {ask && missing.length === 0
        ? ask.messages.map((message) => {
            const text = typeof message === 'string' ? message : format.label(message)
            return <span key={text}>{text}</span>
          })
        : null}
      <span className="gate-bar-end">
        {stay === undefined ? null : (
          <span
            className={here?.limit && stay > here.limit ? 'gate-bar-days gate-bar-late' : 'gate-bar-days'}
          >
            {here?.limit
              ? t('record.stayOf', { count: stay, limit: here.limit })
              : t('record.stay', { count: stay })}
          </span>
        )}
        <Button
          type={editing.open ? 'default' : 'primary'}
          loading={editing.saving}
          disabled={gate.isPending}
          onClick={() => editing.moveTo(next.key)}
        >
          {missing.length > 0 ? t('record.fillAndMove') : t('record.move')}
        </Button>
      </span>
    </div>
  )
}
