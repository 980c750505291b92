/** Exact decimals as texts such as `-1234.50`; nothing here passes through a floating-point number. */

interface Parts {
  negative: boolean
  /** All digits as one integer. */
  digits: bigint
  scale: number
}

function parts(decimal: string): Parts {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace(/^[-+]/, '').split('.')
  return { negative, digits: BigInt(whole + fraction), scale: fraction.length }
}

function text({ negative, digits, scale }: Parts): string {
  const padded = digits.toString().padStart(scale + 1, '0')
  const whole = padded.slice(0, padded.length - scale)
  const fraction = scale > 0 ? '.' + padded.slice(padded.length - scale) : ''
  return (negative && digits !== 0n ? '-' : '') + whole + fraction
}

/** Rounded half up (away from zero) to so many digits after the point, which are all shown. */
export function round(decimal: string, scale: number): string {
  const value = parts(decimal)
  if (value.scale <= scale) {
    return text({ ...value, digits: value.digits * 10n ** BigInt(scale - value.scale), scale })
  }
  const unit = 10n ** BigInt(value.scale - scale)
  return text({ ...value, digits: (value.digits + unit / 2n) / unit, scale })
}

/** The decimal point moved to the left by `places`: `shift("26800", 4)` is `2.6800`. */
export function shift(decimal: string, places: number): string {
  const value = parts(decimal)
  const scale = value.scale + places
  return scale >= 0
    ? text({ ...value, scale })
    : text({ ...value, digits: value.digits * 10n ** BigInt(-scale), scale: 0 })
}

/** Zeros at the end of the fraction left out. */
export function trim(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

/** Negative, zero or positive, like a sort function. */
export function compare(left: string, right: string): number {
  const a = parts(left)
  const b = parts(right)
  const scale = Math.max(a.scale, b.scale)
  const difference = signed(a, scale) - signed(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function signed(value: Parts, scale: number): bigint {
  const digits = value.digits * 10n ** BigInt(scale - value.scale)
  return value.negative ? -digits : digits
}

export function add(left: string, right: string): string {
  const a = parts(left)
  const b = parts(right)
  const scale = Math.max(a.scale, b.scale)
  const sum = signed(a, scale) + signed(b, scale)
  return text({ negative: sum < 0n, digits: sum < 0n ? -sum : sum, scale })
}

/** For drawing only: how far along a bar lies, between 0 and 1. */
export function ratio(part: string, whole: string): number {
  const denominator = Number(whole)
  return denominator === 0 ? 0 : Math.min(1, Math.max(0, Number(part) / denominator))
}

/** What a person typed as a number: separators, full-width digits, 万 and 亿 are understood. Null if it is none. */
export function typed(input: string): string | null {
  const flat = input
    .normalize('NFKC')
    .replace(/[\s,'¥$€]/g, '')
    .replace('−', '-')
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(万|亿)?$/.exec(flat)
  if (!match || (!match[2] && !match[3])) return null
  const sign = match[1] === '-' ? '-' : ''
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0'
  const plain = sign + whole + (match[3] ? '.' + match[3] : '')
  if (match[4]) return trim(shift(plain, match[4] === '万' ? -4 : -8))
  return plain
}
