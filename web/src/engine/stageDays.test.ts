import { expect, test } from 'vitest'
import { daysPerStage } from './stageDays'

const day = (n: number) => n * 86_400_000

test('each stage counts the days from its move to the next one', () => {
  const days = daysPerStage(
    [
      { to: 'new', at: day(0) },
      { to: 'offer', at: day(6) },
    ],
    day(15.5),
  )
  expect([...days]).toEqual([
    ['new', 6],
    ['offer', 9],
  ])
})

test('a stage that was entered twice adds up', () => {
  const moves = [
    { to: 'new', at: day(0) },
    { to: 'offer', at: day(2) },
    { to: 'new', at: day(5) },
  ]
  expect(daysPerStage(moves, day(6)).get('new')).toBe(3)
})

test('nothing is known of a record without moves', () => {
  expect(daysPerStage([], day(3)).size).toBe(0)
})
