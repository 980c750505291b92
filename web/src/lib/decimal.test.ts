import { describe, expect, it } from 'vitest'
import { add, compare, round, shift, trim, typed } from './decimal'
import { decimalOf, exactNumber, parseJson, writeJson } from './json'

describe('exact decimals', () => {
  it('survive a round trip through JSON with all their digits', () => {
    const source = '{"amount":12345678901234567.89,"count":3,"tiny":0.10}'
    const value = parseJson(source) as Record<string, unknown>
    expect(decimalOf(value.amount)).toBe('12345678901234567.89')
    expect(value.count).toBe(3)
    expect(writeJson(value)).toBe(source)
    expect(writeJson({ a: exactNumber('12345678901234567.89') })).toBe('{"a":12345678901234567.89}')
  })
  it('never show an exponent', () => {
    expect(decimalOf('1.5E+3')).toBe('1500')
    expect(decimalOf('1.25e-3')).toBe('0.00125')
    expect(decimalOf('-12E1')).toBe('-120')
    expect(decimalOf('12.345e1')).toBe('123.45')
  })
  it('round half up, away from zero', () => {
    expect(round('0.005', 2)).toBe('0.01')
    expect(round('-2.5', 0)).toBe('-3')
    expect(round('2.44', 1)).toBe('2.4')
    expect(round('-0.001', 2)).toBe('0.00')
    expect(round('7', 2)).toBe('7.00')
  })
  it('shift, trim, compare and add exactly', () => {
    expect(shift('2680000', 4)).toBe('268.0000')
    expect(shift('1.5', -4)).toBe('15000')
    expect(shift('5', 4)).toBe('0.0005')
    expect(trim('268.0000')).toBe('268')
    expect(trim('1200')).toBe('1200')
    expect(compare('0.10', '0.1')).toBe(0)
    expect(compare('-2', '-1.5')).toBe(-1)
    expect(add('0.1', '0.2')).toBe('0.3')
    expect(add('1', '-1.05')).toBe('-0.05')
  })
  it('are read as people type them', () => {
    expect(typed('1,234.50')).toBe('1234.50')
    expect(typed('268.5万')).toBe('2685000')
    expect(typed('1.2 亿')).toBe('120000000')
    expect(typed('１２')).toBe('12')
    expect(typed('007')).toBe('7')
    expect(typed('.5')).toBe('0.5')
    expect(typed('abc')).toBeNull()
    expect(typed('')).toBeNull()
  })
})
