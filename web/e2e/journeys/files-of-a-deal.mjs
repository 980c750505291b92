// Add an image and a PDF to a deal, look at both, learn that a damaged image cannot be shown and that a large file is
// refused, remove a file and take that back.
import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { base, call, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I keep the files of a deal with the deal'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: phone },
]

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc(bytes) {
  let c = 0xffffffff
  for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, check])
}

/** A picture of a slope in two colours. */
function png(width, height) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const above = y < height - (x * height) / width
      rows.set(above ? [90 + (x >> 3), 150, 220] : [40, 110 + (y >> 3), 80], y * (1 + width * 3) + 1 + x * 3)
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Two pages: one in a font that every reader knows, and one in Chinese whose font is only named. */
function pdf() {
  const page = (content, font) => `/Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents ${content} 0 R
    /Resources << /Font << /F ${font} 0 R >> >>`
  const stream = (text) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    `<< ${page(5, 7)} >>`,
    `<< ${page(6, 8)} >>`,
    stream('BT /F 28 Tf 40 500 Td (Quotation No. 173) Tj 0 -40 Td (Total 2,680,000) Tj ET'),
    stream('BT /F 28 Tf 40 500 Td <62A54EF75355> Tj 0 -40 Td <534E94F891CD5DE5> Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [9 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light
      /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 10 0 R >>`,
    `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
      /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = text.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Whether anything is drawn on the first canvas. */
const isDrawn = () => {
  const canvas = document.querySelector('.pdf-page canvas')
  if (!canvas || canvas.width < 10) return false
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return data.some((value, index) => index % 4 === 0 && data[index + 3] === 255 && value < 100)
}

export async function walk(person) {
  const { page, say } = person
  await found(person)
  await page.goto(`${base}/o/opportunity/new`)
  await page.fill('#field-name', '华铸重工 · 三厂设备联网二期')
  await page.click(`button:has-text("${say('保存', 'Save')}")`)
  await page.waitForURL(/\/o\/opportunity\/[0-9a-f-]{36}/)
  const deal = new URL(page.url()).pathname.split('/').pop()
  await page.getByRole('tab', { name: say('文件', 'Files') }).click()
  await page.getByText(say('还没有文件', 'No files yet')).waitFor()
  await person.shoot('files-1-none')

  const give = (...files) =>
    page
      .locator('.files input[type=file][multiple]')
      .setInputFiles(files.map(([name, mimeType, buffer]) => ({ name, mimeType, buffer })))
  await give(
    ['现场照片.png', 'image/png', png(1200, 800)],
    ['报价单 173.pdf', 'application/pdf', pdf()],
    ['坏图.png', 'image/png', png(300, 200).subarray(0, 400)],
    ['会议纪要.txt', 'text/plain', Buffer.from('周三 10:00 现场技术验证\n<script>alert(1)</script>\n')],
  )
  const row = (name) => page.locator('.file-row', { has: page.locator(`text="${name}"`) })
  for (const name of ['现场照片.png', '报价单 173.pdf', '坏图.png', '会议纪要.txt'])
    await row(name).locator('.file-open').waitFor()
  await page.waitForFunction(() => document.querySelector('.file-picture img')?.naturalWidth > 0)
  await person.shoot('files-2-list')

  await row('现场照片.png').locator('.file-open').click()
  await page.waitForFunction(() => document.querySelector('.preview img')?.naturalWidth > 1000)
  await person.shoot('files-3-image')
  await page.getByRole('button', { name: say('放大', 'Zoom in') }).click()
  await page.getByText('200%').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.preview').waitFor({ state: 'detached' })

  await row('报价单 173.pdf').locator('.file-open').click()
  await page.waitForFunction(isDrawn)
  await person.shoot('files-4-pdf')
  await page.getByRole('button', { name: say('关闭', 'Close') }).click()

  await row('会议纪要.txt').locator('.file-open').click()
  await page.locator('.preview pre', { hasText: '<script>' }).waitFor()
  await page.keyboard.press('Escape')

  await row('坏图.png').locator('.file-open').click()
  await page.locator('.preview .state', { hasText: say('图片已损坏', 'The image is damaged') }).waitFor()
  await person.shoot('files-5-damaged')
  await page.keyboard.press('Escape')

  // A file of three gigabytes, as far as a page can tell before it reads it.
  await page.evaluate(() => {
    const large = new File(['x'], 'large.iso')
    Object.defineProperty(large, 'size', { value: 3_000_000_000 })
    const data = new DataTransfer()
    data.items.add(large)
    const drop = new DragEvent('drop', { dataTransfer: data })
    Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [large] } })
    window.dispatchEvent(drop)
  })
  if (!person.onPhone) {
    await page.locator('.upload-reason', { hasText: '200 MB' }).waitFor()
    await person.shoot('files-6-too-large')
    await page
      .getByRole('button', { name: say('从列表去掉 large.iso', 'Take large.iso off the list') })
      .click()
  }

  await row('会议纪要.txt')
    .getByRole('button', { name: say('移除', 'Remove') })
    .click()
  await row('会议纪要.txt').waitFor({ state: 'detached' })
  await page.locator('.undo-toast', { hasText: '会议纪要.txt' }).getByRole('button').first().click()
  await row('会议纪要.txt').waitFor()
  const history = await call(person, 'GET', `/api/objects/opportunity/records/${deal}/history`)
  assert.equal(
    history.body.entries.filter((entry) => entry.happenings).length,
    6,
    'the history tells of every file',
  )
}
