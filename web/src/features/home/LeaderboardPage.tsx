import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Select } from 'antd'
import { Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Metric, useMetrics, useScorecards } from '../../engine/figures/documents'
import { MetricFigure } from '../../engine/figures/figures'
import { type Leaderboard, type RankRow, useLeaderboard } from '../../engine/figures/standing'
import { percentText } from '../../engine/figures/words'
import { useMe } from '../../engine/session'
import { Avatar } from '../../kit/Avatar'
import { Crumbs } from '../../kit/Crumbs'
import { PeriodPicker } from '../../kit/PeriodPicker'
import { periodName, periodOf } from '../../kit/periods'
import { usePreferences } from '../../kit/Preferences'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { compare, ratio } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import { Moved } from './Moved'
import { StandingLink } from './StandingLink'
import { PaceBar } from './tiles/PaceBar'
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
  const targeted = board.rows.some((row) => decimalOf(row.figure.target) !== null)
  const running = Number(decimalOf(board.elapsed) ?? '1') < 1
  const former = board.formerPeriod ? periodName(board.formerPeriod.text, language) : ''
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
          {board.rows.map((row) => (
            <Place
              key={row.key.id}
              row={row}
              metric={metric}
              by={by}
              period={board.period.text}
              share={shareOf(row, board.rows[0], order, targeted)}
              elapsed={targeted && running ? board.elapsed : null}
              targeted={targeted}
              mine={row.key.id === me.data?.member.id}
            />
          ))}
        </tbody>
      </table>
      <p className="quiet place-note">
        {targeted && running
          ? t('leaderboard.note', { share: percentText(board.elapsed), former })
          : t('leaderboard.noteFormer', { former })}
      </p>
    </div>
  )
}

/** With targets a bar is what was reached of one's own; else it is compared with the largest. */
function shareOf(row: RankRow, best: RankRow | undefined, order: string, targeted: boolean): unknown {
  if (targeted || order === 'attainment') return row.figure.attainment
  return String(ratio(decimalOf(row.figure.value) ?? '0', decimalOf(best?.figure.value) ?? '1'))
}

interface PlaceProps {
  row: RankRow
  metric: Metric
  by: string
  period: string
  share: unknown
  elapsed: unknown
  targeted: boolean
  mine: boolean
}

function Place({ row, metric, by, period, share, elapsed, targeted, mine }: PlaceProps) {
  const { t } = useTranslation()
  const title = row.key.title ?? '–'
  return (
    <tr className={mine ? 'row-mine' : undefined}>
      <td className="end strong">{row.place ?? '–'}</td>
      <td>
        <Moved by={row.moved} />
      </td>
      <td>
        <StandingLink by={by} id={row.key.id} period={period} className="person">
          {by === 'member' ? <Avatar id={row.key.id} name={title} size={22} /> : null}
          {title}
        </StandingLink>
      </td>
      <td className="place-bar">
        <PaceBar attainment={share} elapsed={elapsed} />
      </td>
      <td className="end strong">
        <MetricFigure metric={metric} value={row.figure.value} />
        {row.figure.few ? <span className="few">{t('performance.few')}</span> : null}
      </td>
      {targeted ? (
        <>
          <td className="end quiet">
            <MetricFigure metric={metric} value={row.figure.target} />
          </td>
          <td className="end">{percentText(row.figure.attainment) ?? '–'}</td>
        </>
      ) : null}
      <td className="end quiet">
        <MetricFigure metric={metric} value={row.former?.value} />
      </td>
    </tr>
  )
}
