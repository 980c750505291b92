import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { useColumnLabel } from '../../engine/labels'
import { type Column, shownType } from '../../engine/paths'
import { useFigures } from '../../engine/records'
import { useFormat } from '../../kit/useFormat'

interface Props {
  object: ObjectDefinition
  where: string
  columns: Column[]
  /** How many match, null while unknown. */
  total: string | null
  enabled: boolean
}

const MOST = 4

/** Sums of the amounts shown and averages of the percentages, for all that match, said in words. */
export function ListFooter({ object, where, columns, total, enabled }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useColumnLabel()
  const asked = columns.flatMap((column) => measureOf(column) ?? []).slice(0, MOST)
  const figures = useFigures(
    object.name,
    where,
    asked.map((one) => one.measure),
    enabled,
  )
  return (
    <footer className="list-footer" aria-live="polite">
      {total === null ? null : (
        <>
          <span>
            <strong>{format.figure(total)}</strong> {total === '1' ? t('list.record') : t('list.records')}
          </span>
          {asked.map(({ column, kind, measure }, index) => {
            const figure = figures.data?.[index] ?? null
            if (figure === null || total === '0') return null
            const digits = shownType(column.field.type).digits ?? undefined
            return (
              <span key={measure}>
                {kind === 'sum'
                  ? t('list.sum', { column: label(column) })
                  : t('list.average', { column: label(column) })}{' '}
                <strong>
                  {kind === 'sum' ? format.figure(figure, digits) : format.percent(figure, digits ?? 1)}
                </strong>
              </span>
            )
          })}
          {total === '0' ? null : (
            <span className="list-footer-note">{t('list.totalsNote', { figure: format.figure(total) })}</span>
          )}
        </>
      )}
    </footer>
  )
}

interface Asked {
  column: Column
  kind: 'sum' | 'average'
  measure: string
}

function measureOf(column: Column): Asked | null {
  switch (shownType(column.field.type).kind) {
    case 'money':
    case 'number':
      return { column, kind: 'sum', measure: `sum(${column.path})` }
    case 'percent':
      return { column, kind: 'average', measure: `avg(${column.path})` }
    default:
      return null
  }
}
