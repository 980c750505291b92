import { type Group, type Operand, type Row, tidy, type Unit } from './model'

/** A text as the expression language quotes it. */
export function quoted(text: string): string {
  return '"' + text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n') + '"'
}

const MONTHS: Record<Exclude<Unit, 'day' | 'week'>, number> = { month: 1, quarter: 3, year: 12 }
const STARTS: Record<Exclude<Unit, 'day'>, string> = {
  week: 'startOfWeek(today())',
  month: 'startOfMonth(today())',
  quarter: 'startOfQuarter(today())',
  year: 'startOfYear(today())',
}

function relative(unit: Unit, offset: number): string {
  if (unit === 'day') return offset === 0 ? 'today()' : `addDays(today(), ${offset})`
  const start = STARTS[unit]
  if (offset === 0) return start
  if (unit === 'week') return `addDays(${start}, ${offset * 7})`
  return `addMonths(${start}, ${offset * MONTHS[unit]})`
}

export function writeOperand(operand: Operand): string {
  switch (operand.is) {
    case 'text':
      return quoted(operand.text)
    case 'number':
      return operand.digits
    case 'yesNo':
      return String(operand.value)
    case 'me':
      return 'me'
    case 'day':
      return `date(${quoted(operand.day)})`
    case 'moment':
      return `datetime(${quoted(operand.moment)})`
    case 'relative':
      return relative(operand.unit, operand.offset)
  }
}

const SIGNS = { is: '=', isNot: '<>', less: '<', atMost: '<=', greater: '>', atLeast: '>=' } as const

/** A row that is complete, as text. */
export function writeRow(row: Row): string {
  const { path } = row
  const values = row.operands.map(writeOperand)
  const [first = '', second = ''] = values
  switch (row.operator) {
    case 'isTrue':
      return `${path} = true`
    case 'isFalse':
      return `${path} = false`
    case 'isEmpty':
      return `${path} is null`
    case 'isNotEmpty':
      return `${path} is not null`
    case 'contains':
    case 'startsWith':
    case 'includes':
      return `${row.operator}(${path}, ${first})`
    case 'containsNot':
      return `not contains(${path}, ${first})`
    case 'includesNot':
      return `not includes(${path}, ${first})`
    case 'between':
      return `${path} between ${first} and ${second}`
    case 'isAnyOf':
      return values.length === 1 ? `${path} = ${first}` : `${path} in (${values.join(', ')})`
    case 'isNoneOf':
      return values.length === 1 ? `${path} <> ${first}` : `${path} not in (${values.join(', ')})`
    default:
      return `${path} ${SIGNS[row.operator]} ${first}`
  }
}

/** The filter as text; what is incomplete is left out, and no filter is an empty text. */
export function write(filter: Group): string {
  return parts(tidy(filter))
}

function parts(group: Group): string {
  return group.parts
    .map((part) => (part.kind === 'row' ? writeRow(part) : `(${parts(part)})`))
    .join(` ${group.join} `)
}
