import type { ReactNode } from 'react'
import { Failure, SkeletonRows } from '../../kit/States'

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

/** A tile waits and fails alone; the rest of the page goes on. */
export function Waiting({ of, rows, children }: { of: Asked; rows: number; children: () => ReactNode }) {
  if (of.isError) return <Failure error={of.error} retry={() => void of.refetch()} />
  if (of.isPending) return <SkeletonRows rows={rows} height={32} />
  return children()
}
