// Put a deal of one's own on the board, move it on, lose it (the board asks why), take that back, and win another one
// (the board asks for what it brought and when): by mouse, by the keyboard alone, and on a phone.
import assert from 'node:assert/strict'
import { base, call, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I move a deal'
export const people = [
  { language: 'en', theme: 'light', size: desktop },
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'zh-CN', theme: 'dark', size: phone },
]

const card = (page, id, column) =>
  page.locator(column ? `[data-column=${column}] [data-card="${id}"]` : `[data-card="${id}"]`)

async function deal(person, name) {
  const { status, body } = await call(person, 'POST', '/api/objects/opportunity/records', { name })
  assert.equal(status, 201)
  return body.id
}

async function drag(page, id, column) {
  const from = await card(page, id).boundingBox()
  const to = await page.locator(`[data-column=${column}] .column-cards`).boundingBox()
  await page.mouse.move(from.x + 60, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 80, from.y + 30, { steps: 4 })
  await page.mouse.move(to.x + 80, to.y + 30, { steps: 12 })
  await page.mouse.up()
}

/** Space lifts, arrows go to the right, space drops. */
async function carry(page, id, columns) {
  await card(page, id).focus()
  await page.keyboard.press(' ')
  await page.locator('.card-ghost').waitFor()
  for (let i = 0; i < columns; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press(' ')
}

async function choose({ page, say }, id, column) {
  await card(page, id).locator('.phone-card-move').click()
  await page.locator('.move-choice', { hasText: say(...column) }).click()
}

async function fillGate({ page, say }) {
  const gate = page.locator('.gate')
  await gate.waitFor()
  const left = gate.getByRole('button', { name: say('还差', 'Fields left') })
  await left.waitFor()
  assert.equal(await left.isDisabled(), true, 'the button says what is left')
  return gate
}

export async function walk(person) {
  const { page, say, onPhone, language } = person
  const byKeys = language !== 'en'
  await found(person)
  const lost = await deal(person, 'Plant 3 Phase II')
  const won = await deal(person, 'Edge gateways')
  await page.goto(`${base}/o/opportunity/board`)
  await card(page, won).waitFor()
  await person.shoot('board')
  const to = async (id, column, words, columns) => {
    if (onPhone) await choose(person, id, words)
    else if (byKeys) await carry(page, id, columns)
    else await drag(page, id, column)
  }

  await to(lost, 'lost', ['输单', 'Lost'], 5)
  const why = await fillGate(person)
  await person.shoot('board-gate')
  if (onPhone) {
    await why.locator('.ant-select').click()
    await page.locator('.ant-select-item-option').first().click()
  } else {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await why.getByRole('button', { name: say('推进到', 'Move to') }).click()
  if (!onPhone)
    await card(page, lost, 'lost')
      .waitFor()
      .catch(() => {})
  await page.locator('.undo-toast').waitFor()
  const after = await call(person, 'GET', `/api/objects/opportunity/records/${lost}`)
  assert.equal(after.body.stage, 'lost')
  assert.equal(after.body.loss_reason, 'price')
  await page.locator('.undo-toast .undo-button').first().click()
  await page.locator('.undo-undone').waitFor()
  const back = await call(person, 'GET', `/api/objects/opportunity/records/${lost}`)
  assert.deepEqual([back.body.stage, back.body.loss_reason], ['prospecting', null])

  await card(page, won).waitFor()
  await to(won, 'won', ['赢单', 'Won'], 4)
  const asked = await fillGate(person)
  await asked.locator('#gate-amount').fill('268000')
  const day = asked.locator('#gate-close_date')
  await day.fill('2026-11-20')
  await page.keyboard.press('Enter')
  // Enter takes the day and, as nothing is left to fill in, may send the form as well.
  await asked
    .getByRole('button', { name: say('推进到', 'Move to') })
    .click({ timeout: 1_500 })
    .catch(() => {})
  await asked.waitFor({ state: 'detached' })
  const end = await call(person, 'GET', `/api/objects/opportunity/records/${won}`)
  assert.deepEqual([end.body.stage, end.body.close_date], ['won', '2026-11-20'])
  const { body } = await call(person, 'GET', `/api/objects/opportunity/records/${won}/history`)
  assert.ok(body.entries.length >= 2, 'the move is told in the history')
  await person.shoot('board-done')
}
