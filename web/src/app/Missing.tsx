import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { State } from '../kit/States'

export function Missing() {
  const { t } = useTranslation()
  return (
    <State
      icon={SearchX}
      title={t('state.noPage')}
      reason={t('state.noPageWhy')}
      actions={<Link to="/">{t('state.toStart')}</Link>}
    />
  )
}
