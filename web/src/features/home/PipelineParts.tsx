import { Link } from '@tanstack/react-router'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Hourglass, ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAggregate } from '../../engine/aggregate'
import type { ObjectDefinition } from '../../engine/documents'
import { useScorecards } from '../../engine/figures/documents'
import { columnOf } from '../../engine/paths'
import { isNamed, type Named, recordsPath, type RecordValues, titleOf } from '../../engine/records'
import { Value } from '../../engine/Value'
import { Avatar } from '../../kit/Avatar'
import { State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { ratio } from '../../lib/decimal'
import { get } from '../../lib/http'
import { decimalOf } from '../../lib/json'
import { useStageLabel } from './funnel'
import type { PipelineSearch } from './pipeline'
import { TileFrame, Waiting } from './TileFrame'

interface ByStageProps {
  object: ObjectDefinition
  stages: UseQueryResult<unknown[][]>
  whose: string
  title: string
}

/** What is open now, stage by stage, each a step from its list. */
export function ByStage({ object, stages, whose, title }: ByStageProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useStageLabel(object)
  const open = object.stagePath?.stages.filter((stage) => stage.outcome === 'open') ?? []
  const rows = open.map((stage) => {
    const found = stages.data?.find((row) => row[0] === stage.key)
    return { stage: stage.key, count: decimalOf(found?.[1]) ?? '0', sum: decimalOf(found?.[2]) }
  })
  const most = String(Math.max(1, ...rows.map((row) => Number(row.sum ?? row.count))))
  const field = object.stagePath?.field ?? ''
  return (
    <TileFrame title={t('pipeline.byStage')} note={title}>
      <Waiting of={stages} rows={5} place="pipeline-stages">
        {() => (
          <ul className="bar-rows">
            {rows.map((row) => (
              <li key={row.stage}>
                <Link
                  to="/o/$object"
                  params={{ object: object.name }}
                  search={{
                    view: '-',
                    where: [`${field} = ${JSON.stringify(row.stage)}`, whose].filter(Boolean).join(' and '),
                  }}
                  className="bar-row stage-row"
                >
                  <span className="bar-label ellipsis">{label(row.stage)}</span>
                  <span className="bar-track bar-first" aria-hidden="true">
                    <span style={{ width: `${ratio(row.sum ?? row.count, most) * 100}%` }} />
                  </span>
                  <span className="bar-figure quiet">{format.figure(row.count)}</span>
                  <span className="bar-figure stage-sum">
                    {row.sum === null ? '' : format.short(row.sum)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Waiting>
    </TileFrame>
  )
}

interface ByOwnerProps {
  object: ObjectDefinition
  search: PipelineSearch
  open: string
  measures: Record<string, string>
  go: (change: PipelineSearch) => void
}

/** Who has how much open; a name narrows the page, the scorecard is beside it. */
export function ByOwner({ object, search, open, measures, go }: ByOwnerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const scorecard = useScorecards().data?.[0]
  const owner = object.roles.owner ?? ''
  const order = object.roles.amount ? ['-total'] : ['-n']
  const groups = useAggregate({
    object: object.name,
    where: open,
    groupBy: [owner],
    measures,
    order,
    limit: 8,
  })
  const rows = (groups.data ?? []).filter((row): row is [Named, ...unknown[]] => isNamed(row[0]))
  const most = String(Math.max(1, ...rows.map((row) => Number(decimalOf(row[2]) ?? decimalOf(row[1]) ?? 0))))
  return (
    <TileFrame title={t('pipeline.byOwner')}>
      <Waiting of={groups} rows={5} place="pipeline-owners">
        {() =>
          rows.length === 0 ? (
            <State icon={ListChecks} title={t('pipeline.noOpen')} reason={t('pipeline.noOpenWhy')} />
          ) : (
            <ul className="bar-rows">
              {rows.map(([person, count, sum]) => (
                <li key={person.id} className="bar-row owner-row">
                  <button
                    type="button"
                    className="person link-button"
                    aria-pressed={search.owner === person.id}
                    onClick={() => go({ owner: search.owner === person.id ? undefined : person.id })}
                  >
                    <Avatar id={person.id} name={person.title ?? '?'} size={22} />
                    <span className="ellipsis">{person.title ?? '–'}</span>
                  </button>
                  <span className="bar-track" aria-hidden="true">
                    <span
                      style={{ width: `${ratio(decimalOf(sum) ?? decimalOf(count) ?? '0', most) * 100}%` }}
                    />
                  </span>
                  <span className="bar-figure quiet">{format.figure(decimalOf(count) ?? '0')}</span>
                  <span className="bar-figure stage-sum">
                    {decimalOf(sum) === null ? '' : format.short(decimalOf(sum) ?? '0')}
                  </span>
                  {scorecard ? (
                    <Link
                      to="/performance/scorecards/$name"
                      params={{ name: scorecard.name }}
                      search={{ member: person.id, period: search.period }}
                      className="tile-more"
                    >
                      {t('pipeline.scorecard')}
                    </Link>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
    </TileFrame>
  )
}

const OLDEST = 10
const DAY = 86_400_000

/** Those that have stood longest in their stage. */
export function Ageing({ object, open }: { object: ObjectDefinition; open: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const label = useStageLabel(object)
  const stage = object.stagePath?.field ?? ''
  const since = `${stage}_since`
  const parts = ['title', 'owner', 'amount'].flatMap((role) => object.roles[role] ?? [])
  const oldest = useQuery({
    queryKey: ['records', object.name, 'oldest', open],
    queryFn: () =>
      get<{ records: RecordValues[] }>(recordsPath(object.name), {
        where: `${open} and ${since} is not null`,
        order: since,
        fields: [...parts, stage, since].join(','),
        limit: OLDEST,
      }),
  })
  const records = oldest.data?.records ?? []
  return (
    <TileFrame
      title={t('pipeline.ageing')}
      actions={
        <Link
          to="/o/$object"
          params={{ object: object.name }}
          search={{ view: '-', where: open, order: since }}
          className="tile-more"
        >
          {t('home.all')}
        </Link>
      }
      flush
    >
      <Waiting of={oldest} rows={6} place="pipeline-ageing">
        {() =>
          records.length === 0 ? (
            <State icon={Hourglass} title={t('pipeline.noOpen')} reason={t('pipeline.noOpenWhy')} />
          ) : (
            <div className="table-scroll">
              <table className="table tile-table">
                <tbody>
                  {records.map((record) => (
                    <tr key={record.id}>
                      <td>
                        <Link
                          to="/o/$object/$id"
                          params={{ object: object.name, id: record.id }}
                          className="tile-title"
                        >
                          {titleOf(object, record) || '–'}
                        </Link>
                      </td>
                      {parts.slice(1).map((path) => (
                        <td key={path} className={path === object.roles.amount ? 'end' : undefined}>
                          <Part object={object} record={record} path={path} />
                        </td>
                      ))}
                      <td>{label(String(record[stage]))}</td>
                      <td className="end">
                        {t('pipeline.days', {
                          count: Math.max(
                            0,
                            Math.floor((today.getTime() - Date.parse(String(record[since]))) / DAY),
                          ),
                        })}
                        <span className="quiet"> · {format.day(String(record[since]))}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Waiting>
    </TileFrame>
  )
}

function Part({ object, record, path }: { object: ObjectDefinition; record: RecordValues; path: string }) {
  const column = columnOf([object], object, path)
  return column ? <Value value={record[path]} field={column.field} dense /> : null
}
