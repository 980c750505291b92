import { describe, expect, it } from 'vitest'
import { fromWire, pieces, toWire } from './mentions'

const LIN = '01999999-0000-7000-8000-000000000001'
const LIN2 = '01999999-0000-7000-8000-000000000002'
const LINA = '01999999-0000-7000-8000-000000000003'

describe('mentions', () => {
  it('become ids, the longer name before the shorter', () => {
    const picks = [
      { id: LIN, name: '林晓' },
      { id: LINA, name: '林晓雯' },
    ]
    expect(toWire({ text: '@林晓雯 和 @林晓 看看', picks })).toBe(`<@${LINA}> 和 <@${LIN}> 看看`)
  })

  it('of one name go by the order in which they were picked', () => {
    const picks = [
      { id: LIN, name: 'Li' },
      { id: LIN2, name: 'Li' },
    ]
    expect(toWire({ text: '@Li @Li @Li', picks })).toBe(`<@${LIN}> <@${LIN2}> <@${LIN2}>`)
  })

  it('are nothing where nobody was picked', () => {
    expect(toWire({ text: 'a@Li.com', picks: [] })).toBe('a@Li.com')
  })

  it('come back as they were, and so does everything around them', () => {
    const said = `مرحبا <@${LIN}>\n🙂 <@${LIN2}>`
    const mentions = [
      { id: LIN, title: '林晓雯' },
      { id: LIN2, title: null },
    ]
    expect(fromWire(said, mentions).text).toBe(`مرحبا @林晓雯\n🙂 <@${LIN2}>`)
    expect(toWire(fromWire(said, mentions))).toBe(said)
    expect(pieces(said, mentions).map((piece) => piece.kind)).toEqual(['words', 'person', 'words', 'person'])
  })
})
