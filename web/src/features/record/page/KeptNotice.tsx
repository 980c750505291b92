import { Button } from 'antd'
import { FileClock, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kit/useFormat'
import type { RecordEditing } from '../recordEditing'

/** What was typed at an earlier time and never saved, or what somebody else has just changed meanwhile. */
export function KeptNotice({ editing }: { editing: RecordEditing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { found, news } = editing
  if (found && !editing.open) {
    return (
      <div className="kept-notice" role="status">
        <FileClock size={16} aria-hidden="true" />
        {t('record.kept', { at: format.moment(new Date(found.at).toISOString()) })}
        <Button size="small" onClick={editing.takeUp}>
          {t('record.goOn')}
        </Button>
        <Button size="small" type="text" onClick={editing.close}>
          {t('record.drop')}
        </Button>
      </div>
    )
  }
  if (!news || !editing.open) return null
  return (
    <div className="kept-notice" role="status">
      <RefreshCw size={16} aria-hidden="true" />
      {news.who ? t('record.newsBy', { who: news.who }) : t('record.news')}
    </div>
  )
}
