import { ImageOff, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, State } from '../../kit/States'
import { get } from '../../lib/http'
import { Problem } from '../../lib/problem'
import { contentPath, previewPath, type RecordFile } from './files'
import { DownloadLink } from './DownloadLink'

const LEAST = 1
const MOST = 8

/** An image, fitted at first; enlarged, its own pixels are shown. */
export function ImageView({ file }: { file: RecordFile }) {
  const { t } = useTranslation()
  const [zoom, setZoom] = useState(LEAST)
  const [damaged, setDamaged] = useState(false)
  if (damaged) return <Damaged file={file} />
  const change = (factor: number) => setZoom(Math.min(MOST, Math.max(LEAST, zoom * factor)))
  const source = zoom === LEAST ? previewPath(file, 1600) : contentPath(file, true)
  return (
    <div className="image-view">
      {/* A picture that is larger than its frame is moved by its scroll bars, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="image-frame" tabIndex={0} role="group" aria-label={file.name}>
        <img
          src={source}
          alt={file.name}
          className={zoom === LEAST ? 'image-fitted' : undefined}
          style={zoom === LEAST ? undefined : { width: `${zoom * 100}%` }}
          onError={() => setDamaged(true)}
        />
      </div>
      <div className="image-zoom">
        <button
          type="button"
          className="icon-button"
          aria-label={t('files.smaller')}
          disabled={zoom === LEAST}
          onClick={() => change(0.5)}
        >
          <ZoomOut size={18} aria-hidden="true" />
        </button>
        <span aria-live="polite">{Math.round(zoom * 100)}%</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t('files.larger')}
          disabled={zoom === MOST}
          onClick={() => change(2)}
        >
          <ZoomIn size={18} aria-hidden="true" />
        </button>
      </div>
    </div>
  )
}

/** The browser only knows that it was no image; the server knows why. */
function Damaged({ file }: { file: RecordFile }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => {
    const abort = new AbortController()
    get(previewPath(file, 1600), undefined, abort.signal).catch((failure: unknown) => {
      if (!abort.signal.aborted) setProblem(failure)
    })
    return () => abort.abort()
  }, [file])
  if (problem instanceof Problem && problem.status !== 422) return <Failure error={problem} />
  const why = problem instanceof Problem ? problem.faults[0]?.message : undefined
  return (
    <State
      icon={ImageOff}
      title={t('files.damaged')}
      reason={why ?? t('files.damagedWhy')}
      actions={<DownloadLink file={file} />}
    />
  )
}
