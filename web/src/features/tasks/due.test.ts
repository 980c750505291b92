import { describe, expect, it } from 'vitest'
import { groupOf, readLine } from './due'

/** A Wednesday. */
const today = new Date(2026, 10, 25)

describe('a line', () => {
  it.each([
    ['明天 10:30 给王总回电', '给王总回电', '2026-11-26', '10:30'],
    ['下午3点半拜访华铸', '拜访华铸', null, '15:30'],
    ['周五提交方案', '提交方案', '2026-11-27', null],
    ['下周一 开评审会', '开评审会', '2026-11-30', null],
    ['12月18日 续约', '续约', '2026-12-18', null],
    ['call Wang friday 3pm', 'call Wang', '2026-11-27', '15:00'],
    ['send quote tomorrow', 'send quote', '2026-11-26', null],
    ['1-5 renew', 'renew', '2027-01-05', null],
    ['buy 64 gateways', 'buy 64 gateways', null, null],
    ['明天', '明天', null, null],
  ])('%s', (line, subject, due, time) => {
    expect(readLine(line, today)).toEqual({ subject, due, time })
  })
})

describe('a due day', () => {
  it('falls into a group', () => {
    expect(groupOf('2026-11-24', today)).toBe('overdue')
    expect(groupOf('2026-11-25', today)).toBe('today')
    expect(groupOf('2026-11-29', today)).toBe('week')
    expect(groupOf('2026-11-30', today)).toBe('later')
    expect(groupOf(null, today)).toBe('none')
  })
})
