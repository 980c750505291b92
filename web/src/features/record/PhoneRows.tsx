import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import type { Column } from '../../engine/paths'
import { type RecordValues, titleOf } from '../../engine/records'
import { Value } from '../../engine/Value'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'

interface Props {
  object: ObjectDefinition
  columns: Column[]
  rows: RecordValues[]
  hasMore: boolean
  loadMore: () => void
  stale: boolean
}

/** On a phone a row is its title, its amount, and two facts. */
export function PhoneRows({ object, columns, rows, hasMore, loadMore, stale }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = end.current
    if (!place || !hasMore) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((one) => one.isIntersecting) && loadMore(),
      {
        rootMargin: '600px',
      },
    )
    observer.observe(place)
    return () => observer.disconnect()
  }, [hasMore, loadMore])
  const amount = columns.find((column) => column.path === object.roles.amount)
  const others = columns.filter((column) => column.path !== object.roles.title && column !== amount)
  const factsOf = (record: RecordValues) => others.filter(({ path }) => isSaid(record[path])).slice(0, 2)
  return (
    <div className={stale ? 'phone-rows grid-stale' : 'phone-rows'} role="list" aria-label={t('list.grid')}>
      {rows.map((record) => (
        <Link
          key={record.id}
          to="/o/$object/$id"
          params={{ object: object.name, id: record.id }}
          className="phone-row"
          role="listitem"
        >
          <span className="phone-row-title ellipsis">{titleOf(object, record) || '–'}</span>
          {amount && decimalOf(record[amount.path]) !== null ? (
            <span className="phone-row-amount">{format.short(decimalOf(record[amount.path]) ?? '0')}</span>
          ) : null}
          <span className="phone-row-facts">
            {factsOf(record).map((column) => (
              <span key={column.path} className="ellipsis">
                <Value value={record[column.path]} field={column.field} dense />
              </span>
            ))}
          </span>
        </Link>
      ))}
      <div ref={end} />
    </div>
  )
}

function isSaid(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  )
}
