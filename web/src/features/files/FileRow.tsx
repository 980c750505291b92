import { Download, File, FileArchive, FileImage, FileSpreadsheet, FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kit/useFormat'
import { Problem } from '../../lib/problem'
import { contentPath, previewPath, type RecordFile } from './files'
import { sizeText } from '../../kit/size'

interface Props {
  file: RecordFile
  onOpen: () => void
  /** Null for who may only look. */
  onRemove: (() => Promise<void>) | null
}

export function FileRow({ file, onOpen, onRemove }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [fault, setFault] = useState<string | null>(null)
  const remove = () =>
    onRemove?.().catch((failure: unknown) =>
      setFault(failure instanceof Problem && failure.status > 0 ? failure.message : t('files.notRemoved')),
    )
  const who = file.createdBy?.title
  return (
    <li className="file-row">
      <button type="button" className="file-open" onClick={onOpen} title={file.name}>
        <FilePicture file={file} />
        <span className="file-words">
          <span className="file-name ellipsis">
            <bdi>{file.name}</bdi>
          </span>
          <span className="quiet ellipsis">
            {[sizeText(file.size), who, format.moment(file.createdAt)].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
      {fault ? (
        <span className="upload-reason" role="alert">
          {fault}
        </span>
      ) : null}
      <div className="file-actions">
        <a
          className="icon-button"
          href={contentPath(file)}
          download
          aria-label={t('files.download', { name: file.name })}
          title={t('files.download', { name: file.name })}
        >
          <Download size={16} aria-hidden="true" />
        </a>
        {onRemove ? (
          <button
            type="button"
            className="icon-button"
            aria-label={t('files.remove', { name: file.name })}
            title={t('files.remove', { name: file.name })}
            onClick={() => void remove()}
          >
            <Trash2 size={16} aria-hidden="true" />
          </button>
        ) : null}
      </div>
    </li>
  )
}

/** An image shows itself, small; anything else, and an image that is damaged, an icon. */
function FilePicture({ file }: { file: RecordFile }) {
  const [damaged, setDamaged] = useState(false)
  return (
    <span className="file-picture">
      {file.shownAs === 'image' && !damaged ? (
        <img
          src={previewPath(file, 96)}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          onError={() => setDamaged(true)}
        />
      ) : (
        <FileIcon file={file} />
      )}
    </span>
  )
}

function FileIcon({ file }: { file: RecordFile }) {
  const drawn = { size: 20, strokeWidth: 1.5, 'aria-hidden': true } as const
  if (file.shownAs === 'image' || file.type.startsWith('image/')) return <FileImage {...drawn} />
  if (/spreadsheet|excel|csv|sheet/.test(file.type)) return <FileSpreadsheet {...drawn} />
  if (/zip|compressed|x-7z|rar|tar/.test(file.type)) return <FileArchive {...drawn} />
  if (file.shownAs !== 'none' || /word|document|presentation|powerpoint/.test(file.type))
    return <FileText {...drawn} />
  return <File {...drawn} />
}
