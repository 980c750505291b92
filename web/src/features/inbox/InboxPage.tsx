import { useTranslation } from 'react-i18next'
import { Crumbs } from '../../kit/Crumbs'
import { InboxList } from './InboxList'

/** The inbox as a page of its own. */
export function InboxPage() {
  const { t } = useTranslation()
  return (
    <div className="inbox-page">
      <Crumbs parts={[{ key: 'inbox', node: t('inbox.title') }]} />
      <div className="page-head">
        <h1>{t('inbox.title')}</h1>
      </div>
      <InboxList />
    </div>
  )
}
