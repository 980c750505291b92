import type { ReactNode } from 'react'

interface Props {
  label: string
  stale?: boolean
  className?: string
  children: ReactNode
}

/** A table that may be wider than its place: it scrolls sideways, by the keyboard too. */
export function TableScroll({ label, stale, className, children }: Props) {
  return (
    <div
      className={['table-scroll', stale && 'grid-stale', className].filter(Boolean).join(' ')}
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
    >
      {children}
    </div>
  )
}
