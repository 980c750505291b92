import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  label: string
  stale?: boolean
  children: ReactNode
}

/** A table that may be wider than its place: it scrolls sideways, by the keyboard too. */
export function TableScroll({ label, stale, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What scrolls must be reached by the keyboard, though nothing in it can be pressed.
    if (place.current) place.current.tabIndex = 0
  }, [])
  return (
    <div
      ref={place}
      className={stale ? 'table-scroll grid-stale' : 'table-scroll'}
      role="region"
      aria-label={label}
    >
      {children}
    </div>
  )
}
