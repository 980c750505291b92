import { describe, expect, it } from 'vitest'
import { movePeriod, periodOf } from './periods'

describe('periods', () => {
  it('hold a day', () => {
    const day = new Date(2026, 10, 24)
    expect(periodOf(day, 'month')).toBe('2026-11')
    expect(periodOf(day, 'quarter')).toBe('2026-Q4')
    expect(periodOf(day, 'year')).toBe('2026')
  })
  it('move across years', () => {
    expect(movePeriod('2026-Q1', -1)).toBe('2025-Q4')
    expect(movePeriod('2026-Q4', 1)).toBe('2027-Q1')
    expect(movePeriod('2026-01', -1)).toBe('2025-12')
    expect(movePeriod('2026', 2)).toBe('2028')
  })
})
