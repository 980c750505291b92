// The rules of this house that no linter knows: which way imports flow, how long a file may be, and that no text is
// missing in either language. Prints every fault and fails if there is one.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src')
const LAYERS = ['lib', 'kit', 'engine', 'features', 'app']
const LONGEST = 250
const faults = []

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const scripts = files(source).filter((file) => /\.tsx?$/.test(file))

/** lib ← kit ← engine ← features ← app; features are strangers to each other. */
function checkImports(file, text) {
  const [layer, feature] = relative(source, file).split('/')
  for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
    const [toLayer, toFeature] = relative(source, normalize(join(dirname(file), target))).split('/')
    const upward = LAYERS.indexOf(toLayer) > LAYERS.indexOf(layer)
    const sideways = layer === 'features' && toLayer === 'features' && feature !== toFeature
    if (upward || sideways) faults.push(`${relative(root, file)} must not import ${target}`)
  }
}

function checkLength(file, text) {
  const lines = text.split('\n').length - 1
  if (lines > LONGEST) faults.push(`${relative(root, file)} has ${lines} lines; the most is ${LONGEST}`)
}

const flat = (node, path = '') =>
  Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'object' ? flat(value, `${path}${name}.`) : [[path + name, value]],
  )

/** The texts of a language from the files of all parts; a key that two parts name would silently win or lose. */
function partsOf(language) {
  const folder = join(source, 'kit/texts')
  const seen = new Set()
  return readdirSync(folder)
    .filter((file) => file.endsWith(`.${language}.json`))
    .flatMap((file) => {
      const part = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      for (const key of Object.keys(part)) {
        if (seen.has(key)) faults.push(`${file} names ${key}, which another part names too`)
        seen.add(key)
      }
      return flat(part)
    })
}

function checkTexts() {
  const languages = ['zh-CN', 'en'].map((name) => ({
    name,
    texts: new Map(partsOf(name)),
  }))
  const slots = (text) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)]
      .map(([, slot]) => slot)
      .toSorted()
      .join()
  for (const one of languages) {
    for (const other of languages) {
      for (const [key, text] of one.texts) {
        const twin = other.texts.get(key)
        if (twin === undefined) faults.push(`${other.name} lacks the text ${key}`)
        else if (slots(text) !== slots(twin)) faults.push(`the text ${key} has other slots in ${other.name}`)
      }
    }
    for (const [key, text] of one.texts)
      if (text.trim() === '') faults.push(`${one.name}: the text ${key} is blank`)
  }
  const known = languages[0].texts
  const used = new Set()
  const prefixes = []
  for (const file of scripts) {
    const text = readFileSync(file, 'utf8')
    for (const [, key] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
      used.add(key)
      if (!known.has(key)) faults.push(`${relative(root, file)} uses the text ${key}, which there is not`)
    }
    for (const [, prefix] of text.matchAll(/\bt\(\s*`([^`$]*)\$\{/g)) prefixes.push(prefix)
  }
  for (const key of known.keys()) {
    if (!used.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
      faults.push(`the text ${key} is not used`)
  }
}

for (const file of scripts) {
  const text = readFileSync(file, 'utf8')
  checkImports(file, text)
  checkLength(file, text)
}
checkTexts()

const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
if (lock.includes('"resolved"'))
  faults.push('package-lock.json names a registry; install with omit-lockfile-registry-resolved')

for (const fault of faults) process.stderr.write(fault + '\n')
process.exit(faults.length > 0 ? 1 : 0)
