import { useTranslation } from 'react-i18next'
import { Avatar } from '../../kit/Avatar'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'
import { compare } from '../../lib/decimal'
import type { Board, ScoreRow } from '../../engine/figures/answers'
import type { Metric, Scorecard } from '../../engine/figures/documents'
import { MetricFigure, Scored } from '../../engine/figures/figures'
import { Delta } from './Delta'

interface Props {
  scorecard: Scorecard
  metrics: Metric[]
  board: Board
  /** The period before, to compare with. */
  former: Board | null
  /** Scores as a heat map, or the figures they were made from. */
  mode: 'scores' | 'actuals'
  /** The rows to show; places are of everybody. */
  rows: ScoreRow[]
  me: string | null
  stale: boolean
  onOpen: (member: string) => void
}

/** Everybody by place; equal totals share one, and the next is skipped. */
export function RankingTable(props: Props) {
  const { scorecard, metrics, board, former, mode, rows, me, stale, onOpen } = props
  const { t } = useTranslation()
  const format = useFormat()
  const shared = sharedPlaces(board.rows)
  const label = (name: string) => {
    const metric = metrics.find((one) => one.name === name)
    return metric ? format.label(metric.label) : name
  }
  return (
    <div className={stale ? 'table-scroll grid-stale' : 'table-scroll'}>
      <table className={mode === 'scores' ? 'table heat-table' : 'table'}>
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('performance.place')}
            </th>
            <th scope="col">{t('performance.member')}</th>
            <th scope="col" className="end">
              {t('performance.total')}
            </th>
            {former ? (
              <th scope="col" className="end">
                {t('performance.change')}
              </th>
            ) : null}
            {scorecard.lines.map((line) => (
              <th scope="col" key={line.metric} className="end">
                {label(line.metric)}
                <span className="weight">{line.weight}%</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr
              key={one.member.id}
              className={one.member.id === me ? 'row-mine' : undefined}
              onClick={() => onOpen(one.member.id)}
            >
              <td className="end place">
                {one.rank ?? '–'}
                {shared.has(one.rank) ? <span className="tie">{t('performance.tie')}</span> : null}
              </td>
              <td>
                <button type="button" className="person link-button" onClick={() => onOpen(one.member.id)}>
                  <Avatar id={one.member.id} name={one.member.title ?? '?'} size={22} />
                  {one.member.title ?? '–'}
                </button>
              </td>
              <td className="end total">
                <Scored value={one.score} scale={scorecard.digits} />
              </td>
              {former ? (
                <td className="end">
                  <Delta
                    now={one.score}
                    before={former.rows.find((row) => row.member.id === one.member.id)?.score}
                  />
                </td>
              ) : null}
              {scorecard.lines.map((line) => {
                const values = one.lines.find((each) => each.metric === line.metric)
                return mode === 'scores' ? (
                  <HeatCell key={line.metric} score={values?.score} />
                ) : (
                  <td key={line.metric} className="end">
                    <MetricFigure
                      metric={metrics.find((metric) => metric.name === line.metric)}
                      value={values?.actual}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where one tint ends and the next begins; the middle one is on target. */
const EDGES = ['50', '75', '95', '105', '115', '130']

/** Around 100 from orange to blue, with the figure in the cell; never red and green. */
function HeatCell({ score }: { score: unknown }) {
  const decimal = decimalOf(score)
  const step = decimal === null ? null : 1 + EDGES.filter((edge) => compare(decimal, edge) >= 0).length
  return (
    <td className="end">
      <span className={step === null ? 'heat' : `heat heat-${step}`}>
        <Scored value={score} />
      </span>
    </td>
  )
}

export function sharedPlaces(rows: ScoreRow[]): Set<number | null> {
  const seen = new Set<number | null>()
  const shared = new Set<number | null>()
  for (const { rank } of rows) {
    if (rank !== null && seen.has(rank)) shared.add(rank)
    seen.add(rank)
  }
  return shared
}
