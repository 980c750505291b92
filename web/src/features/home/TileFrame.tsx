import type { ReactNode } from 'react'
import { Failure, SkeletonRows } from '../../kit/States'
import { useKeptHeight } from './keptHeight'

const ROW = 32

interface FrameProps {
  title: string
  note?: ReactNode
  actions?: ReactNode
  flush?: boolean
  children: ReactNode
}

/** One ground, a title, what can be done about it, and the content. */
export function TileFrame({ title, note, actions, flush = false, children }: FrameProps) {
  return (
    <section className="tile" aria-label={title}>
      <header className="tile-head">
        <h2>{title}</h2>
        {note ? <span className="tile-note">{note}</span> : null}
        <span className="tile-actions">{actions}</span>
      </header>
      <div className={flush ? 'tile-body tile-flush' : 'tile-body'}>{children}</div>
    </section>
  )
}

interface Asked {
  isPending: boolean
  isError: boolean
  error: unknown
  refetch: () => unknown
}

interface WaitingProps {
  of: Asked
  /** Rows of 32 px until it is known better. */
  rows: number
  /** Which tile it is, among all. */
  place: string
  children: () => ReactNode
}

/** A tile waits and fails alone; the rest of the page goes on, and stays where it is. */
export function Waiting({ of, rows, place, children }: WaitingProps) {
  const waits = of.isPending && !of.isError
  const { box, height } = useKeptHeight(place, rows * ROW, !waits && !of.isError)
  if (of.isError) return <Failure error={of.error} retry={() => void of.refetch()} />
  if (!waits) return <div ref={box}>{children()}</div>
  return (
    <div style={{ height, overflow: 'hidden' }}>
      <SkeletonRows rows={Math.max(1, Math.floor(height / ROW))} height={ROW} />
    </div>
  )
}
