import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../../lib/http'
import type { Named } from '../records'

/** A figure as the API sends it: exact decimals, null where there is none. */
export interface Figure {
  value: unknown
  records: unknown
  few: boolean
  target: unknown
  /** A ratio. */
  attainment: unknown
}

export interface Span {
  text: string
  first: string | null
  last: string | null
}

/** Whose figures: one's own, the team's that one leads or is in, or of everything in sight. */
export type Whose = 'member' | 'team' | 'all'

export interface Pace {
  elapsed: unknown
  daysLeft: number
  expected: unknown
  ahead: unknown
  perWeek: unknown
  needed: unknown
}

export interface Progress {
  period: Span
  of: Named | null
  figure: Figure
  former: Figure | null
  formerPeriod: Span | null
  pace: Pace | null
  course: { day: string; value: unknown }[]
  at: string
}

export function useProgress(
  metric: string | undefined,
  period: string,
  by: Whose,
  key: string | null = null,
) {
  return useQuery({
    queryKey: ['metrics', metric, 'progress', period, by, key],
    queryFn: () => get<Progress>(`/api/metrics/${metric}/progress`, { period, by, key }),
    enabled: metric !== undefined,
    placeholderData: keepPreviousData,
  })
}

export interface RankRow {
  place: number | null
  key: Named
  figure: Figure
  formerPlace: number | null
  former: Figure | null
  moved: number | null
}

export interface Leaderboard {
  period: Span
  formerPeriod: Span | null
  elapsed: unknown
  rows: RankRow[]
  at: string
}

export function useLeaderboard(metric: string | undefined, period: string, by: string, order: string) {
  return useQuery({
    queryKey: ['metrics', metric, 'ranking', period, by, order],
    queryFn: () => get<Leaderboard>(`/api/metrics/${metric}/ranking`, { period, by, order }),
    enabled: metric !== undefined,
    placeholderData: keepPreviousData,
  })
}

export interface Share {
  hits: number
  trials: number
  rate: unknown
  low: unknown
  high: unknown
}

export interface FunnelStep {
  stage: string
  outcome: 'open' | 'won'
  entered: number
  sum: unknown
  conversion: Share
  baseline: Share
  verdict: 'BELOW' | 'WITHIN' | 'ABOVE' | 'FEW'
}

export interface Funnel {
  object: string
  period: Span
  before: Span
  steps: FunnelStep[]
  at: string
}

export function useFunnel(object: string | undefined, period: string, where: string) {
  return useQuery({
    queryKey: ['records', object, 'funnel', period, where],
    queryFn: () => get<Funnel>(`/api/funnels/${object}`, { period, where }),
    enabled: object !== undefined,
    placeholderData: keepPreviousData,
  })
}
