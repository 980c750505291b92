import { expect, test } from 'vitest'
import { reasonsOf, rowsOf } from './reasons'

test('a csv keeps commas, quotes and line breaks within its cells', () => {
  expect(rowsOf('a,"b, ""c"""\r\n1,"two\nlines"\r\n')).toEqual([
    ['a', 'b, "c"'],
    ['1', 'two\nlines'],
  ])
})

test('reasons are counted, the most frequent first, each with its first rows', () => {
  const csv = '\uFEFFLine,Reasons,name,amount\n2,Too long,a,1\n3,No number,b,x\n4,No number,c,y\n'
  expect(reasonsOf(csv)).toEqual([
    { text: 'No number', rows: 2, lines: ['3: b · x', '4: c · y'] },
    { text: 'Too long', rows: 1, lines: ['2: a · 1'] },
  ])
})
