import { useTranslation } from 'react-i18next'
import { figure } from '../../kit/format'
import { useFormat } from '../../kit/useFormat'
import { round, shift } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import type { Metric } from './documents'

/** A metric's value in its unit; a ratio is shown in percent, money short with the whole figure as a hint. */
export function MetricFigure({ metric, value }: { metric: Metric | undefined; value: unknown }) {
  const { t } = useTranslation()
  const format = useFormat()
  const decimal = decimalOf(value)
  if (decimal === null) return <span className="empty-value">–</span>
  switch (metric?.unit) {
    case 'money': {
      const { figure: digits, unit } = format.shortParts(decimal)
      return (
        <span title={figure(decimal, metric.digits)}>
          {digits}
          {unit ? <span className="unit">{unit}</span> : null}
        </span>
      )
    }
    case 'ratio':
      return <>{figure(round(shift(decimal, -2), 1)) + '%'}</>
    case 'days':
      return (
        <>
          {figure(decimal, metric.digits)}
          <span className="unit">{t('unit.days')}</span>
        </>
      )
    case 'minutes':
      return (
        <>
          {figure(decimal, metric.digits)}
          <span className="unit">{t('unit.minutes')}</span>
        </>
      )
    default:
      return <>{figure(decimal, metric?.digits)}</>
  }
}

export function Scored({
  value,
  scale = 1,
  suffix = '',
}: {
  value: unknown
  scale?: number
  suffix?: string
}) {
  const decimal = decimalOf(value)
  if (decimal === null) return <span className="empty-value">–</span>
  return <>{figure(decimal, scale) + suffix}</>
}
