import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asPercent, type ScoreRow } from '../../engine/figures/answers'
import type { Metric, Scorecard } from '../../engine/figures/documents'
import { MetricFigure, Scored } from '../../engine/figures/figures'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'

interface Props {
  scorecard: Scorecard
  metrics: Metric[]
  row: ScoreRow
  metric: string | null
  onExplain: (metric: string) => void
}

/** On a phone each line is a row: what it is, actual and target, and the score; it opens how that came about. */
export function PhoneLines({ scorecard, metrics, row, metric: chosen, onExplain }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="score-rows">
      {scorecard.lines.map((line) => {
        const metric = metrics.find((one) => one.name === line.metric)
        const values = row.lines.find((one) => one.metric === line.metric)
        return (
          <li key={line.metric}>
            <button
              type="button"
              className="score-row"
              aria-pressed={line.metric === chosen}
              onClick={() => onExplain(line.metric)}
            >
              <span className="score-words">
                <span className="ellipsis">
                  {metric ? format.label(metric.label) : line.metric}{' '}
                  <small>{t('performance.weightOf', { weight: line.weight })}</small>
                </span>
                <small>
                  <MetricFigure metric={metric} value={values?.actual} />
                  {decimalOf(values?.target) === null ? null : (
                    <>
                      {' / '}
                      <MetricFigure metric={metric} value={values?.target} />
                      {' · '}
                      <Scored value={asPercent(values?.attainment)} suffix="%" />
                    </>
                  )}
                </small>
              </span>
              <strong>
                <Scored value={values?.score} />
              </strong>
              <ChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
