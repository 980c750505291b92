import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { ChartColumn } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAggregate } from '../../engine/aggregate'
import type { ObjectDefinition } from '../../engine/documents'
import { useFunnel } from '../../engine/figures/standing'
import { useNames } from '../../engine/labels'
import { isNamed } from '../../engine/records'
import { TableToggle } from '../../kit/charts/TableToggle'
import { Crumbs } from '../../kit/Crumbs'
import { PeriodPicker } from '../../kit/PeriodPicker'
import { periodOf } from '../../kit/periods'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { add } from '../../lib/decimal'
import { decimalOf } from '../../lib/json'
import { FunnelChart } from './FunnelChart'
import { FunnelTable } from './FunnelTable'
import { openWhere, type PipelineSearch, usePipelineObject, useTeams, whoseWhere } from './pipeline'
import { Ageing, ByOwner, ByStage } from './PipelineParts'
import { TileFrame, Waiting } from './TileFrame'
import './home.css'

/** The pipeline of everybody in sight, of a team or of one owner. */
export function PipelinePage() {
  const { t } = useTranslation()
  const { object, isPending, isError, error, refetch } = usePipelineObject()
  if (isError) return <Failure error={error} retry={() => void refetch()} />
  if (isPending) return <SkeletonRows rows={10} height={40} />
  return object ? (
    <Pipeline object={object} />
  ) : (
    <State icon={ChartColumn} title={t('pipeline.none')} reason={t('pipeline.noneWhy')} />
  )
}

function Pipeline({ object }: { object: ObjectDefinition }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = useNames()
  const navigate = useNavigate()
  const today = useToday()
  const search = useSearch({ strict: false }) as PipelineSearch
  const [table, setTable] = useState(false)
  const period = search.period ?? periodOf(today, 'quarter')
  const whose = whoseWhere(object, search)
  const open = openWhere(object, whose)
  const funnel = useFunnel(object.name, period, whose)
  const amount = object.roles.amount
  const measures = { n: 'count()', ...(amount ? { total: `sum(${amount})` } : {}) }
  const stages = useAggregate({
    object: object.name,
    where: open,
    groupBy: [object.stagePath?.field ?? ''],
    measures,
  })
  const go = (change: PipelineSearch) =>
    void navigate({ to: '/pipeline', search: { ...search, ...change }, replace: true })
  const rows = stages.data ?? []
  const count = rows.reduce((sum, row) => add(sum, decimalOf(row[1]) ?? '0'), '0')
  const sum = rows.reduce((all, row) => add(all, decimalOf(row[2]) ?? '0'), '0')
  return (
    <div className="home-page pipeline-page">
      <Crumbs parts={[{ key: 'pipeline', node: t('pipeline.title') }]} />
      <div className="page-head">
        <div>
          <h1>{t('pipeline.title')}</h1>
          <p className="page-lead headline">
            {stages.data ? t('pipeline.lead', { count: format.figure(count), sum: format.short(sum) }) : ' '}
          </p>
        </div>
        <div className="page-actions">
          <Whose object={object} search={search} go={go} />
          <PeriodPicker period={period} onChange={(next) => go({ period: next })} />
          <Link
            to="/o/$object/board"
            params={{ object: object.name }}
            search={{ where: whose || undefined }}
            className="tile-more"
          >
            {t('pipeline.board')}
          </Link>
          <Link
            to="/o/$object"
            params={{ object: object.name }}
            search={{ view: '-', where: open }}
            className="tile-more"
          >
            {t('pipeline.list')}
          </Link>
        </div>
      </div>
      <div className="tile-row tile-row-one">
        <TileFrame
          title={t('pipeline.funnel')}
          note={t('home.funnelNote')}
          actions={<TableToggle table={table} onChange={setTable} />}
        >
          <Waiting of={funnel} rows={7} place="pipeline-funnel">
            {() =>
              funnel.data ? (
                table ? (
                  <FunnelTable funnel={funnel.data} />
                ) : (
                  <FunnelChart funnel={funnel.data} where={whose} />
                )
              ) : null
            }
          </Waiting>
        </TileFrame>
      </div>
      <div className="pipeline-halves">
        <ByStage object={object} stages={stages} whose={whose} title={names.many(object)} />
        <ByOwner object={object} search={search} open={open} measures={measures} go={go} />
      </div>
      <div className="tile-row tile-row-one">
        <Ageing object={object} open={open} />
      </div>
    </div>
  )
}

/** A team stands under the one above it. */
function indented({ label, data }: { label?: ReactNode; data: object }): ReactNode {
  const depth = 'depth' in data ? Number(data.depth) : 0
  return <span style={{ paddingLeft: 14 * depth }}>{label}</span>
}

interface WhoseProps {
  object: ObjectDefinition
  search: PipelineSearch
  go: (change: PipelineSearch) => void
}

function Whose({ object, search, go }: WhoseProps) {
  const { t } = useTranslation()
  const teams = useTeams()
  const owner = object.roles.owner
  const within = openWhere(object, whoseWhere(object, { team: search.team }))
  const owners = useAggregate(
    owner
      ? { object: object.name, where: within, groupBy: [owner], measures: { n: 'count()' }, limit: 500 }
      : null,
  )
  const people = (owners.data ?? []).flatMap(([key]) =>
    isNamed(key) ? [{ value: key.id, label: key.title ?? '–' }] : [],
  )
  return (
    <>
      <Select
        aria-label={t('pipeline.team')}
        className="whose"
        showSearch={{ optionFilterProp: 'label' }}
        value={search.team ?? ''}
        options={[
          { value: '', label: t('pipeline.everyTeam') },
          ...(teams.data ?? []).map((team) => ({ value: team.id, label: team.title, depth: team.depth })),
        ]}
        optionRender={indented}
        onChange={(team: string) => go({ team: team || undefined, owner: undefined })}
      />
      <Select
        aria-label={t('pipeline.owner')}
        className="whose"
        showSearch={{ optionFilterProp: 'label' }}
        value={search.owner ?? ''}
        options={[{ value: '', label: t('pipeline.everyOwner') }, ...people]}
        onChange={(id: string) => go({ owner: id || undefined })}
      />
    </>
  )
}
