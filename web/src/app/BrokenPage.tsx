import { Button } from 'antd'
import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Failure, State } from '../kit/States'

/** A part of the page could not be fetched because the server has a newer one. */
function isStale(error: unknown): boolean {
  return /dynamically imported module|module script|preload CSS|error loading dynamically/i.test(
    String(error),
  )
}

/** What stands in place of a page that broke. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation()
  if (!isStale(error)) return <Failure error={error} retry={reset} />
  return (
    <State
      icon={RefreshCw}
      title={t('state.newVersion')}
      reason={t('state.newVersionWhy')}
      actions={
        <Button type="primary" onClick={() => location.reload()}>
          {t('state.reload')}
        </Button>
      }
    />
  )
}
