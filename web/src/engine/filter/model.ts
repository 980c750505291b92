/** A filter as rows and groups of rows; what `read` makes of an expression and `write` makes an expression of. */

export type Join = 'and' | 'or'

export type Operator =
  | 'is'
  | 'isNot'
  | 'isAnyOf'
  | 'isNoneOf'
  | 'contains'
  | 'containsNot'
  | 'startsWith'
  | 'includes'
  | 'includesNot'
  | 'less'
  | 'atMost'
  | 'greater'
  | 'atLeast'
  | 'between'
  | 'isTrue'
  | 'isFalse'
  | 'isEmpty'
  | 'isNotEmpty'

/** Comparisons that have words of their own for dates. */
export const TIMED: readonly Operator[] = ['is', 'less', 'atMost', 'greater', 'atLeast']

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A value as it can stand in an expression. */
export type Operand =
  | { is: 'text'; text: string }
  | { is: 'number'; digits: string }
  | { is: 'yesNo'; value: boolean }
  | { is: 'me' }
  /** `2026-11-23` */
  | { is: 'day'; day: string }
  /** What stands in `datetime("…")`. */
  | { is: 'moment'; moment: string }
  /** Today, or the first day of this week and so on, moved by so many of them. */
  | { is: 'relative'; unit: Unit; offset: number }

export interface Row {
  kind: 'row'
  path: string
  operator: Operator
  /** As many as the operator takes; fewer while somebody is still choosing. */
  operands: Operand[]
}

export interface Group {
  kind: 'group'
  join: Join
  parts: Part[]
}

export type Part = Row | Group

export const NO_FILTER: Group = { kind: 'group', join: 'and', parts: [] }

/** How many values an operator takes. */
export function arityOf(operator: Operator): 'none' | 'one' | 'two' | 'many' {
  switch (operator) {
    case 'isTrue':
    case 'isFalse':
    case 'isEmpty':
    case 'isNotEmpty':
      return 'none'
    case 'between':
      return 'two'
    case 'isAnyOf':
    case 'isNoneOf':
      return 'many'
    default:
      return 'one'
  }
}

export function isComplete(row: Row): boolean {
  const arity = arityOf(row.operator)
  if (row.path === '') return false
  if (arity === 'none') return true
  if (arity === 'many') return row.operands.length > 0
  return row.operands.length >= (arity === 'two' ? 2 : 1)
}

/** Without what is incomplete, groups of nothing, and groups of one thing. */
export function tidy(group: Group): Group {
  const parts = group.parts.flatMap((part): Part[] => {
    if (part.kind === 'row') return isComplete(part) ? [part] : []
    const inner = tidy(part)
    if (inner.parts.length > 1) return [inner]
    return inner.parts
  })
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'group') return only
  return { kind: 'group', join: parts.length < 2 ? 'and' : group.join, parts }
}

/** All rows, those in groups too. */
export function rowsOf(group: Group): Row[] {
  return group.parts.flatMap((part) => (part.kind === 'row' ? [part] : rowsOf(part)))
}

/** The group with the part at `way` (indexes from the outermost group in) replaced, or taken out where it is null. */
export function replaced(group: Group, way: readonly number[], part: Part | null): Group {
  const [at, ...rest] = way
  const parts = group.parts.flatMap((one, index): Part[] => {
    if (index !== at) return [one]
    if (rest.length > 0 && one.kind === 'group') return [replaced(one, rest, part)]
    return part === null ? [] : [part]
  })
  // Who takes the last row out of a group wants no empty group.
  return {
    ...group,
    parts: parts.filter((one) => part !== null || one.kind === 'row' || one.parts.length > 0),
  }
}
