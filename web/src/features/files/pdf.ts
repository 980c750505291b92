import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The bundler makes the default export, a worker of its own file.
// oxlint-disable-next-line import/default
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'

type Addresses = Record<string, string>

/** Chinese, Japanese and Korean texts whose fonts a document only names need these tables. */
const TABLES = import.meta.glob('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
}) as Addresses

/** What stands in for the fourteen fonts that every reader has to know. */
const FONTS = import.meta.glob('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
}) as Addresses

async function bytesAt(all: Addresses, name: string): Promise<Uint8Array> {
  const address = Object.entries(all).find(([path]) => path.endsWith('/' + name))?.[1]
  if (!address) throw new Error(`there is no ${name}`)
  return new Uint8Array(await (await fetch(address)).arrayBuffer())
}

class Tables {
  async fetch({ name }: { name: string }) {
    return { cMapData: await bytesAt(TABLES, `${name}.bcmap`), isCompressed: true }
  }
}

class Fonts {
  fetch({ filename }: { filename: string }) {
    return bytesAt(FONTS, filename)
  }
}

export interface OpenedPdf {
  document: Promise<PDFDocumentProxy>
  close: () => void
}

/** Opens a document, with a thread of its own; what of it is looked at is read, in ranges. Nothing in it runs. */
export function openPdf(url: string): OpenedPdf {
  const port = new PdfWorker()
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    url,
    worker,
    isEvalSupported: false,
    disableAutoFetch: true,
    useWorkerFetch: false,
    useWasm: false,
    CMapReaderFactory: Tables,
    StandardFontDataFactory: Fonts,
  })
  const close = async () => {
    await task.destroy()
    worker.destroy()
    port.terminate()
  }
  return { document: task.promise, close: () => void close() }
}
