import { ChevronLeft, ChevronRight, Download, EyeOff, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SkeletonRows, State } from '../../kit/States'
import { contentPath, type RecordFile } from './files'
import { DownloadLink } from './DownloadLink'
import { ImageView } from './ImageView'
import { TextView } from './TextView'

/** The reader of PDFs is large; it comes when one is first opened. */
const PdfView = lazy(() => import('./PdfView'))

interface Props {
  files: RecordFile[]
  open: string
  onOpen: (id: string | null) => void
}

/** One file over the whole page; the arrow keys go to the next, Escape goes back. */
export function PreviewOverlay({ files, open, onOpen }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const at = files.findIndex((file) => file.id === open)
  const file = files[at]
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    if (!file) onOpen(null)
  }, [file, onOpen])
  if (!file) return null
  const step = (by: number) => onOpen(files[(at + by + files.length) % files.length]?.id ?? null)
  return (
    <dialog
      ref={dialog}
      className="preview"
      aria-label={file.name}
      onClose={() => onOpen(null)}
      onKeyDown={(event) => {
        if (files.length < 2) return
        if (event.key === 'ArrowLeft') step(-1)
        if (event.key === 'ArrowRight') step(1)
      }}
    >
      <header className="preview-head">
        <h2 className="ellipsis">
          <bdi>{file.name}</bdi>
        </h2>
        {files.length > 1 ? (
          <span className="preview-steps">
            <IconButton label={t('files.previous')} onClick={() => step(-1)} icon={ChevronLeft} />
            <span className="quiet">
              {at + 1} / {files.length}
            </span>
            <IconButton label={t('files.next')} onClick={() => step(1)} icon={ChevronRight} />
          </span>
        ) : null}
        <a
          className="icon-button"
          href={contentPath(file)}
          download
          aria-label={t('files.download', { name: file.name })}
          title={t('files.download', { name: file.name })}
        >
          <Download size={18} aria-hidden="true" />
        </a>
        <IconButton label={t('files.close')} onClick={() => dialog.current?.close()} icon={X} />
      </header>
      <div className="preview-body" key={file.id}>
        <View file={file} />
      </div>
    </dialog>
  )
}

function IconButton({ label, onClick, icon: Drawn }: { label: string; onClick: () => void; icon: typeof X }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Drawn size={18} aria-hidden="true" />
    </button>
  )
}

function View({ file }: { file: RecordFile }) {
  const { t } = useTranslation()
  if (file.shownAs === 'image') return <ImageView file={file} />
  if (file.shownAs === 'text') return <TextView file={file} />
  if (file.shownAs === 'pdf') {
    return (
      <Suspense fallback={<SkeletonRows rows={8} height={48} />}>
        <PdfView file={file} />
      </Suspense>
    )
  }
  return (
    <State
      icon={EyeOff}
      title={t('files.noPreview')}
      reason={t('files.noPreviewWhy')}
      actions={<DownloadLink file={file} />}
    />
  )
}
