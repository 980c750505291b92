import { useTranslation } from 'react-i18next'
import type { Metric } from '../../../engine/figures/documents'
import type { Progress } from '../../../engine/figures/standing'
import { isNegative, metricText, percentText, size } from '../../../engine/figures/words'
import { usePreferences } from '../../../kit/Preferences'
import { useFormat } from '../../../kit/useFormat'
import { decimalOf } from '../../../lib/json'
import { PaceBar } from './PaceBar'

/** Attainment on a phone: what is reached, whether that keeps the pace, and what is needed; no axes. */
export function PhoneCard({
  progress,
  metric,
  title,
}: {
  progress: Progress
  metric: Metric | undefined
  title: string
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = usePreferences()
  const { figure, pace } = progress
  const text = (value: unknown) => metricText(metric, value, language)
  const parts = format.shortParts(decimalOf(figure.value) ?? '0')
  const money = metric?.unit === 'money'
  const target = text(figure.target)
  const behind = isNegative(pace?.ahead)
  const gap = text(size(pace?.ahead))
  return (
    <section className="tile" aria-label={title}>
      <div className="tile-body phone-card">
        <span className="quiet">{metric ? format.label(metric.label) : title}</span>
        <span className={behind ? 'tone-bad' : 'tone-good'}>
          {gap === null ? '' : behind ? t('home.phoneBehind', { gap }) : t('home.phoneAhead', { gap })}
        </span>
        <span className="big-figure">
          <strong>{money ? parts.figure : text(figure.value)}</strong>
          {target ? (
            <span className="quiet"> / {target}</span>
          ) : money && parts.unit ? (
            <span className="unit">{parts.unit}</span>
          ) : null}
        </span>
        <span className="phone-share">{percentText(figure.attainment) ?? ''}</span>
        <PaceBar attainment={figure.attainment} elapsed={pace?.elapsed} thick />
        <small>{pace ? t('home.elapsed', { share: percentText(pace.elapsed) }) : ''}</small>
        <small>
          {decimalOf(pace?.needed) === null
            ? ''
            : Number(decimalOf(pace?.needed)) === 0
              ? t('home.reached')
              : t('home.phoneLeft', { days: pace?.daysLeft, needed: text(pace?.needed) })}
        </small>
      </div>
    </section>
  )
}
