import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kit/useFormat'
import type { RecordEditing } from '../recordEditing'
import { KeptDraft } from './KeptDraft'

/** What was typed at an earlier time and never saved, or what somebody else has just changed meanwhile. */
export function KeptNotice({ editing }: { editing: RecordEditing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { found, news } = editing
  if (found && !editing.open) {
    return (
      <KeptDraft
        text={t('record.kept', { at: format.moment(new Date(found.at).toISOString()) })}
        onGoOn={editing.takeUp}
        onDrop={editing.close}
      />
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
