// Home says what is due; a task is finished, a call logged with the next follow-up, the deal moved on and its next step
// set.
import assert from 'node:assert/strict'
import { base, call, demo, desktop, phone, signIn } from '../browser.mjs'

export const sentence = 'I start my morning: what is due, a call, a deal moved on, the next step'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: desktop },
  { language: 'zh-CN', theme: 'light', size: phone },
]

export async function walk(person) {
  const { page, say, onPhone } = person
  await signIn(person, demo.rep)
  const name = `Morning ${Date.now()}`
  const made = await call(person, 'POST', '/api/objects/opportunity/records', { name, amount: 120000 })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const deal = made.body.id
  const today = new Date().toISOString().slice(0, 10)
  const task = { subject: `Call about ${name}`, due_on: today, opportunity: deal }
  assert.equal((await call(person, 'POST', '/api/objects/task/records', task)).status, 201)

  await page.goto(base)
  await page.locator('main h1').first().waitFor()
  await person.shoot('morning-1-home')
  await page.goto(`${base}/tasks`)
  const row = page.locator('.task-line', { hasText: `Call about ${name}` })
  await row.getByRole('link', { name }).last().click()
  await page.waitForURL(new RegExp(deal))

  await page.locator('.quick-kind', { hasText: say('电话', 'Call') }).click()
  await page
    .getByPlaceholder(say('和谁谈了什么？', 'Who did you talk to, and what about?'))
    .fill('Budget is agreed')
  await page
    .getByRole('button', { name: say('记录', 'Log'), exact: true })
    .first()
    .click()
  await page.locator('.story-entry', { hasText: 'Budget is agreed' }).first().waitFor()
  await person.shoot('morning-2-logged')

  await page.locator('.stage-path button', { hasText: say('需求沟通', 'Engaging') }).click()
  await page.locator('.stage-path [aria-current=step]', { hasText: say('需求沟通', 'Engaging') }).waitFor()
  await page.getByRole('button', { name: say('编辑', 'Edit'), exact: true }).click()
  await page.locator('#field-next_step').fill('Send the offer')
  await page.getByRole('button', { name: say('保存修改', 'Save changes') }).click()
  await page.getByText('Send the offer').first().waitFor()

  await page.goto(`${base}/tasks`)
  await row.locator('.task-tick').click()
  await page.locator('.undo-toast').first().waitFor()
  if (onPhone) await person.shoot('morning-3-done')
  const { body } = await call(
    person,
    'GET',
    `/api/objects/task/records?fields=status&where=opportunity%20%3D%20%22${deal}%22`,
  )
  assert.equal(body.records[0].status, 'done')
}
