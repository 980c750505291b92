import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { ListOrdered } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { TableScroll } from '../../kit/TableScroll'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { isNamed } from '../../engine/records'
import { ratio } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import { asPercent, type MetricAnswer, type MetricRow, useMetricValues } from '../../engine/figures/answers'
import { type Metric, useMetrics } from '../../engine/figures/documents'
import { MetricFigure, Scored } from '../../engine/figures/figures'
import { PeriodPicker } from '../../kit/PeriodPicker'
import { periodOf } from '../../kit/periods'
import './performance.css'

interface Search {
  metric?: string
  period?: string
  by?: string
}

const BY = ['member', 'team', 'territory']

/** One metric's values by member, team or territory. */
export function MetricsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const today = useToday()
  const search = useSearch({ strict: false }) as Search
  const metrics = useMetrics()
  const metric = metrics.data?.find((one) => one.name === search.metric) ?? metrics.data?.[0]
  const period = search.period ?? periodOf(today, 'quarter')
  const by = search.by ?? 'member'
  const values = useMetricValues(metric?.name ?? null, period, by)
  const go = (change: Search) =>
    void navigate({ to: '/performance/metrics', search: { ...search, ...change } })
  if (metrics.isPending) return <SkeletonRows rows={10} height={40} />
  if (metrics.isError) return <Failure error={metrics.error} retry={() => void metrics.refetch()} />
  if (!metric)
    return (
      <State icon={ListOrdered} title={t('performance.noMetric')} reason={t('performance.noMetricWhy')} />
    )
  return (
    <div className="plain-page">
      <Crumbs
        parts={[
          { key: 'all', node: t('app.performance') },
          { key: 'metrics', node: t('app.pages.metrics') },
        ]}
      />
      <div className="page-head">
        <div>
          <h1>{format.label(metric.label)}</h1>
          <p className="page-lead">{format.label(metric.description)}</p>
        </div>
        <div className="page-actions">
          <Select
            aria-label={t('performance.metric')}
            className="metric-choice"
            value={metric.name}
            showSearch={{ optionFilterProp: 'label' }}
            options={metrics.data.map((one) => ({ value: one.name, label: format.label(one.label) }))}
            onChange={(name: string) => go({ metric: name })}
          />
          <Segmented
            aria-label={t('performance.by')}
            value={by}
            options={BY.map((one) => ({ value: one, label: t(`performance.byOne.${one}`) }))}
            onChange={(one: string) => go({ by: one })}
          />
          <PeriodPicker period={period} onChange={(next) => go({ period: next })} />
        </div>
      </div>
      {values.isPending ? <SkeletonRows rows={10} height={40} /> : null}
      {values.isError ? <Failure error={values.error} retry={() => void values.refetch()} /> : null}
      {values.data ? <Values answer={values.data} metric={metric} stale={values.isPlaceholderData} /> : null}
    </div>
  )
}

function Values({ answer, metric, stale }: { answer: MetricAnswer; metric: Metric; stale: boolean }) {
  const { t } = useTranslation()
  if (answer.rows.length === 0) {
    return (
      <State icon={ListOrdered} title={t('performance.noValues')} reason={t('performance.noValuesWhy')} />
    )
  }
  const most = answer.rows.reduce((top, row) => Math.max(top, Number(decimalOf(row.figure.value) ?? 0)), 0)
  return (
    <TableScroll label={t('app.pages.metrics')} stale={stale}>
      <table className="table metric-table">
        <thead>
          <tr>
            <th scope="col">{t('performance.name')}</th>
            <th scope="col" aria-hidden="true" />
            <th scope="col" className="end">
              {t('performance.actual')}
            </th>
            <th scope="col" className="end">
              {t('performance.target')}
            </th>
            <th scope="col" className="end">
              {t('performance.attainment')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr key={isNamed(row.key) ? row.key.id : String(row.key)}>
              <th scope="row" style={{ paddingLeft: 8 + row.depth * 16 }}>
                {nameOf(row, t('performance.nobodyElse'))}
              </th>
              <td>
                <span className="bar bar-wide" aria-hidden="true">
                  <span
                    style={{
                      width: `${ratio(decimalOf(row.figure.value) ?? '0', String(most || 1)) * 100}%`,
                    }}
                  />
                </span>
              </td>
              <td className="end strong">
                <MetricFigure metric={metric} value={row.figure.value} />
                {row.figure.few ? <span className="few">{t('performance.few')}</span> : null}
              </td>
              <td className="end quiet">
                <MetricFigure metric={metric} value={row.figure.target} />
              </td>
              <td className="end">
                <Scored value={asPercent(row.figure.attainment)} suffix="%" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function nameOf(row: MetricRow, otherwise: string): string {
  if (row.key === null) return otherwise
  return isNamed(row.key) ? (row.key.title ?? otherwise) : String(row.key)
}
