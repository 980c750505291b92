// A file in the reader's language comes in through the wizard: a name spelt otherwise is read as meant, a bad row is
// refused with its reason, and the whole is taken back.
import assert from 'node:assert/strict'
import { base, call, demo, desktop, signIn } from '../browser.mjs'

export const sentence = 'I bring in a file on a Friday, see what is wrong with it, and can take it back'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'light', size: desktop },
]

const count = async (person, where) => {
  const body = { object: 'opportunity', where, groupBy: [], measures: { n: 'count()' } }
  return Number((await call(person, 'POST', '/api/query', body)).body.rows[0][0])
}

export async function walk(person) {
  const { page, say } = person
  await signIn(person, demo.administrator)
  const mark = `Friday ${Date.now()}`
  const { body } = await call(person, 'GET', '/api/objects/account/records?limit=1&fields=name&order=name')
  const account = body.records[0].name
  const misspelt = account.slice(0, -1) + (account.endsWith('X') ? 'Y' : 'X')
  const header = say('商机名称,客户,阶段,成交金额', 'Name,Account,Stage,Close value')
  const stage = say('需求沟通', 'Engaging')
  const rows = [
    `${mark} a,${account},${stage},1000.50`,
    `${mark} b,${misspelt},${stage},2000`,
    `${mark} c,${account},${stage},${say('很多', 'plenty')}`,
  ]

  await page.goto(`${base}/imports`)
  await page
    .getByRole('link', { name: say('新的导入', 'New import') })
    .first()
    .click()
  await page.setInputFiles('input[type=file]', {
    name: `${mark}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...rows].join('\r\n') + '\r\n'),
  })
  await page.getByLabel(say('每一行是什么', 'What each row is')).fill(say('商机', 'Opportunities'))
  await page.keyboard.press('Enter')
  await person.shoot('import-1-file')
  await page.getByRole('button', { name: say('读取文件', 'Read the file') }).click()
  await page.locator('.mapping-row').nth(3).waitFor()
  assert.equal(await page.locator('.mapping-row').count(), 4)
  await person.shoot('import-2-mapping')
  await page.getByRole('button', { name: say('检查一遍', 'Check it') }).click()

  await page.locator('.near-row', { hasText: misspelt }).first().waitFor()
  await person.shoot('import-3-check')
  await page.locator('.near-row', { hasText: misspelt }).getByRole('button').click()
  const begin = page.getByRole('button', { name: say('导入 2 条商机', 'Import 2 Opportunities') })
  await begin.waitFor()
  await page.locator('.reason').first().waitFor()
  assert.equal(await count(person, `startsWith(name, "${mark}")`), 0, 'a look writes nothing')
  await begin.click()

  await page.getByText(say('已完成', 'done')).first().waitFor()
  await person.shoot('import-4-done')
  assert.equal(await count(person, `startsWith(name, "${mark}")`), 2)
  await page.getByRole('button', { name: say('撤回', 'Take back') }).click()
  await page.locator('.ant-modal-confirm .ant-btn-primary').click()
  await page.getByText(say('已撤回', 'taken back')).first().waitFor()
  assert.equal(await count(person, `startsWith(name, "${mark}")`), 0, 'it is taken back')
}
