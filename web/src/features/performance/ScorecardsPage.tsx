import { Link, Navigate } from '@tanstack/react-router'
import { Gauge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useScorecards } from '../../engine/figures/documents'
import './performance.css'

/** The scorecards of the workspace; if there is one only, that one. */
export function ScorecardsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const scorecards = useScorecards()
  if (scorecards.isPending) return <SkeletonRows rows={4} height={56} />
  if (scorecards.isError) return <Failure error={scorecards.error} retry={() => void scorecards.refetch()} />
  const [first, ...rest] = scorecards.data
  if (!first)
    return (
      <State icon={Gauge} title={t('performance.noScorecard')} reason={t('performance.noScorecardWhy')} />
    )
  if (rest.length === 0)
    return <Navigate to="/performance/scorecards/$name" params={{ name: first.name }} replace />
  return (
    <div className="plain-page">
      <Crumbs parts={[{ key: 'scorecards', node: t('app.pages.scorecards') }]} />
      <h1>{t('app.pages.scorecards')}</h1>
      <div className="choices">
        {scorecards.data.map((scorecard) => (
          <Link
            key={scorecard.name}
            to="/performance/scorecards/$name"
            params={{ name: scorecard.name }}
            className="choice"
          >
            <strong>{format.label(scorecard.label)}</strong>
            <span>{format.label(scorecard.description)}</span>
          </Link>
        ))}
      </div>
    </div>
  )
}
