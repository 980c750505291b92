// Two people change the same deal at once: each sees the other's change without losing what they type, both values
// stand side by side, and the choice is the reader's. What is typed outlives a reload and a lost network.
import assert from 'node:assert/strict'
import { base, call, demo, desktop, personIn, phone, signIn } from '../browser.mjs'

export const sentence = 'Somebody changes the deal that I am changing'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: phone },
]

async function edit(person, record) {
  const { page, say } = person
  await page.goto(`${base}/o/opportunity/${record}`)
  await page.getByRole('button', { name: say('编辑', 'Edit'), exact: true }).click()
  await page.locator('#field-next_step').waitFor()
}

const save = ({ page, say }) => page.getByRole('button', { name: say('保存修改', 'Save changes') }).click()

export async function walk(person) {
  const { page, say } = person
  const colleague = await personIn(person.browser, { ...person.as, language: 'zh-CN', size: desktop })
  await signIn(person, demo.rep)
  await signIn(colleague, demo.administrator)
  const made = await call(person, 'POST', '/api/objects/opportunity/records', {
    name: say('华铸重工 · 两人同改', 'Huazhu · two at once'),
    next_step: 'first',
    competitor: 'none',
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const record = made.body.id

  await edit(person, record)
  await page.fill('#field-next_step', 'mine')
  await page.fill('#field-note', 'typed and not yet saved')
  await edit(colleague, record)
  await colleague.page.fill('#field-next_step', 'theirs')
  await colleague.page.fill('#field-competitor', 'ACME')
  await save(colleague)
  await colleague.page.locator('#field-next_step').waitFor({ state: 'detached' })

  // The news comes by itself; nothing that was typed is gone.
  const choice = page.locator('.conflict')
  await choice.waitFor({ timeout: 6_000 })
  assert.equal(await page.inputValue('#field-note'), 'typed and not yet saved')
  const words = await choice.innerText()
  assert.match(words, /theirs/, 'their value is shown')
  assert.match(words, /mine/, 'mine is shown beside it')
  await person.shoot('conflict')
  await choice.locator('label', { hasText: say('我的', 'Mine') }).click()
  await choice.getByRole('button', { name: say('按所选保存', 'Save as chosen') }).click()
  await choice.waitFor({ state: 'detached' })

  const { body: kept } = await call(person, 'GET', `/api/objects/opportunity/records/${record}`)
  assert.equal(kept.next_step, 'mine', 'what was chosen is saved')
  assert.equal(kept.competitor, 'ACME', 'what only the other changed stays')
  assert.equal(kept.note, 'typed and not yet saved')

  // A train, a tunnel: the save fails, the page says so, the browser is closed, nothing is lost.
  await edit(person, record)
  await page.fill('#field-next_step', 'typed in a tunnel')
  await person.context.setOffline(true)
  await save(person)
  await page.locator('[role=alert]').first().waitFor()
  assert.equal(await page.inputValue('#field-next_step'), 'typed in a tunnel')
  await person.context.setOffline(false)
  await page.reload()
  await page.getByRole('button', { name: say('继续编辑', 'Go on editing') }).click()
  assert.equal(await page.inputValue('#field-next_step'), 'typed in a tunnel')
  await person.shoot('kept')
  await save(person)
  await page.locator('#field-next_step').waitFor({ state: 'detached' })
  await colleague.end()
}
