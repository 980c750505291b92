import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../kit/useFormat'
import { type ObjectDefinition, type Stage } from './documents'
import { fieldOf } from './paths'

interface Props {
  object: ObjectDefinition
  current: string | null
  disabled: boolean
  /** Whole days in the stages that were entered, where that is known. */
  days?: Map<string, number>
  onMove: (stage: string) => void
}

/** Where a record stands on its way; lost ends stand apart from the way to winning. */
export function StagePath({ object, current, disabled, days, onMove }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = object.stagePath
  if (!path) return null
  const options = fieldOf(object, path.field)?.type.options ?? []
  const label = (key: string) => {
    const option = options.find((one) => one.key === key)
    return option ? format.label(option.label) : key
  }
  const way = path.stages.filter((stage) => stage.outcome !== 'lost')
  const lost = path.stages.filter((stage) => stage.outcome === 'lost')
  const at = way.findIndex((stage) => stage.key === current)
  return (
    <div className="stage-path" role="group" aria-label={t('record.stages')}>
      {way.map((stage, index) => (
        <button
          key={stage.key}
          type="button"
          className={`stage ${stageClass(stage, index, at)}`}
          aria-current={index === at ? 'step' : undefined}
          disabled={disabled || index === at}
          onClick={() => onMove(stage.key)}
        >
          {index < at || (index === at && stage.outcome === 'won') ? (
            <Check size={13} aria-hidden="true" />
          ) : null}
          <span className="ellipsis">{label(stage.key)}</span>
          {index <= at && days?.has(stage.key) ? (
            <span className="stage-days">{t('record.days', { count: days.get(stage.key) })}</span>
          ) : null}
        </button>
      ))}
      {lost.map((stage) => (
        <button
          key={stage.key}
          type="button"
          className={stage.key === current ? 'stage stage-lost stage-lost-here' : 'stage stage-lost'}
          aria-current={stage.key === current ? 'step' : undefined}
          disabled={disabled || stage.key === current}
          onClick={() => onMove(stage.key)}
        >
          <X size={13} aria-hidden="true" />
          <span className="ellipsis">{label(stage.key)}</span>
        </button>
      ))}
    </div>
  )
}

function stageClass(stage: Stage, index: number, at: number): string {
  if (index < at) return 'stage-done'
  if (index === at) return stage.outcome === 'won' ? 'stage-won' : 'stage-here'
  return 'stage-ahead'
}
