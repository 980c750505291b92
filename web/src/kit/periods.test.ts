import { describe, expect, it } from 'vitest'
import { movePeriod, periodName, periodOf, spanOf } from './periods'

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
  it('have a first and a last day', () => {
    expect(spanOf('2026-Q4')).toEqual({ first: '2026-10-01', last: '2026-12-31' })
    expect(spanOf('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' })
    expect(spanOf('2026')).toEqual({ first: '2026-01-01', last: '2026-12-31' })
  })
  it('are called as people call them', () => {
    expect(periodName('2026-Q4', 'zh-CN')).toBe('2026 年第四季度')
    expect(periodName('2026-03', 'en')).toBe('March 2026')
  })
})
