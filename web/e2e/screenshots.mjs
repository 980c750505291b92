// Pictures of every main page in both languages, light and dark, at 1440 and 390 pixels, into a folder.
//   node e2e/screenshots.mjs [folder] [page …]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { demo, desktop, openBrowser, personIn, phone, signIn } from './browser.mjs'
import { open, pages } from './pages.mjs'

const [folder = '../target/screenshots', ...wanted] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
let count = 0
try {
  for (const language of ['zh-CN', 'en'])
    for (const theme of ['light', 'dark'])
      for (const size of [desktop, phone])
        for (const email of Object.values(demo)) {
          const shown = pages.filter(
            (page) => page.who === email && (wanted.length === 0 || wanted.includes(page.name)),
          )
          if (shown.length === 0) continue
          const person = await personIn(browser, { language, theme, size })
          await signIn(person, email)
          for (const page of shown) {
            await open(person, page)
            const lang = language.slice(0, 2)
            await person.page.screenshot({
              path: join(folder, `${page.name}.${lang}.${theme}.${size.width}.png`),
            })
            count++
          }
          await person.context.close()
        }
} finally {
  await browser.close()
}
process.stdout.write(`${count} pictures in ${folder}\n`)
