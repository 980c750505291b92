// What every journey needs: a browser, a person in it who speaks a language and holds a screen of some size, and a way
// to take pictures. A journey is a file in journeys/ that exports `sentence` (what a user would say), `people` (as whom
// it is walked) and `walk(person)`.
//   FLYWHEEL_URL   the server (default http://localhost:8080)
//   CHROMIUM       the browser (default /usr/bin/chromium)
//   SCREENSHOTS    a folder for pictures, none if not set
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

export const base = process.env.FLYWHEEL_URL ?? 'http://localhost:8080'
const pictures = process.env.SCREENSHOTS
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, ...quiet] })

/** A person at a screen. `say(zh, en)` picks the word as the person reads it; `end()` fails if anything broke. */
export async function personIn(browser, as) {
  const { language, theme = 'light', size = desktop } = as
  const context = await browser.newContext({
    viewport: size,
    locale: language,
    colorScheme: theme,
    hasTouch: size.width < 768,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const broken = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    // A refusal is an answer, which the browser reports as well; a violated policy or a failed script is a fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      broken.push(message.text())
  })
  return {
    browser,
    as,
    context,
    page,
    language,
    size,
    onPhone: size.width < 768,
    say: (zh, en) => (language === 'en' ? en : zh),
    async shoot(name) {
      if (!pictures) return
      await page.screenshot({ path: join(pictures, `${name}.${language}.${theme}.${size.width}.png`) })
    },
    async end() {
      await context.close()
      assert.deepEqual(broken, [], 'nothing breaks on the way')
    },
  }
}

let founded = 0

/** Founds a workspace with sample data over the sign-up page; the person is its administrator and signed in. */
export async function found(person, name = person.say('先看看', 'First look')) {
  const { page } = person
  const email = `look-${Date.now()}-${founded++}@example.com`
  await page.goto(`${base}/sign-up`)
  await page.fill('#name', name)
  await page.fill('#email', email)
  await page.fill('#password', 'long-enough-for-a-look')
  await page.click('button[type=submit]')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'), { timeout: 120_000 })
  return email
}

/** Calls the API as the person who is signed in on the page. Numbers in the answer may lose digits; texts do not. */
export function call(person, method, path, body) {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return person.page.evaluate(
    async (wanted) => {
      const headers = wanted.text === undefined ? {} : { 'content-type': 'application/json' }
      const token = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))
      if (token && wanted.method !== 'GET') headers['x-xsrf-token'] = token.slice('XSRF-TOKEN='.length)
      const answer = await fetch(wanted.path, { method: wanted.method, headers, body: wanted.text })
      const read = await answer.text()
      return { status: answer.status, body: read === '' ? null : JSON.parse(read) }
    },
    { method, path, text },
  )
}

/** Who can sign in to the demo company; the password is FLYWHEEL_DEMO_PASSWORD. */
export const demo = {
  administrator: 'demo@flywheel.example',
  manager: 'manager@flywheel.example',
  rep: 'rep@flywheel.example',
}

/** Signs in to the demo company as one of {@link demo}. */
export async function signIn(person, email) {
  const { page } = person
  await page.goto(`${base}/sign-in`)
  // The demo's accounts speak Chinese; this person has told the browser what to speak.
  await page.evaluate((spoken) => localStorage.setItem('flywheel.language', spoken), person.language)
  await page.fill('#email', email)
  await page.fill('#password', process.env.FLYWHEEL_DEMO_PASSWORD ?? '')
  await page.click('button[type=submit]')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
