import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Named, RecordValues } from '../records'
import { shift } from '../../lib/decimal'
import { get } from '../../lib/http'
import { decimalOf } from '../../lib/json'

/** A line of someone's score. Figures are exact decimals as the API sends them, null where there is none. */
export interface ScoreLine {
  metric: string
  weight: unknown
  actual: unknown
  target: unknown
  /** A ratio: 0.953 is 95.3 %. */
  attainment: unknown
  score: unknown
  points: unknown
  few: boolean
}

export interface ScoreRow {
  rank: number | null
  member: Named
  team: Named | null
  score: unknown
  lines: ScoreLine[]
}

export interface Board {
  rows: ScoreRow[]
  version: number
  at: string
}

interface Words {
  step: { code: string; inputs: Record<string, unknown>; result: unknown }
  text: string
}

export interface Explanation {
  metric: string
  expression: string
  where: string | null
  records: unknown
  steps: Words[]
}

export interface Sheet {
  row: ScoreRow
  ranked: number
  lines: Explanation[]
  total: Words[]
  version: number
  at: string
}

export function useBoard(scorecard: string, period: string, enabled = true) {
  return useQuery({
    queryKey: ['scorecards', scorecard, period],
    queryFn: () => get<Board>(`/api/scorecards/${scorecard}`, { period }),
    enabled,
    placeholderData: keepPreviousData,
  })
}

/** One person's scores with the explanation of each figure, in the reader's language. */
export function useSheet(scorecard: string, member: string | null, period: string, language: string) {
  return useQuery({
    queryKey: ['scorecards', scorecard, period, member, language],
    queryFn: () => get<Sheet>(`/api/scorecards/${scorecard}/members/${member}`, { period }),
    enabled: member !== null,
    placeholderData: keepPreviousData,
  })
}

/** One person's sheets of earlier periods, the oldest first; they do not hold up the page, and do not change. */
export function useEarlierSheets(scorecard: string, member: string, periods: string[], enabled: boolean) {
  return useQueries({
    queries: periods.map((period) => ({
      queryKey: ['scorecards', scorecard, period, member],
      queryFn: () => get<Sheet>(`/api/scorecards/${scorecard}/members/${member}`, { period }),
      enabled,
      staleTime: Infinity,
      retry: false,
    })),
    combine: (sheets) => sheets.map((sheet) => sheet.data?.row ?? null),
  })
}

/** A ratio as the percentage that people read. */
export function asPercent(ratio: unknown): string | null {
  const decimal = decimalOf(ratio)
  return decimal === null ? null : shift(decimal, -2)
}

/** The percentage that the scoring rule read, from the step that applied it. */
export function ruleInput(explanation: Explanation | undefined): string | null {
  const percents = explanation?.steps.flatMap((words) => decimalOf(words.step.inputs.percent) ?? [])
  return percents?.at(-1) ?? null
}

export interface MetricRow {
  key: Named | string | null
  depth: number
  figure: {
    value: unknown
    records: unknown
    few: boolean
    target: unknown
    attainment: unknown
  }
}

export interface MetricAnswer {
  period: { text: string; first: string | null; last: string | null }
  rows: MetricRow[]
  total: MetricRow['figure'] | null
  at: string
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
  object: string
  fields: string[]
  records: RecordValues[]
  shown: number
  of: number
}

/** The records behind one number. */
export function useMetricRecords(metric: string, period: string, member: string) {
  return useQuery({
    queryKey: ['metrics', metric, 'records', period, member],
    queryFn: () =>
      get<MetricRecords>(`/api/metrics/${metric}/records`, { period, by: 'member', key: member, limit: 20 }),
  })
}
