import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import { kindOf } from '../../engine/kinds/registry'
import { useColumnLabel } from '../../engine/labels'
import { columnOf, defaultColumns } from '../../engine/paths'
import { Value } from '../../engine/Value'
import { Failure, SkeletonRows } from '../../kit/States'
import { useMetricRecords } from '../../engine/figures/answers'
import type { Metric } from '../../engine/figures/documents'

const COLUMNS = 4

/** The records that a number was computed from. */
export function RowsBehind({ metric, period, member }: { metric: Metric; period: string; member: string }) {
  const { t } = useTranslation()
  const label = useColumnLabel()
  const objects = useObjects()
  const rows = useMetricRecords(metric.name, period, member)
  const object = objects.data?.find((one) => one.name === metric.object)
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />
  if (rows.isPending || !object) return <SkeletonRows rows={4} height={32} />
  const paths = (rows.data.fields.length > 0 ? rows.data.fields : defaultColumns(object)).slice(0, COLUMNS)
  const columns = paths.flatMap((path) => columnOf(objects.data ?? [], object, path) ?? [])
  const { records, shown, of } = rows.data
  return (
    <>
      <h3>{t('performance.rows', { count: of })}</h3>
      {records.length === 0 ? <p>{t('performance.noRows')}</p> : null}
      <div className="table-scroll">
        <table className="table table-dense">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column.path} className={kindOf(column.field.type).align}>
                  {label(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                {columns.map((column, index) => (
                  <td key={column.path} className={kindOf(column.field.type).align}>
                    {index === 0 ? (
                      <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }}>
                        <Value value={record[column.path]} field={column.field} dense />
                      </Link>
                    ) : (
                      <Value value={record[column.path]} field={column.field} dense />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < of ? <p className="quiet">{t('performance.someHidden', { shown, of })}</p> : null}
      {records.length < shown ? (
        <p className="quiet">{t('performance.firstRows', { shown: records.length, count: shown })}</p>
      ) : null}
    </>
  )
}
