import { describe, expect, it } from 'vitest'
import { daysOf, distance, monday, shifted, step } from './days'

describe('days', () => {
  it('begin a week on Monday', () => {
    expect(monday('2026-11-25')).toBe('2026-11-23')
    expect(monday('2026-11-29')).toBe('2026-11-23')
  })
  it('show six weeks of a month, and on a phone its days', () => {
    const month = daysOf('month', '2026-11-25', false)
    expect([month.length, month[0], month.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06'])
    expect(daysOf('month', '2026-02-10', true).length).toBe(28)
  })
  it('go on by months without losing one', () => {
    expect(step('month', '2026-01-31', 1)).toBe('2026-02-01')
    expect(step('week', '2026-12-30', 1)).toBe('2027-01-06')
  })
  it('keep the time of day', () => {
    expect(shifted('2026-11-25', 3)).toBe('2026-11-28')
    expect(shifted('2026-11-25T02:30:00.000Z', 1)).toBe('2026-11-26T02:30:00.000Z')
    expect(distance('2026-11-25', '2026-12-02')).toBe(7)
  })
})
