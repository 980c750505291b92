// How much script the first page loads, compressed, against its limit: the entry and all that it imports statically,
// the shell and the list, which is what somebody sees first after signing in.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 450
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

const seen = new Set()
function walk(key) {
  const entry = manifest[key]
  if (!entry || seen.has(key)) return
  seen.add(key)
  for (const other of entry.imports ?? []) walk(other)
}
const first = [
  'index.html',
  'src/app/Shell.tsx',
  'src/features/record/ListPage.tsx',
  'src/kit/texts/zh-CN.ts',
]
for (const key of first) {
  if (!manifest[key]) throw new Error(`the build has no ${key}`)
  walk(key)
}
const kilobytes =
  [...seen]
    .map((key) => manifest[key].file)
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1024
process.stdout.write(`first load: ${kilobytes.toFixed(0)} KB of script (gzip), limit ${LIMIT_KB}\n`)
process.exit(kilobytes > LIMIT_KB ? 1 : 0)
