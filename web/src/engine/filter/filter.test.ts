import { describe, expect, it } from 'vitest'
import { type FieldType, readField } from '../documents'
import { filterKindOf, read } from './kinds'
import { arityOf, type Group, type Operand, type Part, replaced, tidy, type Unit } from './model'
import { readShape } from './read'
import { tokensOf } from './tokens'
import { write } from './write'

const FIELDS: Record<string, string> = {
  name: 'text',
  note: 'longText',
  amount: 'money',
  rate: 'percent',
  close_date: 'date',
  created_at: 'dateTime',
  active: 'yesNo',
  stage: 'choice',
  tags: 'multiChoice',
  owner: 'member',
  account: 'reference',
  'account.city': 'text',
  客户: 'text',
}
const typeOf = (path: string): FieldType | null =>
  FIELDS[path] ? readField(path, { type: FIELDS[path], object: 'account' }).type : null

/** A repeatable source of chance, so that a failure can be looked at again. */
function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const upTo = (most: number) => Math.floor(next() * most)
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T
  return { upTo, pick }
}

const TEXTS = [
  'won',
  'a "b"',
  'back\\slash',
  '华铸 重工',
  'x\ny',
  'and (or) not',
  '“全角”',
  '😀',
  "o'neil",
  '\\"',
]
const UNITS: Unit[] = ['day', 'week', 'month', 'quarter', 'year']

function operand(is: Operand['is'], { upTo, pick }: ReturnType<typeof chance>): Operand {
  switch (is) {
    case 'text':
      return { is, text: pick(TEXTS) }
    case 'number':
      return { is, digits: pick(['0', '-5', '12345678901234567890.12', '0.60', '20000']) }
    case 'yesNo':
      return { is, value: upTo(2) === 0 }
    case 'me':
      return { is }
    case 'day':
      return { is, day: pick(['2026-11-23', '2027-01-01']) }
    case 'moment':
      return { is, moment: '2026-11-23T09:30' }
    case 'relative':
      return { is, unit: pick(UNITS), offset: upTo(9) - 4 }
  }
}

function part(random: ReturnType<typeof chance>, depth: number): Part {
  if (depth > 0 && random.upTo(3) === 0) return group(random, depth - 1)
  const path = random.pick(Object.keys(FIELDS))
  const kind = filterKindOf(typeOf(path) as FieldType)
  const operator = random.pick(kind.operators)
  const arity = arityOf(operator)
  const count = arity === 'none' ? 0 : arity === 'one' ? 1 : arity === 'two' ? 2 : 1 + random.upTo(3)
  const operands = Array.from({ length: count }, () => operand(random.pick(kind.takes), random))
  return { kind: 'row', path, operator, operands }
}

function group(random: ReturnType<typeof chance>, depth: number): Group {
  const parts = Array.from({ length: random.upTo(4) }, () => part(random, depth))
  return { kind: 'group', join: random.pick(['and', 'or']), parts }
}

describe('a filter', () => {
  it('is the same rows after it was written and read, whatever it asks', () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const filter = group(chance(seed), 3)
      expect(read(write(filter), typeOf), write(filter)).toEqual(tidy(filter))
    }
  })
  it('is the same text after it was read and written', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const text = write(group(chance(seed), 3))
      expect(write(read(text, typeOf) as Group)).toBe(text)
    }
  })
  it('never stumbles over any text, and cuts it into pieces that cover it', () => {
    const pieces = [
      '(',
      ')',
      '"',
      'and',
      'or',
      ' not ',
      'amount',
      '>',
      '5',
      ' ',
      '“',
      '\\',
      'in',
      ',',
      '。',
      '=',
    ]
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = chance(seed)
      const text = Array.from({ length: 1 + random.upTo(12) }, () => random.pick(pieces)).join('')
      const shape = readShape(text)
      if (shape) expect(readShape(write(shape)), text).toEqual(shape)
      const rest = tokensOf(text).reduce((left, { start, end }) => left.fill(' ', start, end), [...text])
      expect(rest.join('').trim(), text).toBe('')
    }
  })

  it.each([
    ['stage = "won"', 'isAnyOf'],
    ['stage IN ("won", "lost")', 'isAnyOf'],
    ['stage not in ("won", "lost")', 'isNoneOf'],
    ['stage != "won"', 'isNoneOf'],
    ['owner = me', 'isAnyOf'],
    ['owner in (me, "00000000-0000-7000-8000-000000000002")', 'isAnyOf'],
    ['amount between 1000 and 2000', 'between'],
    ['amount > -5', 'greater'],
    ['close_date <= addDays(today(), 90)', 'atMost'],
    ['close_date <= today() + 90', 'atMost'],
    ['close_date >= startOfMonth(today())', 'atLeast'],
    ['close_date < addMonths(startOfQuarter(today()), 3)', 'less'],
    ['created_at >= datetime("2026-11-23T09:30")', 'atLeast'],
    ['active', 'isTrue'],
    ['active = false', 'isFalse'],
    ['name = null', 'isEmpty'],
    ['isEmpty(tags)', 'isEmpty'],
    ['not includes(tags, "key")', 'includesNot'],
    ['contains(account.city, "杭州")', 'contains'],
    ['客户 ＝ “阿里”', 'is'],
    ['（amount ＜ 2）', 'less'],
  ])('reads %s as a row', (text, operator) => {
    const parts = read(text, typeOf)?.parts ?? []
    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({ kind: 'row', operator })
  })

  it.each([
    'amount * 2 > 5',
    'amount > cost',
    'not (stage = "won" or stage = "lost")',
    'if(active, 1, 2) = 1',
    'close_date > addMonths(today(), 1)',
    'close_date > addMonths(startOfQuarter(today()), 1)',
    'unknown = 1',
    'stage = 5',
    'amount > "5"',
    'amount >',
    '(amount > 1',
    'amount > 1)',
    'name = "open',
    'contains(name, note)',
    'amount = 1 where 2',
    'name',
    'null',
  ])('leaves %s a text', (text) => {
    expect(read(text, typeOf)).toBeNull()
  })

  it('keeps its groups', () => {
    const filter = read('amount > 1 and (stage = "won" or name is null) or active = true', typeOf)
    expect(filter).toMatchObject({
      join: 'or',
      parts: [{ join: 'and', parts: [{ path: 'amount' }, { join: 'or' }] }, { path: 'active' }],
    })
  })
  it('loses an emptied group with its last row, and waits for what is not chosen yet', () => {
    const row = { kind: 'row', path: 'name', operator: 'is', operands: [] } as const
    const inner: Group = { kind: 'group', join: 'or', parts: [{ ...row, operands: [] }] }
    const filter: Group = { kind: 'group', join: 'and', parts: [inner] }
    expect(write(filter)).toBe('')
    expect(replaced(filter, [0, 0], null).parts).toEqual([])
  })
})
