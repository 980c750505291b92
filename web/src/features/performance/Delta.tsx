import { figure } from '../../kit/format'
import { add } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'

/** How much more or less than before, exact; nothing where one of the two is missing. */
export function Delta({ now, before, scale = 1 }: { now: unknown; before: unknown; scale?: number }) {
  const after = decimalOf(now)
  const first = decimalOf(before)
  if (after === null || first === null) return null
  const text = figure(add(after, first.startsWith('-') ? first.slice(1) : '-' + first), scale)
  const sign = /[1-9]/.test(text) ? (text.startsWith('−') ? 'down' : 'up') : 'same'
  return <span className={`delta delta-${sign}`}>{sign === 'up' ? '+' + text : text}</span>
}
