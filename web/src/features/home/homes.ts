import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Label } from '../../engine/documents'
import type { Whose } from '../../engine/figures/standing'
import { get, send } from '../../lib/http'
import type { Grain } from '../../kit/periods'

export interface HomeTile {
  name: string
  type: 'attainment' | 'metric' | 'list' | 'tasks' | 'funnel' | 'ranking' | 'chart'
  label: Label
  width: 'main' | 'side' | 'wide'
  hidden: boolean
  metrics: string[]
  by: Whose
  rankBy: string
  view: string | null
  object: string | null
  where: string | null
  columns: string[]
  order: string[]
  due: string | null
  groupBy: string | null
  limit: number
}

export interface Headline {
  metric: string
  by: Whose
  ahead: Label
  behind: Label
  plain: Label
}

export interface Home {
  name: string
  label: Label
  period: Grain
  headline: Headline | null
  arranged: boolean
  tiles: HomeTile[]
}

const HOMES = ['home']

export function useHomes() {
  return useQuery({
    queryKey: HOMES,
    queryFn: async () => (await get<{ homes: Home[] }>('/api/home')).homes,
    staleTime: 5 * 60_000,
  })
}

/** Keeps the reader's own order, or forgets it; the page shows it at once. */
export function useArrange(home: string) {
  const client = useQueryClient()
  const put = (tiles: HomeTile[]) =>
    client.setQueryData<Home[]>(HOMES, (homes) =>
      homes?.map((one) => (one.name === home ? { ...one, arranged: true, tiles } : one)),
    )
  const path = `/api/home/${home}/arrangement`
  const arrange = useMutation({
    mutationFn: (tiles: HomeTile[]) =>
      send('PUT', path, {
        body: {
          tiles: tiles.map((tile) => tile.name),
          hidden: tiles.filter((tile) => tile.hidden).map((tile) => tile.name),
        },
      }),
    onMutate: put,
    onError: () => client.invalidateQueries({ queryKey: HOMES }),
  })
  const reset = useMutation({
    mutationFn: () => send('DELETE', path),
    onSuccess: () => client.invalidateQueries({ queryKey: HOMES }),
  })
  return { arrange: arrange.mutate, reset: reset.mutate, error: arrange.error ?? reset.error }
}

/** Tiles in rows as they are seen and read: a narrow one beside a main one, whatever is left across both columns. */
export function rowsOf(tiles: HomeTile[]): HomeTile[][] {
  const rows: HomeTile[][] = []
  let mains: HomeTile[] = []
  let sides: HomeTile[] = []
  const flush = () => {
    const pairs = Math.max(mains.length, sides.length)
    for (let i = 0; i < pairs; i++) rows.push([mains[i], sides[i]].filter((tile) => tile !== undefined))
    mains = []
    sides = []
  }
  for (const tile of tiles) {
    if (tile.hidden) continue
    if (tile.width === 'main') mains.push(tile)
    else if (tile.width === 'side') sides.push(tile)
    else {
      flush()
      rows.push([tile])
    }
  }
  flush()
  return rows
}

/** One tile moved to another's place. */
export function moved(tiles: HomeTile[], from: number, to: number): HomeTile[] {
  const tile = tiles[from]
  if (!tile || to < 0 || to >= tiles.length) return tiles
  const rest = tiles.filter((_, index) => index !== from)
  return [...rest.slice(0, to), tile, ...rest.slice(to)]
}
