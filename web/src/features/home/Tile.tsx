import type { ComponentType } from 'react'
import type { HomeTile } from './homes'
import { AttainmentTile } from './tiles/AttainmentTile'
import { ChartTile } from './tiles/ChartTile'
import { FunnelTile } from './tiles/FunnelTile'
import { ListTile } from './tiles/ListTile'
import { MetricTile } from './tiles/MetricTile'
import { RankingTile } from './tiles/RankingTile'
import { TasksTile } from './tiles/TasksTile'
import type { TileProps } from './tiles/tile'

const TILES: Record<HomeTile['type'], ComponentType<TileProps>> = {
  attainment: AttainmentTile,
  chart: ChartTile,
  funnel: FunnelTile,
  list: ListTile,
  metric: MetricTile,
  ranking: RankingTile,
  tasks: TasksTile,
}

export function Tile(props: TileProps) {
  const Drawn = TILES[props.tile.type]
  return <Drawn {...props} />
}
