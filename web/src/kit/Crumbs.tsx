import { ChevronRight } from 'lucide-react'
import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** Where the top bar takes the way to the current page. */
export const CrumbsPlace = createContext<HTMLElement | null>(null)

/** The way to this page, drawn in the top bar; the last part is the page itself. */
export function Crumbs({ parts }: { parts: { key: string; node: ReactNode }[] }) {
  const place = useContext(CrumbsPlace)
  if (!place) return null
  return createPortal(
    parts.map((part, index) => (
      <span key={part.key} className={index === parts.length - 1 ? 'crumb crumb-here' : 'crumb'}>
        {index > 0 ? <ChevronRight size={14} aria-hidden="true" /> : null}
        {part.node}
      </span>
    )),
    place,
  )
}
