import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { columnOf, defaultColumns } from '../../engine/paths'
import { RecordTable } from '../../engine/RecordTable'
import { Failure, SkeletonRows } from '../../kit/States'
import { behind } from '../../engine/figures/behind'
import { spanOf } from '../../kit/periods'
import { useMetricRecords } from '../../engine/figures/answers'
import type { Metric } from '../../engine/figures/documents'

const COLUMNS = 4

/** What tells the records apart in a narrow place: the title, the amount, the day and the stage, then what is left. */
function narrow(object: ObjectDefinition, metric: Metric, paths: string[]): string[] {
  const parts = [object.roles.title, object.roles.amount, metric.date, object.roles.stage]
  const first = parts.filter((path): path is string => typeof path === 'string' && paths.includes(path))
  return [...new Set([...first, ...paths])].slice(0, COLUMNS)
}

/** The records that a number was computed from. */
export function RowsBehind({ metric, period, member }: { metric: Metric; period: string; member: string }) {
  const { t } = useTranslation()
  const objects = useObjects()
  const rows = useMetricRecords(metric.name, period, member)
  const object = objects.data?.find((one) => one.name === metric.object)
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />
  if (rows.isPending || !object) return <SkeletonRows rows={4} height={32} />
  const all = rows.data.fields.length > 0 ? rows.data.fields : defaultColumns(object)
  const paths = narrow(object, metric, all)
  const columns = paths.flatMap((path) => columnOf(objects.data ?? [], object, path) ?? [])
  const { records, shown, of } = rows.data
  const only = metric.member ? `${metric.member} = ${JSON.stringify(member)}` : null
  const where = behind(metric, spanOf(period), only)
  return (
    <>
      <div className="rows-head">
        <h3>{t('performance.rows', { count: of })}</h3>
        {where === null ? null : (
          <Link to="/o/$object" params={{ object: object.name }} search={{ view: '-', where }}>
            {t('performance.openList')}
          </Link>
        )}
      </div>
      {records.length === 0 ? <p>{t('performance.noRows')}</p> : null}
      <div className="table-scroll rows-behind">
        <RecordTable object={object} columns={columns} records={records} className="table table-dense" />
      </div>
      {shown < of ? <p className="quiet">{t('performance.someHidden', { shown, of })}</p> : null}
      {records.length < shown ? (
        <p className="quiet">{t('performance.firstRows', { shown: records.length, count: shown })}</p>
      ) : null}
    </>
  )
}
