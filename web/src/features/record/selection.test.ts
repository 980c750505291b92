import { describe, expect, it } from 'vitest'
import { touched } from './selection'

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
const none = { where: '', ids: new Set<string>(), allMatching: false, anchor: null }

describe('a selection', () => {
  it('takes and drops one row', () => {
    const one = touched(none, rows, 'b', false)
    expect([...one.ids]).toEqual(['b'])
    expect([...touched(one, rows, 'b', false).ids]).toEqual([])
  })
  it('takes all rows from the last one touched to this one, in either direction', () => {
    const last = touched(none, rows, 'd', false)
    expect([...touched(last, rows, 'b', true).ids].sort()).toEqual(['b', 'c', 'd'])
  })
  it('takes one row where the last one touched is not in sight any more', () => {
    expect([...touched({ ...none, anchor: 'z' }, rows, 'c', true).ids]).toEqual(['c'])
  })
  it('turns from all that match to the loaded ones when one is dropped', () => {
    const some = touched({ ...none, allMatching: true }, rows, 'a', false)
    expect(some.allMatching).toBe(false)
    expect([...some.ids]).toEqual(['b', 'c', 'd'])
  })
})
