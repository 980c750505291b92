import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kit/useFormat'
import type { Import } from './imports'

/** New, changed and refused rows, as figures. */
export function Counts({ one }: { one: Import }) {
  const { t } = useTranslation()
  const format = useFormat()
  const figures = [
    ['read', one.read],
    ['created', one.created],
    ['updated', one.updated],
    ['refused', one.refused],
  ] as const
  return (
    <dl className="import-counts">
      {figures.map(([key, count]) => (
        <div key={key} className={key === 'refused' && count > 0 ? 'import-count-bad' : undefined}>
          <dt>{one.dryRun ? t(`imports.would.${key}`) : t(`imports.did.${key}`)}</dt>
          <dd>{format.figure(String(count))}</dd>
        </div>
      ))}
    </dl>
  )
}
