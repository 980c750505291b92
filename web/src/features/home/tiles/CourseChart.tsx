import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Metric } from '../../../engine/figures/documents'
import { MetricFigure } from '../../../engine/figures/figures'
import type { Progress } from '../../../engine/figures/standing'
import { metricText } from '../../../engine/figures/words'
import { Chart } from '../../../kit/charts/Chart'
import { usePreferences } from '../../../kit/Preferences'
import { TableScroll } from '../../../kit/TableScroll'
import { useFormat } from '../../../kit/useFormat'
import { decimalOf } from '../../../lib/json'

interface Props {
  progress: Progress
  metric: Metric | undefined
}

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** What happened solid, the even way to the target dashed, today as a line. Positions are drawing, figures exact. */
export function CourseChart({ progress, metric }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language, theme } = usePreferences()
  const option = useMemo(() => {
    const { first, last } = progress.period
    const money = metric?.unit === 'money'
    const scale = money && language === 'zh-CN' ? 10_000 : 1
    const points = progress.course.map((point) => [point.day, Number(decimalOf(point.value) ?? 0) / scale])
    const target = Number(decimalOf(progress.figure.target) ?? 0) / scale
    const today = progress.course.at(-1)?.day
    const ended = today === last
    return {
      // The colours of a theme are read when it is drawn.
      darkMode: theme === 'dark',
      aria: { enabled: true },
      grid: { left: 4, right: 20, top: 30, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => metricText(metric, String(Number(value) * scale), language) ?? '',
      },
      xAxis: {
        type: 'time',
        min: first,
        max: last,
        splitNumber: 4,
        axisLabel: { formatter: (at: number) => format.day(new Date(at).toISOString()), hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        name: money ? t('home.moneyUnit') : '',
        nameTextStyle: { align: 'right' },
        splitNumber: 4,
        axisLabel: {
          formatter: (value: number) =>
            money && scale === 1 ? format.short(String(value)) : format.figure(String(value)),
        },
      },
      series: [
        {
          name: t('home.soFar'),
          type: 'line',
          data: [[first, 0], ...points],
          markLine:
            today && !ended
              ? {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: colour('--ink-3'), type: 'solid', width: 1 },
                  label: {
                    formatter: t('home.today', { day: format.day(today) }),
                    color: colour('--ink-2'),
                    fontSize: 11,
                  },
                  data: [{ xAxis: today }],
                }
              : undefined,
        },
        ...(target > 0
          ? [
              {
                name: t('home.targetPace'),
                type: 'line',
                lineStyle: { type: 'dashed', width: 1, color: colour('--line-3') },
                itemStyle: { color: colour('--line-3') },
                data: [
                  [first, 0],
                  [last, target],
                ],
              },
            ]
          : []),
      ],
    }
  }, [progress, metric, language, theme, format, t])
  return (
    <div className="attainment-course">
      <Chart option={option} height={230} label={t('home.courseLabel')} />
      <div className="legend">
        <span className="legend-line">{t('home.soFar')}</span>
        <span className="legend-line legend-dashed">{t('home.targetPace')}</span>
      </div>
    </div>
  )
}

export function CourseTable({ progress, metric }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <TableScroll label={t('home.courseLabel')} className="attainment-course course-table">
      <table className="table table-dense">
        <thead>
          <tr>
            <th scope="col">{t('home.until')}</th>
            <th scope="col" className="end">
              {t('home.soFar')}
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.course.map((point) => (
            <tr key={point.day}>
              <td>{format.day(point.day)}</td>
              <td className="end">
                <MetricFigure metric={metric} value={point.value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
