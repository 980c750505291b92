import { describe, expect, it } from 'vitest'
import { fill } from './headline'
import { type HomeTile, moved, rowsOf } from './homes'

const tile = (name: string, width: HomeTile['width'], hidden = false) => ({ name, width, hidden }) as HomeTile
const names = (rows: HomeTile[][]) => rows.map((row) => row.map((one) => one.name).join('+'))

describe('tiles', () => {
  it('stand in pairs, and what is left stands alone', () => {
    const tiles = [
      tile('a', 'main'),
      tile('b', 'main'),
      tile('s', 'side'),
      tile('h', 'side', true),
      tile('w', 'wide'),
      tile('t', 'side'),
    ]
    expect(names(rowsOf(tiles))).toEqual(['a+s', 'b', 'w', 't'])
  })
  it('move to another place, not beyond the ends', () => {
    const tiles = [tile('a', 'main'), tile('b', 'main'), tile('c', 'main')]
    expect(names([moved(tiles, 0, 2)])).toEqual(['b+c+a'])
    expect(names([moved(tiles, 2, 0)])).toEqual(['c+a+b'])
    expect(moved(tiles, 2, 3)).toBe(tiles)
  })
})

describe('a headline', () => {
  it('is filled, and says a dash for what is not known', () => {
    expect(fill('{period}已过 {elapsed}。', { period: '本季', elapsed: null })).toEqual([
      { text: '本季', slot: 'period' },
      { text: '已过 ', slot: null },
      { text: '–', slot: 'elapsed' },
      { text: '。', slot: null },
    ])
  })
})
