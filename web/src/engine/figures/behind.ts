import type { Metric } from './documents'

/**
 * The condition under which a list shows what a figure was made of; null if a list cannot ask it, as for a stock, which
 * is counted on a day.
 */
export function behind(
  metric: Metric,
  span: { first: string | null; last: string | null } | null,
  only: string | null,
): string | null {
  if (metric.date === null || metric.where?.includes('asOf')) return null
  const parts = [
    metric.where ? bracketed(metric.where) : null,
    span?.first ? `${metric.date} >= date("${span.first}")` : null,
    span?.last ? `${metric.date} <= date("${span.last}")` : null,
    only,
  ]
  return parts.filter((part) => part !== null).join(' and ')
}

function bracketed(condition: string): string {
  return / or /i.test(condition) ? `(${condition})` : condition
}
