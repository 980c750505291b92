// Home says how the team stands; from the weakest team in the ranking to its deals, from there to the scorecard of one
// who sells, to how one of its figures came about, and to a record behind it. Tiles are put in an order of one's own.
import assert from 'node:assert/strict'
import { base, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I start my Monday with the team that is behind'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: desktop },
  { language: 'zh-CN', theme: 'dark', size: phone },
]

export async function walk(person) {
  const { page, say } = person
  await found(person, person.say('周一', 'Monday'))

  await page.goto(base)
  const home = page.locator('.home-page')
  await home.locator('.headline strong').first().waitFor()
  assert.match(await home.locator('.headline').innerText(), /\d/, 'the headline has figures')
  const teams = page.getByRole('region', { name: say('团队排名', 'Teams') })
  await teams.locator('.rank-row').first().waitFor()
  await page.waitForLoadState('networkidle')
  await person.shoot('monday-1-home')
  if (!person.onPhone) await arrange(person)

  const weakest = teams.locator('.rank-row').last()
  const team = (await weakest.locator('.rank-name').innerText()).trim()
  await weakest.click()
  await page.waitForURL(/\/pipeline\?.*team=/)
  await page.locator('.funnel .funnel-step').nth(4).waitFor()
  await page.locator('.whose', { hasText: team }).waitFor()
  await page.waitForLoadState('networkidle')
  await person.shoot('monday-2-pipeline')

  await page.getByRole('link', { name: say('列表', 'List'), exact: true }).click()
  await page.waitForURL(/\/o\/\w+\?.*where=/)
  await page.locator('.grid-row, .phone-row').first().waitFor()
  await page.goBack()

  const owners = page.getByRole('region', { name: say('在途，按负责人', 'Open, by owner') })
  await owners
    .getByRole('link', { name: say('评分卡', 'Scorecard') })
    .first()
    .click()
  await page.locator('.score-table, .score-rows').waitFor()
  await page.locator('.score-table .icon-button, .score-row').first().click()
  await page.getByText(say('计分规则', 'Scoring rule')).waitFor()
  await page.waitForLoadState('networkidle')
  await person.shoot('monday-3-explain')

  await page.goto(`${base}/performance/leaderboard?order=attainment`)
  await page.locator('.place-table tbody tr, .place-row').first().waitFor()
  await page.waitForLoadState('networkidle')
  await person.shoot('monday-4-leaderboard')
  await page.goto(`${base}/performance/scorecards/sales_rep`)
  await page.locator('.heat-table .link-button').first().click()
  await page.locator('.score-table .icon-button, .score-row').first().click()
  const record = page.locator('.rows-behind tbody a').first()
  await record.click()
  await page.waitForURL(/\/o\/\w+\/[0-9a-f-]{36}/)
}

/** By keyboard alone: the first tile down, the second out of sight, and everything back as it was. */
async function arrange({ page, say }) {
  const titles = () => page.locator('.home-page .tile h2').allInnerTexts()
  const before = await titles()
  await page.getByRole('button', { name: say('排列首页', 'Arrange home') }).focus()
  await page.keyboard.press('Enter')
  const down = page.locator('.arrange-line').first().locator('.icon-button').nth(2)
  await down.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    (first) => document.querySelector('.arrange-line .ellipsis')?.textContent !== first,
    before[0],
  )
  await page.locator('.arrange-line').first().getByRole('switch').focus()
  await page.keyboard.press('Space')
  await page.locator('.arrange-line').first().locator('[aria-checked=false]').waitFor()
  assert.equal((await titles()).length, before.length - 1, 'one tile is out of sight')
  await page.getByRole('button', { name: say('恢复原样', 'Put back as it was') }).click()
  await page.waitForFunction(
    (count) => document.querySelectorAll('.home-page .tile h2').length === count,
    before.length,
  )
  assert.deepEqual(await titles(), before, 'the tiles stand as before')
  await page.keyboard.press('Escape')
  await page.locator('.arrange').waitFor({ state: 'detached' })
}
