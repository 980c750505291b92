import { useQueryClient } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLost, whenReachedAgain } from '../lib/reach'

/** One line while the server is away: what is safe, and that nothing needs to be done. Once it is back all is read anew. */
export function Offline() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const lost = useLost()
  useEffect(() => whenReachedAgain(() => void client.invalidateQueries()), [client])
  return lost ? (
    <div className="offline" role="status">
      <CloudOff size={16} aria-hidden="true" />
      <strong>{t('offline.title')}</strong>
      <span className="ellipsis">{t('offline.safe')}</span>
    </div>
  ) : null
}
