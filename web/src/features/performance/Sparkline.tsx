const WIDTH = 60
const HEIGHT = 20

/** A few values as a line with its last point; the figures stand in the table. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const points = values.flatMap((value, index) =>
    value === null
      ? []
      : [
          {
            x: 3 + (index / (values.length - 1)) * (WIDTH - 6),
            y: 3 + (1 - (value - low) / span) * (HEIGHT - 6),
          },
        ],
  )
  const last = points.at(-1)
  const falling = (known.at(-1) ?? 0) < (known.at(-2) ?? 0)
  return (
    <svg
      className={falling ? 'spark spark-falling' : 'spark'}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} />
      {last ? <circle cx={last.x} cy={last.y} r={2.2} /> : null}
    </svg>
  )
}
