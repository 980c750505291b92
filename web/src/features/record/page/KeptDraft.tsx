import { Button } from 'antd'
import { FileClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface Props {
  /** What was kept, and of when. */
  text: string
  onGoOn: () => void
  onDrop: () => void
}

/** Offers to go on with what was typed at an earlier time and never saved. */
export function KeptDraft({ text, onGoOn, onDrop }: Props) {
  const { t } = useTranslation()
  return (
    <div className="kept-notice" role="status">
      <FileClock size={16} aria-hidden="true" />
      {text}
      <Button size="small" onClick={onGoOn}>
        {t('record.goOn')}
      </Button>
      <Button size="small" type="text" onClick={onDrop}>
        {t('record.drop')}
      </Button>
    </div>
  )
}
