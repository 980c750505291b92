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
try {
  for (const file of files) {
    const { sentence, people, walk } = await import(join(folder, file))
    for (const who of people) {
      const person = await personIn(browser, who)
      const begun = Date.now()
      try {
        await walk(person)
        await person.end()
      } catch (fault) {
        await person.shoot(`fault-${file.replace('.mjs', '')}`).catch(() => {})
        process.stderr.write(
          `${sentence} (${who.language}, ${person.size.width} px) ends at ${person.page.url()}\n`,
        )
        throw fault
      }
      const seconds = ((Date.now() - begun) / 1000).toFixed(1)
      process.stdout.write(`${sentence} (${who.language}, ${person.size.width} px, ${seconds} s)\n`)
    }
  }
} finally {
  await browser.close()
}
