import { FileX, ZoomIn, ZoomOut } from 'lucide-react'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SkeletonRows, State } from '../../kit/States'
import { contentPath, type RecordFile } from './files'
import { DownloadLink } from './DownloadLink'
import { openPdf } from './pdf'

const STEPS = [0.5, 0.75, 1, 1.5, 2, 3]
const USUAL = 2
/** Of a canvas, beyond which phones give up. */
const MOST_PIXELS = 12_000_000

type Opened = { document: PDFDocumentProxy; ratio: number } | 'failed' | null

/** A PDF page below page; those that are not in sight are blank sheets of the right size. */
export default function PdfView({ file }: { file: RecordFile }) {
  const { t } = useTranslation()
  const [step, setStep] = useState(USUAL)
  const opened = useOpened(contentPath(file, true))
  if (opened === null) return <SkeletonRows rows={8} height={48} />
  if (opened === 'failed') {
    return (
      <State
        icon={FileX}
        title={t('files.pdfDamaged')}
        reason={t('files.pdfDamagedWhy')}
        actions={<DownloadLink file={file} />}
      />
    )
  }
  const { document, ratio } = opened
  const zoom = STEPS[step] ?? 1
  return (
    <div className="image-view">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="pdf-pages" tabIndex={0} role="group" aria-label={file.name}>
        {Array.from({ length: document.numPages }, (_, index) => (
          <PdfPage key={index} document={document} number={index + 1} ratio={ratio} zoom={zoom} />
        ))}
      </div>
      <div className="image-zoom">
        <button
          type="button"
          className="icon-button"
          aria-label={t('files.smaller')}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        >
          <ZoomOut size={18} aria-hidden="true" />
        </button>
        <span aria-live="polite">{Math.round(zoom * 100)}%</span>
        <button
          type="button"
          className="icon-button"
          aria-label={t('files.larger')}
          disabled={step === STEPS.length - 1}
          onClick={() => setStep(step + 1)}
        >
          <ZoomIn size={18} aria-hidden="true" />
        </button>
      </div>
    </div>
  )
}

function useOpened(url: string): Opened {
  const [opened, setOpened] = useState<Opened>(null)
  useEffect(() => {
    let current = true
    const pdf = openPdf(url)
    const open = async () => {
      const document = await pdf.document
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
      if (current) setOpened({ document, ratio: height / width })
    }
    open().catch(() => {
      if (current) setOpened('failed')
    })
    return () => {
      current = false
      pdf.close()
    }
  }, [url])
  return opened
}

interface PageProps {
  document: PDFDocumentProxy
  number: number
  ratio: number
  zoom: number
}

function PdfPage({ document, number, ratio, zoom }: PageProps) {
  const { t } = useTranslation()
  const sheet = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const near = useNear(sheet)
  useEffect(() => {
    const drawn = canvas.current
    if (!near || !drawn) return undefined
    let current = true
    let stop = () => {}
    const draw = async () => {
      const page = await document.getPage(number)
      if (!current) return
      const task = render(page, drawn, zoom)
      stop = () => task.cancel()
      await task.promise
    }
    // A drawing that was called off, or a page that is damaged, leaves its sheet blank.
    draw().catch(() => undefined)
    return () => {
      current = false
      stop()
    }
  }, [near, document, number, zoom])
  return (
    <div
      ref={sheet}
      className="pdf-page"
      style={{ width: `min(${zoom * 100}%, ${zoom * 900}px)`, aspectRatio: `1 / ${ratio}` }}
    >
      {near ? <canvas ref={canvas} aria-label={t('files.page', { number })} role="img" /> : null}
    </div>
  )
}

/** As many pixels as the screen has there, within what a canvas may have. */
function render(page: PDFPageProxy, canvas: HTMLCanvasElement, zoom: number) {
  const { width, height } = page.getViewport({ scale: 1 })
  // A sheet that is shown smaller is printed the finer.
  const wanted = (canvas.clientWidth / width) * Math.min(2, devicePixelRatio * Math.max(1, 1 / zoom))
  const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height))) })
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  return page.render({ canvas, viewport })
}

function useNear(sheet: React.RefObject<HTMLDivElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!sheet.current) return undefined
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: '100% 0px' },
    )
    observer.observe(sheet.current)
    return () => observer.disconnect()
  }, [sheet])
  return near
}
