import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** How many places up or down since the period before; a dash for those who were not there. */
export function Moved({ by }: { by: number | null }) {
  const { t } = useTranslation()
  if (by === null || by === 0) {
    return (
      <span className="moved" aria-label={by === null ? t('home.newHere') : t('home.samePlace')}>
        –
      </span>
    )
  }
  return by > 0 ? (
    <span className="moved tone-good" aria-label={t('home.movedUp', { count: by })}>
      <ArrowUp size={11} aria-hidden="true" />
      {by}
    </span>
  ) : (
    <span className="moved tone-bad" aria-label={t('home.movedDown', { count: -by })}>
      <ArrowDown size={11} aria-hidden="true" />
      {-by}
    </span>
  )
}
