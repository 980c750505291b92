// The main pages, each with who opens it and how to know that it stands: pictures are taken of them, and they are checked
// for what no one should meet on any page.
import { base, call, demo } from './browser.mjs'

/** The id of the first record that a list gives to the person who is signed in. */
async function first(person, object, where, order) {
  const search = new URLSearchParams({
    limit: '1',
    fields: 'id',
    ...(where && { where }),
    ...(order && { order }),
  })
  const { body } = await call(person, 'GET', `/api/objects/${object}/records?${search}`)
  return body.records[0].id
}

const deal = (person) => first(person, 'opportunity', 'stage = "proposal"', '-amount')

export const pages = [
  { name: 'home-manager', who: demo.manager, path: () => '/' },
  { name: 'home-rep', who: demo.rep, path: () => '/' },
  { name: 'list', who: demo.manager, path: () => '/o/opportunity' },
  { name: 'record', who: demo.manager, path: async (person) => `/o/opportunity/${await deal(person)}` },
  { name: 'create', who: demo.rep, path: () => '/o/account/new' },
  { name: 'scorecard', who: demo.manager, path: () => '/performance/scorecards' },
  { name: 'metrics', who: demo.manager, path: () => '/performance/metrics' },
]

/** Opens a page and waits until nothing moves any more. */
export async function open(person, page) {
  await person.page.goto(base + (await page.path(person)))
  await person.page.locator('#main h1, #main h2, main h1, main h2').first().waitFor()
  await person.page.waitForLoadState('networkidle')
}
