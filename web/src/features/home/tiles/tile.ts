import type { HomeTile } from '../homes'

export interface TileProps {
  tile: HomeTile
  period: string
}
