// The network goes and comes back, the session ends, the server fails: what was typed stays, and one goes on where one was.
import assert from 'node:assert/strict'
import { base, call, demo, desktop, phone, signIn } from '../browser.mjs'

export const sentence = 'I lose nothing on a bad day'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'light', size: phone },
]

export async function walk(person) {
  const { page, context, say } = person
  await signIn(person, demo.rep)
  await page.goto(`${base}/o/account/new`)
  await page.locator('#field-name').fill('A customer of a bad day')

  await context.setOffline(true)
  await page.getByText(say('连不上服务器', 'The server cannot be reached')).first().waitFor()
  await person.shoot('bad-day-1-offline')
  await page.locator('#field-name').fill('A customer of a very bad day')
  await context.setOffline(false)
  await page.locator('.offline').waitFor({ state: 'detached' })
  assert.equal(await page.locator('#field-name').inputValue(), 'A customer of a very bad day')

  // The session ends while the save is on its way; the save is not pressed a second time.
  const ending = async (route) => {
    const ended = await call(person, 'DELETE', '/api/session')
    assert.ok(ended.status < 300, `signed out elsewhere: ${ended.status}`)
    await route.continue()
  }
  await page.route('**/api/objects/account/records', ending, { times: 1 })
  await page.getByRole('button', { name: say('保存', 'Save'), exact: true }).click()
  await page.locator('#again-password').waitFor()
  await person.shoot('bad-day-2-ended')
  await page.locator('#again-password').fill(process.env.FLYWHEEL_DEMO_PASSWORD ?? '')
  await page.getByRole('button', { name: say('登录并继续', 'Sign in and go on') }).click()
  await page.waitForURL(/\/o\/account\/[0-9a-f-]{36}/)
  await page.locator('h1', { hasText: 'A customer of a very bad day' }).waitFor()

  await page.route('**/api/objects/account/records?**', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        title: 'Server error',
        code: 'http.incident',
        message: 'Incident 42',
        hint: 'Try again',
      }),
    }),
  )
  await page.goto(`${base}/o/account`)
  await page.getByText('Incident 42').first().waitFor()
  await person.shoot('bad-day-3-failed')
  await page.unroute('**/api/objects/account/records?**')
  await page
    .getByRole('button', { name: say('重试', 'Try again') })
    .first()
    .click()
  await page.locator('.grid-row, .phone-row').first().waitFor()
}
