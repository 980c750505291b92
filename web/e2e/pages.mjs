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
  { name: 'board', who: demo.manager, path: () => '/o/opportunity/board' },
  { name: 'calendar', who: demo.rep, path: () => '/o/activity/calendar' },
  { name: 'tasks', who: demo.rep, path: () => '/tasks' },
  { name: 'pipeline', who: demo.manager, path: () => '/pipeline' },
  { name: 'leaderboard', who: demo.manager, path: () => '/performance/leaderboard' },
  { name: 'imports', who: demo.administrator, path: () => '/imports' },
  { name: 'import', who: demo.administrator, path: () => '/imports/new?object=account' },
  { name: 'bin', who: demo.manager, path: () => '/bin/opportunity' },
  { name: 'inbox', who: demo.rep, path: () => '/inbox' },
  { name: 'create', who: demo.rep, path: () => '/o/account/new' },
  { name: 'scorecard', who: demo.manager, path: () => '/performance/scorecards' },
  { name: 'metrics', who: demo.manager, path: () => '/performance/metrics' },
]

/** Opens a page and waits until nothing moves any more. */
export async function open(person, page) {
  await person.page.goto(base + (await page.path(person)))
  await person.page.locator('#main h1, #main h2, main h1, main h2').first().waitFor()
  await settled(person.page)
}

/** Until the page has asked for nothing for half a second; the stream of news stays open for good. */
async function settled(page) {
  const still = { open: 0, since: Date.now() }
  const news = (request) => request.url().includes('/api/events')
  const begun = (request) => {
    if (!news(request)) still.open++
  }
  const ended = (request) => {
    if (news(request)) return
    still.open = Math.max(0, still.open - 1)
    still.since = Date.now()
  }
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended)
  const until = Date.now() + 15_000
  const moving = () => still.open > 0 || Date.now() - still.since < 500
  while (Date.now() < until && moving()) await page.waitForTimeout(50)
  page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended)
}
