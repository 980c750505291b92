import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ObjectDefinition } from './documents'
import { kindOf } from './kinds/registry'
import { useColumnLabel } from './labels'
import type { Column } from './paths'
import type { RecordValues } from './records'
import { Value } from './Value'

interface Props {
  object: ObjectDefinition
  columns: Column[]
  records: RecordValues[]
  className: string
  /** What stands in the first column, which leads to the record; its value if nothing is said. */
  first?: (record: RecordValues, column: Column) => ReactNode
  /** Of the link in the first column. */
  linkClass?: string
}

/** A few records as a plain table, each a step from its page. */
export function RecordTable({ object, columns, records, className, first, linkClass }: Props) {
  const label = useColumnLabel()
  const value = (record: RecordValues, column: Column) => (
    <Value value={record[column.path]} field={column.field} dense />
  )
  return (
    <table className={className}>
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
                  <Link
                    to="/o/$object/$id"
                    params={{ object: object.name, id: record.id }}
                    className={linkClass}
                  >
                    {(first ?? value)(record, column)}
                  </Link>
                ) : (
                  value(record, column)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
