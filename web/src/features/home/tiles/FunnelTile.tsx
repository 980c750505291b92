import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFunnel } from '../../../engine/figures/standing'
import { TableToggle } from '../../../kit/charts/TableToggle'
import { useFormat } from '../../../kit/useFormat'
import { FunnelChart } from '../FunnelChart'
import { FunnelTable } from '../FunnelTable'
import { TileFrame, Waiting } from '../TileFrame'
import type { TileProps } from './tile'

/** How deals walked along their stages in the period; the pipeline page has all of it. */
export function FunnelTile({ tile, period }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [table, setTable] = useState(false)
  const funnel = useFunnel(tile.object ?? undefined, period, tile.where ?? '')
  return (
    <TileFrame
      title={format.label(tile.label)}
      note={t('home.funnelNote')}
      actions={
        <>
          <TableToggle table={table} onChange={setTable} />
          <Link to="/pipeline" search={{ period }} className="tile-more">
            {t('home.openPipeline')}
          </Link>
        </>
      }
    >
      <Waiting of={funnel} rows={7} place={tile.name}>
        {() =>
          funnel.data ? (
            table ? (
              <FunnelTable funnel={funnel.data} />
            ) : (
              <FunnelChart funnel={funnel.data} where={tile.where ?? ''} />
            )
          ) : null
        }
      </Waiting>
    </TileFrame>
  )
}
