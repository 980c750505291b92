/** The ring of five arcs, the only drawn mark. */
export function Logo({ size = 20 }: { size?: number }) {
  const circumference = 2 * Math.PI * 8.4
  const arc = circumference / 5
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <circle
        cx="12"
        cy="12"
        r="8.4"
        stroke="currentColor"
        strokeWidth="3.2"
        strokeDasharray={`${arc * 0.7} ${arc * 0.3}`}
        transform="rotate(-64 12 12)"
      />
      <circle
        cx="12"
        cy="12"
        r="8.4"
        stroke="var(--accent)"
        strokeWidth="3.2"
        strokeDasharray={`${arc * 0.7} ${circumference}`}
        transform="rotate(-64 12 12)"
      />
    </svg>
  )
}
