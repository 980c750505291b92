// Walks all journeys, or those whose file names are given, one after the other on one server.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser, personIn } from './browser.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'journeys')
const wanted = process.argv.slice(2)
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.mjs') && (wanted.length === 0 || wanted.includes(file.replace('.mjs', ''))),
)
const browser = await openBrowser()

async function walkAs(who, file, walk) {
  const person = await personIn(browser, who)
  try {
    await walk(person)
    await person.end()
  } catch (fault) {
    await person.shoot(`fault-${file.replace('.mjs', '')}`).catch(() => {})
    process.stderr.write(`It ends at ${person.page.url()}\n`)
    await person.context.close().catch(() => {})
    throw fault
  }
}

try {
  for (const file of files) {
    const { sentence, people, walk } = await import(join(folder, file))
    for (const who of people) {
      const begun = Date.now()
      const as = `${sentence} (${who.language}, ${who.size.width} px`
      try {
        await walkAs(who, file, walk)
      } catch (fault) {
        // A machine that is busy with other things may be too slow once; what fails twice is broken.
        process.stderr.write(`${as}): once more, because of ${fault.message}\n`)
        await walkAs(who, file, walk)
      }
      process.stdout.write(`${as}, ${((Date.now() - begun) / 1000).toFixed(1)} s)\n`)
    }
  }
} finally {
  await browser.close()
}
