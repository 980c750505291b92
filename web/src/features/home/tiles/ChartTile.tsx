import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../../engine/definitions'
import type { ObjectDefinition } from '../../../engine/documents'
import { type MetricRow, useMetricValues } from '../../../engine/figures/answers'
import { type Metric, useMetrics } from '../../../engine/figures/documents'
import { MetricFigure } from '../../../engine/figures/figures'
import { behind } from '../../../engine/figures/behind'
import { columnOf, shownType } from '../../../engine/paths'
import { isNamed } from '../../../engine/records'
import { State } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { compare, ratio } from '../../../lib/decimal'
import { decimalOf } from '../../../lib/json'
import { ChartColumn } from 'lucide-react'
import { TileFrame, Waiting } from '../TileFrame'
import type { TileProps } from './tile'

/** A metric by some dimension: bars by size, the first one stressed, each a step from its records. */
export function ChartTile({ tile, period }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()
  const name = tile.metrics[0]
  const metric = useMetrics().data?.find((one) => one.name === name)
  const object = objects.data?.find((one) => one.name === metric?.object)
  const values = useMetricValues(name ?? null, period, tile.groupBy ?? '')
  const rows = (values.data?.rows ?? [])
    .filter((row) => decimalOf(row.figure.value) !== null)
    .toSorted((a, b) => compare(decimalOf(b.figure.value) ?? '0', decimalOf(a.figure.value) ?? '0'))
  return (
    <TileFrame
      title={format.label(tile.label)}
      note={metric ? format.label(metric.label) : null}
      actions={
        <Link to="/performance/metrics" search={{ metric: name, period }} className="tile-more">
          {t('home.all')}
        </Link>
      }
    >
      <Waiting of={values} rows={tile.limit} place={tile.name}>
        {() =>
          rows.length === 0 || !object || !metric ? (
            <State icon={ChartColumn} title={t('home.noBars')} reason={t('home.noBarsWhy')} />
          ) : (
            <ul className="bar-rows">
              {rows.slice(0, tile.limit).map((row, index) => (
                <Bar
                  key={isNamed(row.key) ? row.key.id : String(row.key)}
                  row={row}
                  first={index === 0}
                  most={decimalOf(rows[0]?.figure.value) ?? '1'}
                  metric={metric}
                  object={object}
                  groupBy={tile.groupBy ?? ''}
                  span={values.data?.period ?? null}
                />
              ))}
            </ul>
          )
        }
      </Waiting>
    </TileFrame>
  )
}

interface BarProps {
  row: MetricRow
  first: boolean
  most: string
  metric: Metric
  object: ObjectDefinition
  groupBy: string
  span: { first: string | null; last: string | null } | null
}

function Bar({ row, first, most, metric, object, groupBy, span }: BarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const type = columnOf([object], object, groupBy)?.field.type
  const option = type ? shownType(type).options.find((one) => one.key === row.key) : undefined
  const label = isNamed(row.key)
    ? (row.key.title ?? '–')
    : row.key === null
      ? t('home.withoutKey')
      : option
        ? format.label(option.label)
        : String(row.key)
  const key = isNamed(row.key) ? row.key.id : row.key
  const only = key === null ? `${groupBy} is null` : `${groupBy} = ${JSON.stringify(key)}`
  const where = behind(metric, span, only)
  const content = (
    <>
      <span className="bar-label ellipsis">{label}</span>
      <span className={first ? 'bar-track bar-first' : 'bar-track'} aria-hidden="true">
        <span style={{ width: `${ratio(decimalOf(row.figure.value) ?? '0', most) * 100}%` }} />
      </span>
      <span className="bar-figure">
        <MetricFigure metric={metric} value={row.figure.value} />
      </span>
    </>
  )
  return (
    <li>
      {where === null ? (
        <span className="bar-row">{content}</span>
      ) : (
        <Link
          to="/o/$object"
          params={{ object: object.name }}
          search={{ view: '-', where }}
          className="bar-row"
        >
          {content}
        </Link>
      )}
    </li>
  )
}
