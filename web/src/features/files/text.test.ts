import { expect, test } from 'vitest'
import { decode } from './text'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('reads UTF-8, also cut off within a character', () => {
  expect(decode(utf8('报价 a'))).toBe('报价 a')
  expect(decode(utf8('报价').subarray(0, 5))).toBe('报')
})

test('reads what Chinese Windows writes', () => {
  expect(decode(Uint8Array.from([0xb1, 0xa8, 0xbc, 0xdb]))).toBe('报价')
})

test('reads UTF-16 by its mark', () => {
  expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0x00])).trim()).toContain('a')
})
