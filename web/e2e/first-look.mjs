// A first look, as one person has it: found a workspace, find a deal in the list, open it, move it on, see that the
// history tells it, then open a scorecard and ask where a figure comes from. In a real browser on a real server.
//   FLYWHEEL_URL   the server (default http://localhost:8080)
//   CHROMIUM       the browser (default /usr/bin/chromium)
//   SCREENSHOTS    a folder for pictures, none if not set
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const base = process.env.FLYWHEEL_URL ?? 'http://localhost:8080'
const pictures = process.env.SCREENSHOTS
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
const words = {
  'zh-CN': {
    newDeal: '新建商机',
    name: '商机名称',
    amount: '成交金额',
    save: '保存',
    edit: '编辑',
    saveChange: '保存修改',
    history: '变更记录',
    changed: '修改了',
    condition: '筛选条件',
    explain: '怎么算的',
    rule: '计分规则',
    scorecards: '评分卡',
  },
  en: {
    newDeal: 'New opportunity',
    name: 'Name',
    amount: 'Close value',
    save: 'Save',
    edit: 'Edit',
    saveChange: 'Save changes',
    history: 'History',
    changed: 'changed',
    condition: 'Condition',
    explain: 'Explain',
    rule: 'Scoring rule',
    scorecards: 'Scorecards',
  },
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [...flags, ...quiet],
})

async function journey(language, theme, size) {
  const say = words[language]
  const context = await browser.newContext({ viewport: size, locale: language, colorScheme: theme })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const broken = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    // A refusal is an answer, which the browser reports as well; a violated policy or a failed script is a fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      broken.push(message.text())
  })
  const shoot = async (name) => {
    if (!pictures) return
    await page.screenshot({ path: join(pictures, `${name}.${language}.${theme}.${size.width}.png`) })
  }

  await page.goto(`${base}/sign-up`)
  await page.fill('#name', language === 'en' ? 'First look' : '先看看')
  await page.fill('#email', `look-${Date.now()}@example.com`)
  await page.fill('#password', 'long-enough-for-a-look')
  await shoot('1-sign-up')
  await page.click('button[type=submit]')
  await page.waitForURL(/\/o\//, { timeout: 120_000 })

  await page.goto(`${base}/o/opportunity/new`)
  await page.fill('#field-name', '华铸重工 · 三厂设备联网二期')
  await page.fill('#field-amount', '12345678901234567.89')
  await page.click(`button:has-text("${say.save}")`)
  await page.waitForURL(/\/o\/opportunity\/[0-9a-f-]{36}/)
  const record = page.url()
  await page.getByText('12,345,678,901,234,567.89').first().waitFor()

  await page.goto(`${base}/o/opportunity`)
  await page.getByRole('textbox', { name: say.condition }).fill('amount > 1000 and contains(name, "三厂")')
  await page.keyboard.press('Enter')
  const rows = page.locator('.grid-row, .phone-row')
  // The deal is the largest of the sample data, so it stands in the list before the condition counts as well.
  await page.waitForFunction(() => document.querySelectorAll('.grid-row, .phone-row').length === 1)
  assert.match(await rows.first().innerText(), /三厂设备联网/, 'the condition leaves the one deal')
  await shoot('2-list')
  await page.getByRole('textbox', { name: say.condition }).fill('amont > 1000')
  await page.keyboard.press('Enter')
  await page.locator('.filter-fault').first().waitFor()
  await shoot('3-list-fault')

  await page.goto(record)
  await page.locator('.stage-path button', { hasText: language === 'en' ? 'Proposal' : '方案报价' }).click()
  await page
    .locator('.stage-path [aria-current=step]', { hasText: language === 'en' ? 'Proposal' : '方案报价' })
    .waitFor()
  await page.click(`button:has-text("${say.edit}")`)
  await page.fill('#field-next_step', '周三 10:00 现场技术验证')
  await page.click(`button:has-text("${say.saveChange}")`)
  await page.locator('button', { hasText: say.edit }).first().waitFor()
  if (size.width < 768) await page.getByRole('tab', { name: say.history }).click()
  await page.locator('.timeline-entry', { hasText: say.changed }).first().waitFor()
  await page.locator('.change', { hasText: '周三 10:00' }).first().waitFor()
  await shoot('4-record')

  await page.goto(`${base}/performance/scorecards`)
  await page.locator('.table .link-button').first().click()
  await page.locator('.score-table').waitFor()
  await page.locator('.score-table .icon-button').first().click()
  await page.getByText(say.rule).waitFor()
  await page.waitForLoadState('networkidle')
  await shoot('5-explain')

  assert.deepEqual(broken, [], 'nothing breaks on the way')
  await context.close()
}

try {
  await journey('zh-CN', 'light', { width: 1440, height: 900 })
  await journey('en', 'dark', { width: 1440, height: 900 })
  await journey('zh-CN', 'dark', { width: 390, height: 844 })
  process.stdout.write(
    'first look: sign up, list, filter, record, change, history, explain – well in three journeys\n',
  )
} finally {
  await browser.close()
}
