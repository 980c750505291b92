// Two people at two screens: one mentions the other on a deal, whose bell shows it without a reload; the answer appears
// with the first; an amount that one changes appears in the list that the other has open.
import assert from 'node:assert/strict'
import { base, call, desktop, found, personIn, phone } from '../browser.mjs'

export const sentence = 'We talk about a deal, each at our own screen'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: phone },
]

/** So long a change may take until it is seen with the other. */
const SOON = 2_000

async function within(milliseconds, what, wait) {
  const begun = Date.now()
  await wait
  const taken = Date.now() - begun
  assert.ok(taken <= milliseconds, `${what} after ${taken} ms`)
  return taken
}

async function colleague(person, email, password) {
  const member = await call(person, 'POST', '/api/objects/member/records', { name: 'Ann Lee' })
  assert.equal(member.status, 201)
  const id = member.body.id
  const roles = await call(person, 'PUT', `/api/members/${id}/roles`, { roles: ['sales_manager'] })
  if (roles.status !== 200) {
    assert.equal(
      (await call(person, 'PUT', `/api/members/${id}/roles`, { roles: ['administrator'] })).status,
      200,
    )
  }
  assert.equal((await call(person, 'POST', `/api/members/${id}/account`, { email, password })).status, 201)
}

async function signIn(person, email, password) {
  const { page } = person
  await page.goto(`${base}/sign-in`)
  await page.fill('#email', email)
  await page.fill('#password', password)
  await page.click('button[type=submit]')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

export async function walk(person) {
  const { say } = person
  const email = `ann-${Date.now()}@example.com`
  const password = 'a-quiet-river-at-night'
  await found(person)
  await colleague(person, email, password)
  const deal = await call(person, 'POST', '/api/objects/opportunity/records', {
    name: '华铸重工 · 两个人',
    amount: 1000,
  })
  assert.equal(deal.status, 201)
  const address = `${base}/o/opportunity/${deal.body.id}`

  const ann = await personIn(person.browser, { language: person.language, theme: 'light', size: person.size })
  await signIn(ann, email, password)
  const bell = ann.page.locator('.bell')
  await bell.waitFor()
  await ann.page.waitForTimeout(500)

  // One mentions the other.
  await person.page.goto(`${address}?part=conversation`)
  const box = person.page.getByRole('textbox', { name: say('说点什么', 'Say something') })
  await box.click()
  await box.pressSequentially(say('看一下 ', 'Look at this '))
  await box.pressSequentially('@Ann')
  await person.page
    .locator('.ant-mentions-dropdown [role=option], .ant-mentions-dropdown-menu-item')
    .first()
    .waitFor()
  await person.page.waitForTimeout(400)
  await box.press('Enter')
  await box.pressSequentially('مرحبا 🙂 <script>')
  await box.press('Control+Enter')
  const told = await within(SOON, 'the bell shows it', ann.page.locator('.bell-count').waitFor())
  await person.page.locator('.comment-person', { hasText: '@Ann Lee' }).waitFor()
  await person.shoot('talk-1')

  // She opens it and answers.
  await bell.click()
  const row = ann.page.locator('.inbox-row', { hasText: '华铸重工' }).first()
  await row.waitFor()
  await ann.shoot('talk-2-inbox')
  await row.locator('.inbox-open').click()
  await ann.page.waitForURL(/\/o\/opportunity\//)
  await ann.page.locator('.comment-words', { hasText: '<script>' }).waitFor()
  await ann.page.locator('.bell-count').waitFor({ state: 'detached' })
  await ann.page
    .getByRole('button', { name: say('回复', 'Reply') })
    .first()
    .click()
  const reply = ann.page.locator('.comment-replies textarea')
  await reply.fill(say('好，周三去', 'Fine, on Wednesday'))
  await reply.press('Control+Enter')
  const answered = await within(
    SOON,
    'the answer appears',
    person.page.locator('.comment-replies .comment-words', { hasText: say('周三', 'Wednesday') }).waitFor(),
  )
  await ann.shoot('talk-3-answer')

  // An amount that one changes, in the list that the other looks at.
  await ann.page.goto(`${base}/o/opportunity?where=${encodeURIComponent('contains(name, "两个人")')}`)
  await ann.page.getByText('华铸重工 · 两个人').first().waitFor()
  await ann.page.waitForTimeout(600)
  const changed = await call(person, 'PATCH', `/api/objects/opportunity/records/${deal.body.id}`, {
    amount: 7654321,
  })
  assert.equal(changed.status, 200)
  const seen = await within(
    SOON,
    'the amount appears',
    ann.page
      .getByText(/7,654,321|765\.4|7\.65/)
      .first()
      .waitFor(),
  )
  process.stdout.write(`  bell ${told} ms, answer ${answered} ms, amount ${seen} ms\n`)
  await ann.end()
}
