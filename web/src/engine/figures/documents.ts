import { useQuery } from '@tanstack/react-query'
import { listed } from '../definitions'
import { type Label, readLabel } from '../documents'
import { decimalOf } from '../../lib/json'

export type Unit = 'money' | 'count' | 'number' | 'ratio' | 'days' | 'minutes' | 'points'

export interface Metric {
  name: string
  label: Label
  description: Label
  object: string
  where: string | null
  /** The expression, or two for a ratio. */
  expressions: string[]
  unit: Unit
  digits: number
  /** Which way it is good. */
  direction: 'more' | 'less'
  /** The field whose day decides the period; none for a stock. */
  date: string | null
  /** Path to the credited member. */
  member: string | null
  rows: string[]
}

export interface Band {
  from: string | null
  to: string | null
  score: string
}

export interface Rule {
  type: 'linear' | 'capped' | 'banded' | 'passFail'
  numbers: Record<string, string>
  bands: Band[]
}

export interface ScorecardLine {
  metric: string
  weight: string
  group: string | null
  rule: Rule
}

export interface Scorecard {
  name: string
  label: Label
  description: Label | null
  period: 'month' | 'quarter' | 'year'
  digits: number
  lines: ScorecardLine[]
}

type Document = Record<string, unknown>

export function readMetric(name: string, document: Document): Metric {
  const parts = [document.measure, document.numerator, document.denominator]
  return {
    name,
    label: readLabel(document.label, name),
    description: readLabel(document.description, name),
    object: String(document.object ?? ''),
    where: typeof document.where === 'string' ? document.where : null,
    expressions: parts.filter((part) => typeof part === 'string'),
    unit: (document.unit as Unit | undefined) ?? 'number',
    digits: typeof document.digits === 'number' ? document.digits : 2,
    direction: document.direction === 'less' ? 'less' : 'more',
    date: typeof document.date === 'string' ? document.date : null,
    member: typeof document.member === 'string' ? document.member : null,
    rows: (document.rows ?? []) as string[],
  }
}

function readRule(document: Document): Rule {
  const bands = (document.bands ?? []) as Document[]
  const numbers = Object.entries(document).flatMap(([name, value]) => {
    const decimal = decimalOf(value)
    return decimal === null ? [] : [[name, decimal] as const]
  })
  return {
    type: document.type as Rule['type'],
    numbers: Object.fromEntries(numbers),
    bands: bands.map((band) => ({
      from: decimalOf(band.from),
      to: decimalOf(band.to),
      score: decimalOf(band.score) ?? '',
    })),
  }
}

export function readScorecard(name: string, document: Document): Scorecard {
  const lines = (document.lines ?? []) as Document[]
  return {
    name,
    label: readLabel(document.label, name),
    description: document.description ? readLabel(document.description, name) : null,
    period: (document.period as Scorecard['period'] | undefined) ?? 'quarter',
    digits: typeof document.digits === 'number' ? document.digits : 2,
    lines: lines.map((line) => ({
      metric: String(line.metric),
      weight: decimalOf(line.weight) ?? '0',
      group: typeof line.group === 'string' ? line.group : null,
      rule: readRule((line.rule ?? {}) as Document),
    })),
  }
}

async function all<T>(kind: string, read: (name: string, document: Document) => T): Promise<T[]> {
  return (await listed(kind)).map((entry) => read(entry.name, entry.document))
}

const FRESH = { staleTime: 5 * 60_000 }

export function useMetrics() {
  return useQuery({
    queryKey: ['definitions', 'metric'],
    queryFn: () => all('metric', readMetric),
    ...FRESH,
  })
}

export function useScorecards() {
  return useQuery({
    queryKey: ['definitions', 'scorecard'],
    queryFn: () => all('scorecard', readScorecard),
    ...FRESH,
  })
}
