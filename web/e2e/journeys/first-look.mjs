// Found a workspace, find a deal in the list, open it, move it on, see that the history tells it, then open a scorecard
// and ask where a figure comes from.
import assert from 'node:assert/strict'
import { base, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I take a first look'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: desktop },
  { language: 'zh-CN', theme: 'dark', size: phone },
]

export async function walk(person) {
  const { page, say } = person
  await found(person)

  await page.goto(`${base}/o/opportunity/new`)
  await page.fill('#field-name', '华铸重工 · 三厂设备联网二期')
  await page.fill('#field-amount', '12345678901234567.89')
  await page.click(`button:has-text("${say('保存', 'Save')}")`)
  await page.waitForURL(/\/o\/opportunity\/[0-9a-f-]{36}/)
  const record = page.url()
  const tab = (zh, en) => page.getByRole('tab', { name: say(zh, en), exact: true }).click()
  await tab('详情', 'Details')
  await page.getByText('12,345,678,901,234,567.89').first().waitFor()

  await page.goto(`${base}/o/opportunity`)
  if (person.onPhone) await page.getByRole('button', { name: say('筛选', 'Filter') }).click()
  await page
    .getByRole('textbox', { name: say('筛选条件', 'Condition') })
    .fill('amount > 1000 and contains(name, "三厂")')
  await page.keyboard.press('Enter')
  const rows = page.locator('.grid-row, .phone-row')
  // The deal is the largest of the sample data, so it stands in the list before the condition counts as well.
  await page.waitForFunction(() => document.querySelectorAll('.grid-row, .phone-row').length === 1)
  assert.match(await rows.first().innerText(), /三厂设备联网/, 'the condition leaves the one deal')
  await person.shoot('2-list')
  await page.getByRole('textbox', { name: say('筛选条件', 'Condition') }).fill('amont > 1000')
  await page.keyboard.press('Enter')
  await page.locator('.filter-fault').first().waitFor()
  await person.shoot('3-list-fault')

  await page.goto(record)
  await page.locator('.stage-path button', { hasText: say('方案报价', 'Proposal') }).click()
  await page.locator('.stage-path [aria-current=step]', { hasText: say('方案报价', 'Proposal') }).waitFor()
  await page.click(`button:has-text("${say('编辑', 'Edit')}")`)
  await page.fill('#field-next_step', '周三 10:00 现场技术验证')
  await page.click(`button:has-text("${say('保存修改', 'Save changes')}")`)
  await page
    .locator('button', { hasText: say('编辑', 'Edit') })
    .first()
    .waitFor()
  await tab('变更记录', 'History')
  await page
    .locator('.timeline-entry', { hasText: say('修改了', 'changed') })
    .first()
    .waitFor()
  await page.locator('.timeline .change', { hasText: '周三 10:00' }).first().waitFor()
  await person.shoot('4-record')

  await page.goto(`${base}/performance/scorecards`)
  await page.locator('.table .link-button').first().click()
  await page.locator('.score-table, .score-rows').waitFor()
  await page.locator('.score-table .icon-button, .score-row').first().click()
  await page.getByText(say('计分规则', 'Scoring rule')).waitFor()
  await page.waitForLoadState('networkidle')
  await person.shoot('5-explain')
}
