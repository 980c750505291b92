import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../../engine/definitions'
import type { ObjectDefinition } from '../../../engine/documents'
import { useNames } from '../../../engine/labels'
import { type Column, columnOf } from '../../../engine/paths'
import { RecordTable } from '../../../engine/RecordTable'
import { recordsPath, type RecordValues, titleOf } from '../../../engine/records'
import { Value } from '../../../engine/Value'
import { State } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { usePhone } from '../../../kit/usePhone'
import { get } from '../../../lib/http'
import type { HomeTile } from '../homes'
import { TileFrame, Waiting } from '../TileFrame'
import type { TileProps } from './tile'

/** The first records of a tile's list, and how many there are. */
export function useTileRecords(tile: HomeTile) {
  const { object, where, order, columns, limit, due } = tile
  const fields = [...columns, ...(due && !columns.includes(due) ? [due] : [])].join(',')
  return useQuery({
    queryKey: ['records', object, 'tile', where, order.join(','), fields, limit],
    queryFn: () =>
      get<{ records: RecordValues[]; count: number | null }>(recordsPath(object ?? ''), {
        where,
        order: order.join(','),
        fields,
        limit,
        count: 'exact',
      }),
    enabled: object !== null,
  })
}

/** Where the whole list of a tile stands. */
export function AllOf({ tile }: { tile: HomeTile }) {
  const { t } = useTranslation()
  return tile.object ? (
    <Link
      to="/o/$object"
      params={{ object: tile.object }}
      search={
        tile.view
          ? { view: tile.view }
          : { view: '-', where: tile.where ?? undefined, order: tile.order.join(',') || undefined }
      }
      className="tile-more"
    >
      {t('home.all')}
    </Link>
  ) : null
}

export function ListTile({ tile }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()
  const names = useNames()
  const object = objects.data?.find((one) => one.name === tile.object)
  const records = useTileRecords(tile)
  const count = records.data?.count
  return (
    <TileFrame
      title={format.label(tile.label)}
      note={count ? t('home.count', { count }) : null}
      actions={<AllOf tile={tile} />}
      flush
    >
      <Waiting of={records} rows={tile.limit} place={tile.name}>
        {() =>
          object && records.data && records.data.records.length > 0 ? (
            <Rows tile={tile} object={object} objects={objects.data ?? []} records={records.data.records} />
          ) : (
            <State
              icon={ListChecks}
              title={t('home.nothing')}
              reason={object ? t('home.nothingWhy', { object: names.many(object) }) : undefined}
            />
          )
        }
      </Waiting>
    </TileFrame>
  )
}

interface RowsProps {
  tile: HomeTile
  object: ObjectDefinition
  objects: ObjectDefinition[]
  records: RecordValues[]
}

const PHONE_COLUMNS = 3
const MAIN_COLUMNS = 6

/** In the narrow column: the first, and the amount or else the second. */
function narrow(object: ObjectDefinition, columns: string[]): string[] {
  const amount = columns.find((path, index) => index > 0 && path === object.roles.amount)
  return [columns[0], amount ?? columns[1]].filter((path) => path !== undefined)
}

function Rows({ tile, object, objects, records }: RowsProps) {
  const phone = usePhone()
  const shown =
    tile.width === 'side' && !phone
      ? narrow(object, tile.columns)
      : tile.columns.slice(0, phone ? PHONE_COLUMNS : MAIN_COLUMNS)
  const columns = shown.flatMap((path) => columnOf(objects, object, path) ?? [])
  if (phone) return <PhoneRows object={object} columns={columns.slice(1)} records={records} />
  return (
    <div className="table-scroll">
      <RecordTable
        object={object}
        columns={columns}
        records={records}
        className="table tile-table"
        linkClass="tile-title"
        first={(record) => titleOf(object, record) || '–'}
      />
    </div>
  )
}

/** On a phone a row is its title and two facts. */
function PhoneRows({
  object,
  columns,
  records,
}: {
  object: ObjectDefinition
  columns: Column[]
  records: RecordValues[]
}) {
  return (
    <ul className="task-rows">
      {records.map((record) => (
        <li key={record.id}>
          <Link
            to="/o/$object/$id"
            params={{ object: object.name, id: record.id }}
            className="task-row record-row"
          >
            <span className="task-words">
              <span className="ellipsis">{titleOf(object, record) || '–'}</span>
              <span className="record-facts">
                {columns.map((column) => (
                  <Value key={column.path} value={record[column.path]} field={column.field} dense />
                ))}
              </span>
            </span>
            <ChevronRight size={16} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
