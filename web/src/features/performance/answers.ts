import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Named } from '../../engine/records'
import { get } from '../../lib/http'

/** A line of someone's score. Figures are exact decimals as the API sends them, null where there is none. */
export interface ScoreLine {
  metric: string
  weight: unknown
  value: unknown
  target: unknown
  attainment: unknown
  score: unknown
  points: unknown
  /** Only in one person's answer: each step of the arithmetic in words, and how many records are behind it. */
  steps?: string[]
  records?: number
  few?: boolean
}

export interface MemberScore {
  member: Named
  total: unknown
  place: number | null
  lines: ScoreLine[]
  steps?: string[]
}

export interface ScorecardAnswer {
  period: string
  computedAt?: string
  revision?: number
  members: MemberScore[]
}

export function useScores(name: string, period: string) {
  return useQuery({
    queryKey: ['scorecards', name, period],
    queryFn: () => get<ScorecardAnswer>(`/api/scorecards/${name}`, { period }),
    placeholderData: keepPreviousData,
  })
}

/** One person's scores with the explanation of each figure. */
export function useMemberScore(name: string, member: string | null, period: string) {
  return useQuery({
    queryKey: ['scorecards', name, period, member],
    queryFn: () =>
      get<MemberScore & { revision?: number; computedAt?: string }>(
        `/api/scorecards/${name}/members/${member}`,
        { period },
      ),
    enabled: member !== null,
    placeholderData: keepPreviousData,
  })
}

export interface MetricRow {
  key: Named | string | null
  value: unknown
  target?: unknown
  attainment?: unknown
  few?: boolean
}

export interface MetricAnswer {
  period: string
  total?: unknown
  values: MetricRow[]
}

export function useMetricValues(metric: string | null, period: string, by: string) {
  return useQuery({
    queryKey: ['metrics', metric, period, by],
    queryFn: () => get<MetricAnswer>(`/api/metrics/${metric}/values`, { period, by }),
    enabled: metric !== null,
    placeholderData: keepPreviousData,
  })
}

export interface MetricRecords {
  records: (Record<string, unknown> & { id: string })[]
  next: string | null
  count?: number | null
}

/** The records behind one number. */
export function useMetricRecords(metric: string, period: string, member: string | null) {
  return useQuery({
    queryKey: ['metrics', metric, 'records', period, member],
    queryFn: () =>
      get<MetricRecords>(`/api/metrics/${metric}/records`, { period, member, limit: 20, count: 'exact' }),
  })
}
