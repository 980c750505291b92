import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { roleOf } from '../../engine/paths'
import { useTotals } from '../../engine/records'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'

/** Totals of all that match, said in words. */
export function ListFooter({
  object,
  where,
  enabled,
}: {
  object: ObjectDefinition
  where: string
  enabled: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const totals = useTotals(object, where, enabled)
  const count = decimalOf(totals.data?.count)
  const sum = decimalOf(totals.data?.sum)
  const amount = roleOf(object, 'amount')
  return (
    <footer className="list-footer" aria-live="polite">
      {count === null ? null : (
        <>
          <span>
            <strong>{format.figure(count)}</strong> {t('list.records')}
          </span>
          {sum !== null && amount ? (
            <span>
              {format.label(amount.label)}{' '}
              <strong>{format.figure(sum, amount.type.digits ?? undefined)}</strong>
            </span>
          ) : null}
          <span className="list-footer-note">{t('list.totalsNote')}</span>
        </>
      )}
    </footer>
  )
}
