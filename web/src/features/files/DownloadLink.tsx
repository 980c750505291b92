import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contentPath, type RecordFile } from './files'

export function DownloadLink({ file }: { file: RecordFile }) {
  const { t } = useTranslation()
  return (
    <a className="preview-download" href={contentPath(file)} download>
      <Download size={16} aria-hidden="true" />
      {t('files.downloadThis')}
    </a>
  )
}
