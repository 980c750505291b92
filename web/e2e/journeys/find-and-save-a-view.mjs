// Build a filter with the mouse, see it as an expression, keep it as a view of one's own, find it again after a reload,
// and mend a value where it stands.
import assert from 'node:assert/strict'
import { base, call, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I find my large deals and keep how I look at them'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: phone },
]

/** Chooses in an open list, whichever of them is on top. */
async function pick(page, name) {
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name })
    .first()
    .click()
}

export async function walk(person) {
  const { page, say, onPhone } = person
  await found(person)
  const deal = await call(person, 'POST', '/api/objects/opportunity/records', {
    name: 'Harbour cranes',
    amount: 98765432,
  })
  assert.equal(deal.status, 201)

  await page.goto(`${base}/o/opportunity`)
  if (onPhone) await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('button', { name: say('加条件', 'Condition'), exact: true }).click()
  const row = page.locator('.filter-row').first()
  await row.getByRole('combobox', { name: say('字段', 'Field') }).click()
  await page.keyboard.type(say('成交金额', 'Close value'))
  await pick(page, say('成交金额', 'Close value'))
  await row.locator('input.filter-value').fill('90000000')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: say('筛选条件', 'Condition') })
  await page.waitForFunction(() => document.querySelector('.filter-text')?.value === 'amount >= 90000000')
  await person.shoot('1-filter')
  if (onPhone) await page.getByRole('button', { name: 'Show records' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.grid-row, .phone-row').length === 1)

  if (!onPhone) {
    // The other way round: the text becomes rows.
    await text.fill('amount >= 90000000 and (stage not in ("won", "lost") or next_step is null)')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.filter-row').length === 3)
    await person.shoot('2-groups')
  }

  const name = say('我的大单', 'My large deals')
  await page.getByRole('button', { name: say('保存视图', 'Save view') }).click()
  await page.fill('#view-name', name)
  await page.keyboard.press('Enter')
  const view = onPhone
    ? page.locator('.view-select', { hasText: name })
    : page.getByRole('tab', { name, selected: true })
  await view.waitFor()
  await page.reload()
  await view.waitFor()
  await page.waitForFunction(() => document.querySelectorAll('.grid-row, .phone-row').length === 1)
  await person.shoot('3-view')
  if (onPhone) return

  await page.locator('.grid').focus()
  const steps = await page
    .locator('.grid-row [role=gridcell]')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.id).findIndex((cell) => cell.textContent?.includes('98,765,432')),
    )
  assert.ok(steps > 0, 'the amount is a column')
  for (let at = 0; at < steps; at++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('91000000.5')
  await page.keyboard.press('Enter')
  await page.locator('.grid-row', { hasText: '91,000,000.50' }).waitFor()
  // It shows at once; then the server has it.
  await page.locator('.cell-saving').waitFor({ state: 'detached' })
  const read = await call(person, 'GET', `/api/objects/opportunity/records/${deal.body.id}?fields=amount`)
  assert.equal(Number(read.body.amount), 91000000.5)
  await page.keyboard.type('much')
  await page.keyboard.press('Enter')
  await page.locator('.cell-refused', { hasText: 'much' }).waitFor()
  await person.shoot('4-refused')
  await page.getByRole('button', { name: '放弃' }).click()
  await page.locator('.list-footer strong', { hasText: '91,000,000.50' }).waitFor()
}
