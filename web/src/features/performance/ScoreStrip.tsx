import { useTranslation } from 'react-i18next'
import { figure } from '../../kit/format'
import { decimalOf } from '../../lib/json'
import type { ScoreRow } from '../../engine/figures/answers'

/** Peers as dots, the person as the large one, the median dashed. Positions are drawing, figures are exact. */
export function ScoreStrip({ rows, member }: { rows: ScoreRow[]; member: string }) {
  const { t } = useTranslation()
  const scored = rows.flatMap((one) => {
    const total = decimalOf(one.score)
    return total === null ? [] : [{ id: one.member.id, name: one.member.title, total, at: Number(total) }]
  })
  if (scored.length === 0) return null
  const sorted = scored.map((one) => one.at).toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median =
    sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  const low = Math.floor((sorted[0] ?? 0) / 10) * 10
  const high = Math.max(low + 10, Math.ceil((sorted.at(-1) ?? 0) / 10) * 10)
  const place = (value: number) => `${((value - low) / (high - low)) * 100}%`
  const mine = scored.find((one) => one.id === member)
  const step = Math.max(10, Math.ceil((high - low) / 50) * 10)
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step)
  return (
    <div className="strip-box">
      <div className="strip-words">
        <span>{t('performance.people', { count: rows.length })}</span>
        <span>{t('performance.median', { value: median.toFixed(1) })}</span>
      </div>
      <div
        className="strip"
        role="img"
        aria-label={t('performance.stripText', {
          mine: mine ? figure(mine.total, 1) : '–',
          median: median.toFixed(1),
          people: rows.length,
        })}
      >
        {scored.map((one) =>
          one.id === member ? null : (
            <span
              key={one.id}
              className="dot"
              style={{ left: place(one.at) }}
              title={`${one.name ?? ''} ${figure(one.total, 1)}`}
            />
          ),
        )}
        <span className="strip-median" style={{ left: place(median) }} />
        {mine ? (
          <span className="dot dot-mine" style={{ left: place(mine.at) }}>
            <em>{figure(mine.total, 1)}</em>
          </span>
        ) : null}
        {ticks.map((tick) => (
          <span key={tick} className="strip-tick" style={{ left: place(tick) }}>
            {tick}
          </span>
        ))}
      </div>
    </div>
  )
}
