import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Metric, useMetrics } from '../../../engine/figures/documents'
import { type Progress, useProgress } from '../../../engine/figures/standing'
import { isNegative, metricText, percentText, size } from '../../../engine/figures/words'
import { TableToggle } from '../../../kit/charts/TableToggle'
import { usePreferences } from '../../../kit/Preferences'
import { useFormat } from '../../../kit/useFormat'
import { usePhone } from '../../../kit/usePhone'
import { decimalOf } from '../../../lib/json'
import { TileFrame, Waiting } from '../TileFrame'
import type { TileProps } from './tile'
import { CourseChart, CourseTable } from './CourseChart'
import { Change } from './Change'
import { PaceBar } from './PaceBar'
import { PhoneCard } from './PhoneCard'

/** What was reached of the target, whether the pace is kept, and what it takes to get there. */
export function AttainmentTile({ tile, period }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = usePhone()
  const [table, setTable] = useState(false)
  const name = tile.metrics[0]
  const metric = useMetrics().data?.find((one) => one.name === name)
  const progress = useProgress(name, period, tile.by)
  const data = progress.data
  const drawn = !phone && (data?.course.length ?? 0) > 1
  const title = format.label(tile.label)
  if (phone && !progress.isError) {
    return data ? (
      <PhoneCard progress={data} metric={metric} title={title} />
    ) : (
      <section className="tile phone-card-place" aria-label={title} aria-busy="true" />
    )
  }
  return (
    <TileFrame
      title={title}
      note={data ? <span className="tag">{t('home.asOf', { at: format.moment(data.at) })}</span> : null}
      actions={
        data ? (
          <>
            {data.former ? (
              <span className="tile-note">
                {t('home.againstFormer')} <Change now={data.figure.value} before={data.former.value} />
              </span>
            ) : null}
            {drawn ? <TableToggle table={table} onChange={setTable} /> : null}
          </>
        ) : null
      }
    >
      <Waiting of={progress} rows={7} place={tile.name}>
        {() =>
          data ? (
            <div className={drawn ? 'attainment attainment-drawn' : 'attainment'}>
              <Figures progress={data} metric={metric} by={tile.by} />
              {drawn ? (
                table ? (
                  <CourseTable progress={data} metric={metric} />
                ) : (
                  <CourseChart progress={data} metric={metric} />
                )
              ) : null}
            </div>
          ) : null
        }
      </Waiting>
    </TileFrame>
  )
}

function Figures({ progress, metric, by }: { progress: Progress; metric: Metric | undefined; by: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = usePreferences()
  const { figure, pace } = progress
  const { figure: digits, unit } = format.shortParts(decimalOf(figure.value) ?? '0')
  const text = (value: unknown) => metricText(metric, value, language)
  const target = text(figure.target)
  return (
    <div className="attainment-figures">
      <span className="quiet">
        {metric ? format.label(metric.label) : ''}
        {progress.of?.title ? ` · ${progress.of.title}` : ''}
      </span>
      <Link
        to="/performance/metrics"
        search={{
          metric: metric?.name,
          period: progress.period.text,
          by: by === 'member' ? 'member' : 'team',
        }}
        className="big-figure"
      >
        <strong>{metric?.unit === 'money' ? digits : text(figure.value)}</strong>
        {unit && metric?.unit === 'money' ? <span className="unit">{unit}</span> : null}
        {target ? <span className="quiet"> / {target}</span> : null}
      </Link>
      {target ? <PaceBar attainment={figure.attainment} elapsed={pace?.elapsed} thick /> : null}
      {pace ? (
        <span className="pace-caption">{t('home.elapsed', { share: percentText(pace.elapsed) })}</span>
      ) : null}
      <dl className="pace-facts">
        {target ? <Fact name={t('home.attained')} value={percentText(figure.attainment)} /> : null}
        {pace?.expected ? <Fact name={t('home.expected')} value={text(pace.expected)} /> : null}
        {pace?.ahead && decimalOf(pace.ahead) !== null ? (
          <Fact
            name={isNegative(pace.ahead) ? t('home.behind') : t('home.ahead')}
            value={text(size(pace.ahead))}
            tone={isNegative(pace.ahead) ? 'bad' : 'good'}
          />
        ) : null}
      </dl>
      <PaceSentence progress={progress} text={text} />
    </div>
  )
}

function Fact({ name, value, tone }: { name: string; value: string | null; tone?: 'good' | 'bad' }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={tone ? `tone-${tone}` : undefined}>{value ?? '–'}</dd>
    </div>
  )
}

function PaceSentence({ progress, text }: { progress: Progress; text: (value: unknown) => string | null }) {
  const { t } = useTranslation()
  const { pace, figure } = progress
  if (!pace) return null
  if (decimalOf(figure.target) === null) return <p className="attainment-words">{t('home.noTarget')}</p>
  const needed = decimalOf(pace.needed)
  if (needed === null) return null
  if (Number(needed) === 0) return <p className="attainment-words">{t('home.reached')}</p>
  return (
    <p className="attainment-words">
      {t('home.needed', { days: pace.daysLeft, needed: text(needed), now: text(pace.perWeek) ?? '–' })}
    </p>
  )
}
