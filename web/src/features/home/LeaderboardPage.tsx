import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Metric, useMetrics, useScorecards } from '../../engine/figures/documents'
import { useFreshFigures } from '../../engine/figures/fresh'
import { type Leaderboard, type RankRow, useLeaderboard } from '../../engine/figures/standing'
import { percentText } from '../../engine/figures/words'
import { useMe } from '../../engine/session'
import { Crumbs } from '../../kit/Crumbs'
import { PeriodPicker } from '../../kit/PeriodPicker'
import { periodName, periodOf } from '../../kit/periods'
import { usePreferences } from '../../kit/Preferences'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { usePhone } from '../../kit/usePhone'
import { useToday } from '../../kit/useToday'
import { compare, ratio } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import { Place, PhonePlace } from './Place'
import './home.css'

interface Search {
  metric?: string
  period?: string
  by?: string
  order?: string
}

/** Who is where by any metric, how that changed, and what is behind each figure. */
export function LeaderboardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const today = useToday()
  const search = useSearch({ strict: false }) as Search
  const scorecards = useScorecards()
  useFreshFigures()
  const metrics = useMetrics()
  const weightiest = scorecards.data?.[0]?.lines.toSorted((a, b) => compare(b.weight, a.weight))[0]?.metric
  const metric =
    metrics.data?.find((one) => one.name === search.metric) ??
    metrics.data?.find((one) => one.name === weightiest) ??
    metrics.data?.[0]
  const period = search.period ?? periodOf(today, 'quarter')
  const by = search.by === 'team' ? 'team' : 'member'
  const order = search.order === 'attainment' ? 'attainment' : 'value'
  const known = !scorecards.isPending
  const board = useLeaderboard(known ? metric?.name : undefined, period, by, order)
  const go = (change: Search) =>
    void navigate({ to: '/performance/leaderboard', search: { ...search, ...change }, replace: true })
  if (metrics.isError) return <Failure error={metrics.error} retry={() => void metrics.refetch()} />
  return (
    <div className="plain-page">
      <Crumbs
        parts={[
          { key: 'all', node: t('app.performance') },
          { key: 'board', node: t('leaderboard.title') },
        ]}
      />
      <div className="page-head">
        <div>
          <h1>{t('leaderboard.title')}</h1>
          <p className="page-lead">{metric ? format.label(metric.description) : ' '}</p>
        </div>
        <div className="page-actions">
          <Select
            aria-label={t('performance.metric')}
            className="metric-choice"
            value={metric?.name}
            showSearch={{ optionFilterProp: 'label' }}
            options={(metrics.data ?? []).map((one) => ({ value: one.name, label: format.label(one.label) }))}
            onChange={(name: string) => go({ metric: name })}
          />
          <Segmented
            aria-label={t('performance.by')}
            value={by}
            options={['member', 'team'].map((one) => ({ value: one, label: t(`performance.byOne.${one}`) }))}
            onChange={(one: string) => go({ by: one })}
          />
          <Segmented
            aria-label={t('leaderboard.order')}
            value={order}
            options={[
              { value: 'value', label: t('leaderboard.byValue') },
              { value: 'attainment', label: t('leaderboard.byAttainment') },
            ]}
            onChange={(one: string) => go({ order: one })}
          />
          <PeriodPicker period={period} onChange={(next) => go({ period: next })} />
        </div>
      </div>
      {board.isError ? <Failure error={board.error} retry={() => void board.refetch()} /> : null}
      {board.isPending ? <SkeletonRows rows={10} height={40} /> : null}
      {board.data?.rows.length === 0 ? (
        <State icon={Trophy} title={t('home.noRanking')} reason={t('home.noRankingWhy')} />
      ) : null}
      {board.data && metric && board.data.rows.length > 0 ? (
        <Places board={board.data} metric={metric} by={by} order={order} stale={board.isPlaceholderData} />
      ) : null}
    </div>
  )
}

interface PlacesProps {
  board: Leaderboard
  metric: Metric
  by: string
  order: string
  stale: boolean
}

function Places({ board, metric, by, order, stale }: PlacesProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const me = useMe()
  const phone = usePhone()
  const targeted = board.rows.some((row) => decimalOf(row.figure.target) !== null)
  const running = Number(decimalOf(board.elapsed) ?? '1') < 1
  const former = board.formerPeriod ? periodName(board.formerPeriod.text, language) : ''
  const note =
    targeted && running
      ? t('leaderboard.note', { share: percentText(board.elapsed), former })
      : t('leaderboard.noteFormer', { former })
  const places = board.rows.map((row) => ({
    row,
    metric,
    by,
    period: board.period.text,
    share: shareOf(row, board.rows[0], order, targeted),
    elapsed: targeted && running ? board.elapsed : null,
    targeted,
    mine: row.key.id === me.data?.member.id,
  }))
  if (phone) {
    return (
      <>
        <ol className={stale ? 'place-rows grid-stale' : 'place-rows'}>
          {places.map((place) => (
            <PhonePlace key={place.row.key.id} {...place} />
          ))}
        </ol>
        <p className="quiet">{note}</p>
      </>
    )
  }
  return (
    <div className={stale ? 'table-scroll grid-stale' : 'table-scroll'}>
      <table className="table place-table">
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('performance.place')}
            </th>
            <th scope="col">{t('leaderboard.moved')}</th>
            <th scope="col">{t('performance.name')}</th>
            <th scope="col" aria-label={t('leaderboard.pace')} />
            <th scope="col" className="end">
              {t('performance.actual')}
            </th>
            {targeted ? (
              <>
                <th scope="col" className="end">
                  {t('performance.target')}
                </th>
                <th scope="col" className="end">
                  {t('performance.attainment')}
                </th>
              </>
            ) : null}
            <th scope="col" className="end">
              {t('leaderboard.former')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Place key={place.row.key.id} {...place} />
          ))}
        </tbody>
      </table>
      <p className="quiet place-note">{note}</p>
    </div>
  )
}

/** With targets a bar is what was reached of one's own; else it is compared with the largest. */
function shareOf(row: RankRow, best: RankRow | undefined, order: string, targeted: boolean): unknown {
  if (targeted || order === 'attainment') return row.figure.attainment
  return String(ratio(decimalOf(row.figure.value) ?? '0', decimalOf(best?.figure.value) ?? '1'))
}
