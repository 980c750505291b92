import { LosslessNumber, parse, stringify } from 'lossless-json'

/**
 * JSON without loss: a number that a double holds exactly and safely (a small integer) is a `number`; every other
 * one is a `LosslessNumber`, which keeps its digits.
 */
export function parseJson(text: string): unknown {
  return parse(text, null, (digits) => {
    const number = Number(digits)
    return Number.isSafeInteger(number) && String(number) === digits ? number : new LosslessNumber(digits)
  })
}

export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null'
}

/** A decimal text as a JSON number with all its digits. */
export function exactNumber(decimal: string): LosslessNumber {
  return new LosslessNumber(decimal)
}

/** The digits of a number as the API sent it, or null if it is none. */
export function decimalOf(value: unknown): string | null {
  if (value instanceof LosslessNumber) return plain(value.value)
  if (typeof value === 'number') return Number.isFinite(value) ? plain(String(value)) : null
  if (typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return plain(value)
  return null
}

/** `1.5E+3` is `1500`: no exponent ever reaches the screen. */
function plain(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
