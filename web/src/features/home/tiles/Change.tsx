import { figure } from '../../../kit/format'
import { decimalOf } from '../../../lib/json'

/** By how much more or less, in percent; nothing where there was nothing before. */
export function Change({ now, before, less = false }: { now: unknown; before: unknown; less?: boolean }) {
  const after = Number(decimalOf(now) ?? NaN)
  const first = Number(decimalOf(before) ?? NaN)
  if (!Number.isFinite(after) || !Number.isFinite(first) || first === 0) return <span>–</span>
  const percent = ((after - first) / Math.abs(first)) * 100
  const rounded = percent.toFixed(1)
  if (Number(rounded) === 0) return <span>{figure('0.0')}%</span>
  const good = percent > 0 !== less
  return (
    <span className={good ? 'tone-good' : 'tone-bad'}>
      {percent > 0 ? '+' : ''}
      {figure(rounded)}%
    </span>
  )
}
