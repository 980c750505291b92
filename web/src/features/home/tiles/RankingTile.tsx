import { Link } from '@tanstack/react-router'
import { Trophy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Metric, useMetrics } from '../../../engine/figures/documents'
import { type RankRow, useLeaderboard } from '../../../engine/figures/standing'
import { metricText, percentText } from '../../../engine/figures/words'
import { Avatar } from '../../../kit/Avatar'
import { usePreferences } from '../../../kit/Preferences'
import { State } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { ratio } from '../../../lib/decimal'
import { decimalOf } from '../../../lib/json'
import { Moved } from '../Moved'
import { StandingLink } from '../StandingLink'
import { TileFrame, Waiting } from '../TileFrame'
import { PaceBar } from './PaceBar'
import type { TileProps } from './tile'

/** The first few by a metric, each with the pace; the whole list is one step away. */
export function RankingTile({ tile, period }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = tile.metrics[0]
  const metric = useMetrics().data?.find((one) => one.name === name)
  const board = useLeaderboard(name, period, tile.by, tile.rankBy)
  const rows = board.data?.rows ?? []
  const note =
    tile.rankBy === 'attainment' ? t('home.byAttainment') : metric ? format.label(metric.label) : ''
  return (
    <TileFrame
      title={format.label(tile.label)}
      note={note}
      actions={
        <Link
          to="/performance/leaderboard"
          search={{ metric: name, period, by: tile.by, order: tile.rankBy }}
          className="tile-more"
        >
          {t('home.all')}
        </Link>
      }
    >
      <Waiting of={board} rows={tile.limit} place={tile.name}>
        {() =>
          rows.length === 0 ? (
            <State icon={Trophy} title={t('home.noRanking')} reason={t('home.noRankingWhy')} />
          ) : (
            <ol className="rank-rows">
              {rows.slice(0, tile.limit).map((row) => (
                <Row
                  key={row.key.id}
                  row={row}
                  metric={metric}
                  by={tile.by}
                  rankBy={tile.rankBy}
                  period={period}
                  elapsed={board.data?.elapsed}
                  best={rows[0]}
                />
              ))}
            </ol>
          )
        }
      </Waiting>
    </TileFrame>
  )
}

interface RowProps {
  row: RankRow
  metric: Metric | undefined
  by: string
  rankBy: string
  period: string
  elapsed: unknown
  best: RankRow | undefined
}

function Row({ row, metric, by, rankBy, period, elapsed, best }: RowProps) {
  const { language } = usePreferences()
  const byAttainment = rankBy === 'attainment'
  const title = row.key.title ?? '–'
  const share = byAttainment
    ? row.figure.attainment
    : String(ratio(decimalOf(row.figure.value) ?? '0', decimalOf(best?.figure.value) ?? '1'))
  const behind =
    byAttainment && Number(decimalOf(row.figure.attainment) ?? 0) < Number(decimalOf(elapsed) ?? 0)
  return (
    <li>
      <StandingLink by={by} id={row.key.id} period={period} className="rank-row">
        <span className="rank-place">{row.place ?? '–'}</span>
        <Moved by={row.moved} />
        {by === 'member' ? <Avatar id={row.key.id} name={title} size={22} /> : null}
        <span className="rank-name ellipsis" title={title}>
          {title}
        </span>
        <PaceBar attainment={share} elapsed={byAttainment ? elapsed : null} muted={behind} />
        <span className="rank-figure">
          {byAttainment
            ? (percentText(row.figure.attainment) ?? '–')
            : (metricText(metric, row.figure.value, language) ?? '–')}
        </span>
      </StandingLink>
    </li>
  )
}
