import { barOf } from '../../../engine/figures/words'

interface Props {
  attainment: unknown
  elapsed: unknown
  /** Muted when behind, so that those who keep the pace stand out. */
  muted?: boolean
  thick?: boolean
}

/** How far, of how far it should be: a bar and a tick. The figures stand beside it. */
export function PaceBar({ attainment, elapsed, muted = false, thick = false }: Props) {
  const tick = elapsed === null || elapsed === undefined ? null : barOf(elapsed)
  return (
    <span className={`pace ${thick ? 'pace-thick' : ''} ${muted ? 'pace-muted' : ''}`} aria-hidden="true">
      <span className="pace-track">
        <span className="pace-fill" style={{ width: `${barOf(attainment) * 100}%` }} />
      </span>
      {tick === null || tick >= 1 ? null : <span className="pace-tick" style={{ left: `${tick * 100}%` }} />}
    </span>
  )
}
