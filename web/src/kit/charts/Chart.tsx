import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { usePreferences } from '../Preferences'

interface Props {
  option: EChartsCoreOption
  height: number
  /** What the drawing says, for those who do not see it; the table beside it has the figures. */
  label: string
}

/** A chart; the library is loaded when the first one is drawn. The place is kept, so nothing jumps. */
export function Chart({ option, height, label }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const { theme } = usePreferences()
  useEffect(() => {
    let end: (() => void) | null = null
    let left = false
    void import('./echarts').then(({ draw }) => {
      if (place.current && !left) end = draw(place.current, theme, option)
    })
    return () => {
      left = true
      end?.()
    }
  }, [option, theme])
  return <div ref={place} role="img" aria-label={label} style={{ height }} />
}
