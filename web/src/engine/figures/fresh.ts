import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChanged } from '../../lib/live'

/** Figures are added up from many records, so they are asked again less often than lists. */
const PACE = 15_000

/** Keeps the figures on a page in step with what is written; for pages that show figures. */
export function useFreshFigures(): void {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = () => {
      timer = undefined
      if (document.hidden) return
      for (const kind of ['metrics', 'scorecards']) void client.invalidateQueries({ queryKey: [kind] })
    }
    const stop = onChanged(() => {
      timer ??= setTimeout(run, PACE)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [client])
}
