import { describe, expect, it } from 'vitest'
import { both, condition, literal } from './conditions'
import { readField } from './documents'

const type = (document: Record<string, unknown>) => readField('f', document).type

describe('conditions', () => {
  it('write the expression language', () => {
    expect(condition('amount', type({ type: 'money' }), 'atLeast', '2万', null)).toBe('amount >= 20000')
    expect(condition('stage', type({ type: 'choice' }), 'is', 'won', null)).toBe('stage = "won"')
    expect(condition('close_date', type({ type: 'date' }), 'before', '2027-01-01', null)).toBe(
      'close_date < date("2027-01-01")',
    )
    expect(condition('account', type({ type: 'reference', object: 'a' }), 'contains', '华铸', 'name')).toBe(
      'contains(account.name, "华铸")',
    )
    expect(condition('owner', type({ type: 'member' }), 'isMe', '', null)).toBe('owner = me')
    expect(condition('note', type({ type: 'text' }), 'isEmpty', '', null)).toBe('note is null')
  })
  it('take a computed field as its result', () => {
    expect(literal(type({ type: 'formula', result: { type: 'number' } }), '1,000.5')).toBe('1000.5')
  })
  it('are null while incomplete or wrong', () => {
    expect(condition('amount', type({ type: 'money' }), 'less', 'much', null)).toBeNull()
    expect(condition('name', type({ type: 'text' }), 'is', '', null)).toBeNull()
  })
  it('quote what a text may hold', () => {
    expect(literal(type({ type: 'text' }), 'a "b" \\')).toBe('"a \\"b\\" \\\\"')
  })
  it('join with what was there', () => {
    expect(both('', 'a = 1')).toBe('a = 1')
    expect(both('a = 1', 'b = 2')).toBe('a = 1 and b = 2')
    expect(both('a = 1 or c = 3', 'b = 2')).toBe('(a = 1 or c = 3) and b = 2')
  })
})
