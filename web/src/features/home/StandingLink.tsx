import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useScorecards } from '../../engine/figures/documents'

interface Props {
  by: string
  id: string
  period: string
  className?: string
  children: ReactNode
}

/** What is behind somebody's figure: of a member the scorecard, of a team its deals. */
export function StandingLink({ by, id, period, className, children }: Props) {
  const scorecard = useScorecards().data?.[0]
  if (by === 'team') {
    return (
      <Link to="/pipeline" search={{ team: id, period }} className={className}>
        {children}
      </Link>
    )
  }
  return scorecard ? (
    <Link
      to="/performance/scorecards/$name"
      params={{ name: scorecard.name }}
      search={{ member: id, period }}
      className={className}
    >
      {children}
    </Link>
  ) : (
    <span className={className}>{children}</span>
  )
}
