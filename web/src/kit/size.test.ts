import { expect, test } from 'vitest'
import { sizeText } from './size'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [1234, '1.2 KB'],
  [9_960, '10 KB'],
  [999_499, '999 KB'],
  [999_500, '1 MB'],
  [200_000_000, '200 MB'],
  [3_000_000_000, '3 GB'],
])('says %i bytes as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
