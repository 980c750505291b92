import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../../engine/history'
import { merged, momentOf, type Told } from './told'

const changed = (at: string): Told => ({ kind: 'changed', key: at, at, entry: { at } as HistoryEntry })
const contact = (at: string): Told => ({ kind: 'contact', key: at, at, record: { id: at }, by: null })

test('changes and contacts stand in one order, the newest first', () => {
  const told = merged([changed('3'), changed('1')], [contact('2')], false, false)
  expect(told.map((one) => one.at)).toEqual(['3', '2', '1'])
})

test('what is older than the last loaded page waits, so that nothing slips in above later', () => {
  const told = merged([changed('9'), changed('7')], [contact('8'), contact('2')], true, false)
  expect(told.map((one) => one.at)).toEqual(['9', '8', '7'])
})

test('a contact logged on its own day has the time at which it was logged', () => {
  const logged = new Date(2026, 10, 25, 9, 30).toISOString()
  expect(momentOf('2026-11-25', logged)).toBe(logged)
  expect(momentOf('2026-11-20', logged)).toBe(new Date(2026, 10, 20, 12).toISOString())
  expect(momentOf(null, logged)).toBe(logged)
})
