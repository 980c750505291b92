import { describe, expect, it } from 'vitest'
import { day, figure, percent, shortText } from './format'

describe('figures', () => {
  it('are grouped and keep every digit', () => {
    expect(figure('12345678901234567.89')).toBe('12,345,678,901,234,567.89')
    expect(figure('-1234.5', 2)).toBe('−1,234.50')
    expect(figure('0')).toBe('0')
    expect(percent('12.5', 1)).toBe('12.5%')
  })
  it('are short by language', () => {
    expect(shortText('2680000', 'zh-CN')).toBe('268.0\u2009万')
    expect(shortText('123456789', 'zh-CN')).toBe('1.23\u2009亿')
    expect(shortText('2680000', 'en')).toBe('2.68M')
    expect(shortText('9500', 'en')).toBe('9,500')
    expect(shortText('-45000', 'zh-CN')).toBe('−4.5\u2009万')
  })
})

describe('days', () => {
  it('leave out the current year and follow the language', () => {
    expect(day('2026-12-18', 'zh-CN', '2026-11-24')).toBe('12-18')
    expect(day('2027-01-02', 'zh-CN', '2026-11-24')).toBe('2027-01-02')
    expect(day('2026-12-18', 'en', '2026-11-24')).toBe('Dec 18')
    expect(day('2025-03-01', 'en', '2026-11-24')).toBe('Mar 1, 2025')
  })
})
