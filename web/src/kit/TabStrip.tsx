import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import './tabs.css'

export interface TabItem {
  key: string
  label: ReactNode
  children: ReactNode
}

interface Props {
  items: TabItem[]
  active: string
  label: string
  className?: string
  onChange: (key: string) => void
}

/** Tabs that scroll sideways when there are many. What was shown once stays as it was left. */
export function TabStrip({ items, active, label, className, onChange }: Props) {
  const strip = useRef<HTMLDivElement>(null)
  const here = items.some((item) => item.key === active) ? active : (items[0]?.key ?? '')
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set([here]))
  if (!shown.has(here)) setShown(new Set([...shown, here]))
  const onKey = (event: KeyboardEvent) => {
    const at = items.findIndex((item) => item.key === here)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key]
    const next = to === undefined ? undefined : items[(to + items.length) % items.length]
    if (!next) return
    event.preventDefault()
    onChange(next.key)
    strip.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <div className={`tab-strip ${className ?? ''}`}>
      <div ref={strip} className="tab-strip-tabs" role="tablist" aria-label={label}>
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            id={`tab-${item.key}`}
            data-tab={item.key}
            aria-selected={item.key === here}
            aria-controls={item.key === here ? `panel-${item.key}` : undefined}
            tabIndex={item.key === here ? 0 : -1}
            className={item.key === here ? 'tab-strip-tab tab-strip-here' : 'tab-strip-tab'}
            onClick={() => onChange(item.key)}
            onKeyDown={onKey}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items
        .filter((item) => shown.has(item.key))
        .map((item) => (
          <div
            key={item.key}
            role="tabpanel"
            id={`panel-${item.key}`}
            aria-labelledby={`tab-${item.key}`}
            hidden={item.key !== here}
          >
            {item.children}
          </div>
        ))}
    </div>
  )
}
