import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Metric, useMetrics } from '../../../engine/figures/documents'
import { MetricFigure } from '../../../engine/figures/figures'
import { useProgress, type Whose } from '../../../engine/figures/standing'
import { useFormat } from '../../../kit/useFormat'
import { TileFrame } from '../TileFrame'
import { Change } from './Change'
import type { TileProps } from './tile'

/** A few figures side by side, each with what it was at the same point of the period before. */
export function MetricTile({ tile, period }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const metrics = useMetrics()
  return (
    <TileFrame title={format.label(tile.label)} note={t('home.againstFormer')} flush>
      <ul className="metric-strip">
        {tile.metrics.map((name) => (
          <Cell
            key={name}
            name={name}
            metric={metrics.data?.find((one) => one.name === name)}
            period={period}
            by={tile.by}
          />
        ))}
      </ul>
    </TileFrame>
  )
}

interface CellProps {
  name: string
  metric: Metric | undefined
  period: string
  by: Whose
}

function Cell({ name, metric, period, by }: CellProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const progress = useProgress(name, period, by)
  const data = progress.data
  return (
    <li>
      <Link
        to="/performance/leaderboard"
        search={{ metric: name, period, by: 'member', order: 'value' }}
        className="metric-cell"
        title={metric ? format.label(metric.description) : undefined}
      >
        <span className="quiet ellipsis">{metric ? format.label(metric.label) : '\u00a0'}</span>
        {progress.isError ? (
          <span className="tone-bad">{t('home.figureFailed')}</span>
        ) : (
          <strong>{data ? <MetricFigure metric={metric} value={data.figure.value} /> : ' '}</strong>
        )}
        <small>
          {data?.former ? (
            <Change now={data.figure.value} before={data.former.value} less={metric?.direction === 'less'} />
          ) : (
            ' '
          )}
        </small>
      </Link>
    </li>
  )
}
