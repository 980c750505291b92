import { Camera, Upload } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../../kit/usePhone'

/** Where files come in: chosen, dropped anywhere on the page, pasted, or taken with a phone's camera. */
export function Intake({ most, onFiles }: { most: string; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const over = useIncoming(onFiles)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    event.target.value = ''
  }
  if (phone) {
    return (
      <div className="intake-phone">
        <label className="intake-button">
          <Camera size={18} aria-hidden="true" />
          {t('files.photo')}
          <input type="file" accept="image/*" capture="environment" onChange={chosen} />
        </label>
        <label className="intake-button">
          <Upload size={18} aria-hidden="true" />
          {t('files.chooseHere')}
          <input type="file" multiple onChange={chosen} />
        </label>
        <p className="quiet">{t('files.most', { most })}</p>
      </div>
    )
  }
  return (
    <label className={over ? 'intake intake-over' : 'intake'}>
      <Upload size={18} aria-hidden="true" />
      <span>
        {t('files.drop')} <span className="intake-choose">{t('files.choose')}</span>
      </span>
      <span className="quiet">{t('files.dropHint', { most })}</span>
      <input type="file" multiple onChange={chosen} />
    </label>
  )
}

const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

/** Listens to the whole page, so that nothing dropped beside the box makes the browser leave. */
function useIncoming(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const dragOver = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('dragover', dragOver)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', dragOver)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])
  return over
}
