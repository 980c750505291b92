import { CircleQuestionMark } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { figure } from '../../kit/format'
import { add, ratio as ratioOf } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import {
  asPercent,
  type Board,
  type ScoreLine,
  type ScoreRow,
  useEarlierSheets,
  useSheet,
} from '../../engine/figures/answers'
import { usePreferences } from '../../kit/Preferences'
import type { Metric, Scorecard, ScorecardLine } from '../../engine/figures/documents'
import { MetricFigure, Scored } from '../../engine/figures/figures'
import { movePeriod, periodText } from '../../kit/periods'
import { usePhone } from '../../kit/usePhone'
import { Delta } from './Delta'
import { PhoneLines } from './PhoneLines'
import { ScoreStrip } from './ScoreStrip'
import { Sparkline } from './Sparkline'

/** How many periods before are drawn beside each line. */
const EARLIER = 5

interface Props {
  scorecard: Scorecard
  metrics: Metric[]
  board: Board
  period: string
  member: string
  metric: string | null
  onExplain: (metric: string) => void
}

/** One person: the total among peers, then each line with target, actual, attainment, score and points. */
export function PersonCard(props: Props) {
  const { t } = useTranslation()
  const { scorecard, board, member } = props
  const { language } = usePreferences()
  const phone = usePhone()
  const detail = useSheet(scorecard.name, member, props.period, language)
  const periods = Array.from({ length: EARLIER }, (_, index) => movePeriod(props.period, index - EARLIER))
  const earlier = useEarlierSheets(scorecard.name, member, periods, detail.isSuccess)
  if (detail.isPending) return <SkeletonRows rows={8} height={40} />
  if (detail.isError) return <Failure error={detail.error} retry={() => void detail.refetch()} />
  const { row, ranked, total } = detail.data
  const before = earlier.at(-1)
  return (
    <>
      <section className="score-head">
        <div className="score-total">
          <span className="score-label">{t('performance.total')}</span>
          <strong>
            <Scored value={row.score} scale={scorecard.digits} />
          </strong>
          <span className="score-place">
            {before ? (
              <>
                {t('performance.against', { period: periodText(periods.at(-1) ?? '') })}{' '}
                <Delta now={row.score} before={before.score} />
                <br />
              </>
            ) : null}
            {row.rank === null
              ? t('performance.noPlace')
              : t('performance.placeOf', { place: row.rank, of: ranked })}
          </span>
        </div>
        <ScoreStrip rows={board.rows} member={member} />
      </section>
      {phone ? <PhoneLines {...props} row={row} /> : <LinesTable {...props} row={row} earlier={earlier} />}
      {total.map((words) => (
        <p key={words.text} className="quiet">
          {words.text}
        </p>
      ))}
    </>
  )
}

function groupsOf(lines: ScorecardLine[]): [string | null, ScorecardLine[]][] {
  const groups = new Map<string | null, ScorecardLine[]>()
  for (const line of lines) groups.set(line.group, [...(groups.get(line.group) ?? []), line])
  return [...groups]
}

interface LinesProps extends Props {
  row: ScoreRow
  earlier: (ScoreRow | null)[]
}

function LinesTable({ scorecard, metrics, metric, onExplain, row, earlier }: LinesProps) {
  const { t, i18n } = useTranslation()
  const groups = groupsOf(scorecard.lines)
  const lineOf = (name: string) => row.lines.find((line) => line.metric === name)
  const groupLabel = (group: string) => (i18n.exists(`group.${group}`) ? t(`group.${group}`) : group)
  const course = (name: string) =>
    [...earlier, row].map((one) => {
      const line = one?.lines.find((each) => each.metric === name)
      const reached = decimalOf(line?.attainment ?? line?.score)
      return reached === null ? null : Number(reached)
    })
  const points = (lines: ScorecardLine[]) =>
    lines.reduce((sum, line) => add(sum, decimalOf(lineOf(line.metric)?.points) ?? '0'), '0')
  const weight = (lines: ScorecardLine[]) => lines.reduce((sum, line) => add(sum, line.weight), '0')
  return (
    <div className="table-scroll">
      <table className="table score-table">
        <thead>
          <tr>
            <th scope="col">{t('performance.metric')}</th>
            <th scope="col" className="end">
              {t('performance.weight')}
            </th>
            <th scope="col" className="end">
              {t('performance.target')}
            </th>
            <th scope="col" className="end">
              {t('performance.actual')}
            </th>
            <th scope="col" className="bar-head" aria-hidden="true" />
            <th scope="col" className="end">
              {t('performance.attainment')}
            </th>
            <th scope="col" className="end">
              {t('performance.score')}
            </th>
            <th scope="col" className="end">
              {t('performance.points')}
            </th>
            <th scope="col" className="spark-head">
              {t('performance.course', { count: EARLIER + 1 })}
            </th>
            <th scope="col" aria-label={t('performance.explain')} />
          </tr>
        </thead>
        <tbody>
          {groups.map(([group, lines]) => (
            <Fragment key={group ?? '-'}>
              {group ? (
                <tr className="group-row">
                  <th scope="rowgroup">{groupLabel(group)}</th>
                  <td className="end">{figure(weight(lines))}%</td>
                  <td colSpan={5} />
                  <td className="end">{figure(points(lines), 1)}</td>
                  <td colSpan={2} />
                </tr>
              ) : null}
              {lines.map((line) => (
                <LineRow
                  key={line.metric}
                  line={line}
                  metric={metrics.find((one) => one.name === line.metric)}
                  values={lineOf(line.metric)}
                  course={course(line.metric)}
                  chosen={line.metric === metric}
                  onExplain={() => onExplain(line.metric)}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('performance.sum')}</th>
            <td className="end">{figure(weight(scorecard.lines))}%</td>
            <td colSpan={5} />
            <td className="end">
              <Scored value={row.score} scale={scorecard.digits} />
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface RowProps {
  line: ScorecardLine
  metric: Metric | undefined
  values: ScoreLine | undefined
  course: (number | null)[]
  chosen: boolean
  onExplain: () => void
}

function LineRow({ line, metric, values, course, chosen, onExplain }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = metric ? format.label(metric.label) : line.metric
  const attainment = asPercent(values?.attainment)
  return (
    <tr className={chosen ? 'row-chosen' : undefined} onClick={onExplain}>
      <th scope="row">{label}</th>
      <td className="end quiet">{line.weight}%</td>
      <td className="end quiet">
        <MetricFigure metric={metric} value={values?.target} />
      </td>
      <td className="end strong">
        <MetricFigure metric={metric} value={values?.actual} />
      </td>
      <td>
        {attainment === null ? null : (
          <span className={ratioOf(attainment, '80') < 1 ? 'bar bar-low' : 'bar'} aria-hidden="true">
            <span style={{ width: `${ratioOf(attainment, '120') * 100}%` }} />
          </span>
        )}
      </td>
      <td className="end">
        <Scored value={attainment} suffix="%" />
      </td>
      <td className="end">
        <Scored value={values?.score} />
      </td>
      <td className="end strong">
        <Scored value={values?.points} />
      </td>
      <td className="spark-cell">
        <Sparkline values={course} label={t('performance.courseOf', { metric: label })} />
      </td>
      <td className="end">
        <button
          type="button"
          className="icon-button"
          aria-label={t('performance.explainOf', { metric: label })}
          aria-pressed={chosen}
          onClick={(event) => {
            event.stopPropagation()
            onExplain()
          }}
        >
          <CircleQuestionMark size={15} aria-hidden="true" />
        </button>
      </td>
    </tr>
  )
}
