import { useTranslation } from 'react-i18next'
import type { Metric } from '../../engine/figures/documents'
import { MetricFigure } from '../../engine/figures/figures'
import type { RankRow } from '../../engine/figures/standing'
import { percentText } from '../../engine/figures/words'
import { Avatar } from '../../kit/Avatar'
import { Moved } from './Moved'
import { StandingLink } from './StandingLink'
import { PaceBar } from './tiles/PaceBar'

interface PlaceProps {
  row: RankRow
  metric: Metric
  by: string
  period: string
  share: unknown
  elapsed: unknown
  targeted: boolean
  mine: boolean
}

/** One line of the table. */
export function Place({ row, metric, by, period, share, elapsed, targeted, mine }: PlaceProps) {
  const { t } = useTranslation()
  const title = row.key.title ?? '–'
  return (
    <tr className={mine ? 'row-mine' : undefined}>
      <td className="end strong">{row.place ?? '–'}</td>
      <td>
        <Moved by={row.moved} />
      </td>
      <td>
        <StandingLink by={by} id={row.key.id} period={period} className="person">
          {by === 'member' ? <Avatar id={row.key.id} name={title} size={22} /> : null}
          {title}
        </StandingLink>
      </td>
      <td className="place-bar">
        <PaceBar attainment={share} elapsed={elapsed} />
      </td>
      <td className="end strong">
        <MetricFigure metric={metric} value={row.figure.value} />
        {row.figure.few ? <span className="few">{t('performance.few')}</span> : null}
      </td>
      {targeted ? (
        <>
          <td className="end quiet">
            <MetricFigure metric={metric} value={row.figure.target} />
          </td>
          <td className="end">{percentText(row.figure.attainment) ?? '–'}</td>
        </>
      ) : null}
      <td className="end quiet">
        <MetricFigure metric={metric} value={row.former?.value} />
      </td>
    </tr>
  )
}

/** On a phone: the name, what was reached of what, and the bar. */
export function PhonePlace({ row, metric, by, period, share, elapsed, targeted, mine }: PlaceProps) {
  const title = row.key.title ?? '–'
  return (
    <li className={mine ? 'row-mine' : undefined}>
      <StandingLink by={by} id={row.key.id} period={period} className="place-row">
        <span className="rank-place">{row.place ?? '–'}</span>
        <Moved by={row.moved} />
        <span className="place-words">
          <span className="ellipsis">{title}</span>
          <small>
            <MetricFigure metric={metric} value={row.figure.value} />
            {targeted ? (
              <>
                {' / '}
                <MetricFigure metric={metric} value={row.figure.target} />
              </>
            ) : null}
          </small>
        </span>
        <span className="rank-figure">{targeted ? (percentText(row.figure.attainment) ?? '–') : ''}</span>
        <PaceBar attainment={share} elapsed={elapsed} />
      </StandingLink>
    </li>
  )
}
