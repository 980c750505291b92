import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Printer, Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../engine/session'
import { Avatar } from '../../kit/Avatar'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { Problem } from '../../lib/problem'
import { useBoard } from '../../engine/figures/answers'
import { type Scorecard, useMetrics, useScorecards } from '../../engine/figures/documents'
import { ExplainPanel } from './ExplainPanel'
import { PeriodPicker } from '../../kit/PeriodPicker'
import { periodOf } from '../../kit/periods'
import { PersonCard } from './PersonCard'
import { TeamCard } from './TeamCard'
import './performance.css'

export interface ScorecardSearch {
  period?: string
  member?: string
  metric?: string
  team?: string
}

export function ScorecardPage() {
  const { name } = useParams({ strict: false }) as { name: string }
  const scorecards = useScorecards()
  if (scorecards.isPending) return <SkeletonRows rows={10} height={40} />
  if (scorecards.isError) return <Failure error={scorecards.error} retry={() => void scorecards.refetch()} />
  const scorecard = scorecards.data.find((one) => one.name === name)
  return scorecard ? <Card scorecard={scorecard} /> : <Failure error={new Problem(404, {})} />
}

function Card({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const me = useMe()
  const navigate = useNavigate()
  const today = useToday()
  const search = useSearch({ strict: false }) as ScorecardSearch
  const period = search.period ?? periodOf(today, scorecard.period)
  const metrics = useMetrics()
  const board = useBoard(scorecard.name, period)
  const go = (change: ScorecardSearch) =>
    void navigate({
      to: '/performance/scorecards/$name',
      params: { name: scorecard.name },
      search: { ...search, ...change },
    })
  const person = board.data?.rows.find((one) => one.member.id === search.member) ?? null
  const label = format.label(scorecard.label)
  const toTeam = (
    <Link to="/performance/scorecards/$name" params={{ name: scorecard.name }} search={{ period }}>
      {label}
    </Link>
  )
  return (
    <div className={search.metric ? 'with-drawer' : undefined}>
      <div className="plain-page">
        <Crumbs
          parts={[
            { key: 'all', node: t('app.performance') },
            { key: 'card', node: person ? toTeam : label },
            ...(person ? [{ key: 'person', node: person.member.title ?? '–' }] : []),
          ]}
        />
        <div className="page-head">
          <div className={person ? 'person-head' : undefined}>
            {person ? <Avatar id={person.member.id} name={person.member.title ?? '?'} size={44} /> : null}
            <h1>{person ? (person.member.title ?? '–') : label}</h1>
            <p className="page-lead">
              {person
                ? [person.team?.title, label].filter(Boolean).join(' · ')
                : format.label(scorecard.description)}
            </p>
          </div>
          <div className="page-actions">
            <PeriodPicker period={period} onChange={(next) => go({ period: next })} />
            <button
              type="button"
              className="icon-button"
              aria-label={t('performance.print')}
              onClick={() => window.print()}
            >
              <Printer size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </div>
        </div>
        {board.isPending || metrics.isPending ? <SkeletonRows rows={10} height={40} /> : null}
        {board.isError ? <Failure error={board.error} retry={() => void board.refetch()} /> : null}
        {board.data?.rows.length === 0 ? (
          <State icon={Trophy} title={t('performance.nobody')} reason={t('performance.nobodyWhy')} />
        ) : null}
        {board.data && board.data.rows.length > 0 && !search.member ? (
          <TeamCard
            scorecard={scorecard}
            metrics={metrics.data ?? []}
            board={board.data}
            period={period}
            team={search.team ?? null}
            me={me.data?.member.id ?? null}
            stale={board.isPlaceholderData}
            onTeam={(team) => go({ team })}
            onOpen={(member) => go({ member, metric: undefined })}
          />
        ) : null}
        {board.data && search.member ? (
          <PersonCard
            scorecard={scorecard}
            metrics={metrics.data ?? []}
            board={board.data}
            period={period}
            member={search.member}
            metric={search.metric ?? null}
            onExplain={(metric) => go({ metric })}
          />
        ) : null}
      </div>
      {search.metric && search.member ? (
        <ExplainPanel
          scorecard={scorecard}
          metric={metrics.data?.find((one) => one.name === search.metric)}
          period={period}
          member={search.member}
          onClose={() => go({ metric: undefined })}
        />
      ) : null}
    </div>
  )
}
