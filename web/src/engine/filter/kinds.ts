import type { FieldType, KindName } from '../documents'
import { shownType } from '../paths'
import { arityOf, type Group, type Operand, type Operator, type Part, type Row } from './model'
import { readShape } from './read'

/** What one kind of field may be asked; `words` names the texts of its comparisons ("before" instead of "below"). */
export interface FilterKind {
  operators: readonly Operator[]
  words: 'plain' | 'time'
  takes: readonly Operand['is'][]
}

const EMPTY: Operator[] = ['isEmpty', 'isNotEmpty']
const text: FilterKind = {
  operators: ['contains', 'containsNot', 'is', 'isNot', 'startsWith', ...EMPTY],
  words: 'plain',
  takes: ['text'],
}
const number: FilterKind = {
  operators: ['atLeast', 'less', 'greater', 'atMost', 'between', 'is', 'isNot', ...EMPTY],
  words: 'plain',
  takes: ['number'],
}
const date: FilterKind = {
  operators: ['less', 'atLeast', 'greater', 'atMost', 'between', 'is', ...EMPTY],
  words: 'time',
  takes: ['day', 'relative'],
}
const oneOf = (takes: Operand['is'][]): FilterKind => ({
  operators: ['isAnyOf', 'isNoneOf', ...EMPTY],
  words: 'plain',
  takes,
})
const none: FilterKind = { operators: [], words: 'plain', takes: [] }

const KINDS: Record<KindName, FilterKind> = {
  text,
  longText: { ...text, operators: ['contains', 'containsNot', ...EMPTY] },
  phone: text,
  email: text,
  link: text,
  autoNumber: text,
  number,
  money: number,
  percent: number,
  date,
  dateTime: { ...date, takes: ['day', 'relative', 'moment'] },
  yesNo: { operators: ['isTrue', 'isFalse', ...EMPTY], words: 'plain', takes: [] },
  choice: oneOf(['text']),
  multiChoice: { operators: ['includes', 'includesNot', ...EMPTY], words: 'plain', takes: ['text'] },
  member: oneOf(['text', 'me']),
  team: oneOf(['text']),
  reference: oneOf(['text']),
  lines: none,
  formula: none,
  rollUp: none,
}

export function filterKindOf(type: FieldType): FilterKind {
  return KINDS[shownType(type).kind] ?? none
}

/** The operator in the form that this kind offers: `=` of a choice is "any of" with one value. */
function offered(kind: FilterKind, operator: Operator): Operator | null {
  if (kind.operators.includes(operator)) return operator
  const other = operator === 'is' ? 'isAnyOf' : operator === 'isNot' ? 'isNoneOf' : null
  return other && kind.operators.includes(other) ? other : null
}

function fitting(row: Row, typeOf: (path: string) => FieldType | null): Row | null {
  const type = typeOf(row.path)
  if (!type) return null
  const kind = filterKindOf(type)
  const operator = offered(kind, row.operator)
  if (!operator || !row.operands.every((operand) => kind.takes.includes(operand.is))) return null
  if (arityOf(operator) === 'none' && row.operands.length > 0) return null
  return { ...row, operator }
}

function fittingParts(group: Group, typeOf: (path: string) => FieldType | null): Group | null {
  const parts: Part[] = []
  for (const part of group.parts) {
    const fit = part.kind === 'row' ? fitting(part, typeOf) : fittingParts(part, typeOf)
    if (!fit) return null
    parts.push(fit)
  }
  return { ...group, parts }
}

/**
 * An expression as rows, or null if it has another shape, names a field that is not known, or asks a field what rows
 * cannot ask. Null says nothing about whether the expression is right.
 */
export function read(source: string, typeOf: (path: string) => FieldType | null): Group | null {
  const shape = readShape(source)
  return shape && fittingParts(shape, typeOf)
}
