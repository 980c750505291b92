import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { quoted } from '../../engine/filter/write'
import { useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { useNames } from '../../engine/labels'
import { columnOf, defaultColumns } from '../../engine/paths'
import { RecordGrid, ROW_HEIGHT } from '../../engine/RecordGrid'
import { type RecordValues, titleOf, useRecordPages } from '../../engine/records'
import { useRights } from '../../engine/session'
import { Icon } from '../../kit/Icon'
import { Failure, SkeletonRows } from '../../kit/States'
import { usePhone } from '../../kit/usePhone'
import { PhoneRows } from './PhoneRows'
import type { Related } from './related'

interface Props {
  related: Related
  parent: ObjectDefinition
  record: RecordValues
}

/** The records of another object that refer to this one. */
export function RelatedList({ related, parent, record }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  const navigate = useNavigate()
  const { object, via } = related
  const rights = useRights(object.name)
  const objects = useObjects()
  const usual = defaultColumns(object)
    .filter((path) => path !== via.name)
    .slice(0, 6)
  const columns = (related.columns.length > 0 ? related.columns : usual).flatMap(
    (path) => columnOf(objects.data ?? [object], object, path) ?? [],
  )
  const title = object.roles.title
  const pages = useRecordPages({
    object: object.name,
    where: `${via.name} = ${quoted(record.id)}`,
    order: '',
    fields: [...new Set(['id', ...(title ? [title] : []), ...columns.map((column) => column.path)])],
  })
  const { fetchNextPage, isFetchingNextPage } = pages
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const add = rights.may('create') ? (
    <Link
      to="/o/$object/new"
      params={{ object: object.name }}
      search={{ via: via.name, parent: record.id, title: titleOf(parent, record) }}
    >
      <Button size="small" icon={<Plus size={12} aria-hidden="true" />} tabIndex={-1}>
        {names.create(object)}
      </Button>
    </Link>
  ) : null
  if (pages.isPending) return <SkeletonRows rows={4} height={ROW_HEIGHT} />
  if (pages.isError) return <Failure error={pages.error} retry={() => void pages.refetch()} />
  const rows = pages.data.pages.flatMap((page) => page.records)
  if (rows.length === 0) {
    return (
      <div className="state state-quiet" role="status">
        <Icon name={object.icon} size={28} />
        <h3>{t('record.noRelated', { objects: names.many(object) })}</h3>
        <div className="state-actions">{add}</div>
      </div>
    )
  }
  const Rows = phone ? PhoneRows : RecordGrid
  return (
    <div className="related">
      <div className="related-head">{add}</div>
      <div
        className="related-rows"
        style={{ height: phone ? undefined : Math.min(12, rows.length + 1.2) * ROW_HEIGHT }}
      >
        <Rows
          object={object}
          columns={columns}
          rows={rows}
          order=""
          onOrder={() => undefined}
          onOpen={(id) => void navigate({ to: '/o/$object/$id', params: { object: object.name, id } })}
          hasMore={pages.hasNextPage}
          loadMore={loadMore}
          stale={false}
        />
      </div>
    </div>
  )
}
