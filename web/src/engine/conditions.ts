import type { FieldType, KindName } from './documents'
import { typed } from '../lib/decimal'

/** How one field may be compared in a filter; each operator writes a piece of the expression language. */
export type Operator =
  | 'is'
  | 'isNot'
  | 'contains'
  | 'less'
  | 'atMost'
  | 'greater'
  | 'atLeast'
  | 'before'
  | 'after'
  | 'onOrAfter'
  | 'isMe'
  | 'isTrue'
  | 'isFalse'
  | 'isEmpty'
  | 'isNotEmpty'

const TEXT: Operator[] = ['contains', 'is', 'isNot', 'isEmpty', 'isNotEmpty']
const NUMBER: Operator[] = ['atLeast', 'greater', 'atMost', 'less', 'is', 'isEmpty', 'isNotEmpty']
const TIME: Operator[] = ['onOrAfter', 'before', 'after', 'isEmpty', 'isNotEmpty']
const REFERENCE: Operator[] = ['contains', 'isEmpty', 'isNotEmpty']

const OPERATORS: Record<KindName, Operator[]> = {
  text: TEXT,
  longText: TEXT,
  phone: TEXT,
  email: TEXT,
  link: TEXT,
  autoNumber: TEXT,
  number: NUMBER,
  money: NUMBER,
  percent: NUMBER,
  date: TIME,
  dateTime: TIME,
  yesNo: ['isTrue', 'isFalse', 'isEmpty'],
  choice: ['is', 'isNot', 'isEmpty', 'isNotEmpty'],
  multiChoice: ['contains', 'isEmpty', 'isNotEmpty'],
  member: ['isMe', ...REFERENCE],
  team: REFERENCE,
  reference: REFERENCE,
  lines: [],
  formula: [],
  rollUp: [],
}

export function operatorsOf(type: FieldType): Operator[] {
  return OPERATORS[(type.result ?? type).kind]
}

const ALONE: Operator[] = ['isMe', 'isTrue', 'isFalse', 'isEmpty', 'isNotEmpty']

export function needsValue(operator: Operator): boolean {
  return !ALONE.includes(operator)
}

export function quoted(text: string): string {
  return '"' + text.replaceAll('\\', '\\\\').replaceAll('"', '\\"') + '"'
}

/** The value as a literal of the expression language, or null if it is not a value of that type. */
export function literal(type: FieldType, value: string): string | null {
  switch ((type.result ?? type).kind) {
    case 'number':
    case 'money':
    case 'percent':
      return typed(value)
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `date(${quoted(value)})` : null
    case 'dateTime':
      return value ? `dateTime(${quoted(value)})` : null
    default:
      return value === '' ? null : quoted(value)
  }
}

const SIGNS: Partial<Record<Operator, string>> = {
  is: '=',
  isNot: '<>',
  less: '<',
  atMost: '<=',
  greater: '>',
  atLeast: '>=',
  before: '<',
  after: '>',
  onOrAfter: '>=',
}

/**
 * One condition as text, or null while it is incomplete. A reference is compared by its title, which `title` names
 * (`account.name`).
 */
export function condition(
  path: string,
  type: FieldType,
  operator: Operator,
  value: string,
  title: string | null,
): string | null {
  switch (operator) {
    case 'isMe':
      return `${path} = me`
    case 'isTrue':
      return `${path} = true`
    case 'isFalse':
      return `${path} = false`
    case 'isEmpty':
      return `${path} is null`
    case 'isNotEmpty':
      return `${path} is not null`
    default: {
      const right = literal(type, value)
      if (right === null) return null
      if (operator === 'contains') return `contains(${title ? `${path}.${title}` : path}, ${right})`
      return `${path} ${SIGNS[operator]} ${right}`
    }
  }
}

/** Both must hold; what was there is bracketed where `or` would change the meaning. */
export function both(where: string, added: string): string {
  const before = where.trim()
  if (before === '') return added
  return `${/\bor\b/i.test(before) ? `(${before})` : before} and ${added}`
}
