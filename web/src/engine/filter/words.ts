import type { Operator, Unit } from './model'

/** Words and signs of the expression language, and what they mean in a row. */

export const COMPARISONS: Record<string, Operator> = {
  '=': 'is',
  '<>': 'isNot',
  '<': 'less',
  '<=': 'atMost',
  '>': 'greater',
  '>=': 'atLeast',
}
export const WORDS = ['and', 'or', 'not', 'in', 'is', 'between', 'null', 'true', 'false', 'me', 'where']
export const STARTS: Record<string, Unit> = {
  startofweek: 'week',
  startofmonth: 'month',
  startofquarter: 'quarter',
  startofyear: 'year',
}
export const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 }

export const CALLS: Record<string, Operator> = {
  contains: 'contains',
  startswith: 'startsWith',
  includes: 'includes',
  isempty: 'isEmpty',
}
export const NEGATED: Partial<Record<Operator, Operator>> = {
  contains: 'containsNot',
  includes: 'includesNot',
  isEmpty: 'isNotEmpty',
}
