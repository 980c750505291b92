// Change a field of several deals at once, see it, take it back, see it back; delete some, find them in the recycle bin,
// bring them back. On a phone: one record, the bin, and back.
import assert from 'node:assert/strict'
import { base, call, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I mend a mistake'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: desktop },
  { language: 'zh-CN', theme: 'light', size: phone },
]

const NAMES = ['Mistake one', 'Mistake two', 'Mistake three']

export async function walk(person) {
  const { say } = person
  await found(person, say('改错', 'Mending'))
  const ids = []
  for (const name of NAMES) {
    const made = await call(person, 'POST', '/api/objects/opportunity/records', {
      name,
      amount: 1000,
      next_step: 'Before',
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    ids.push(made.body.id)
  }
  if (!person.onPhone) await changeAndUndo(person)
  await deleteAndRestore(person, ids)
}

async function openList(person) {
  const where = encodeURIComponent('startsWith(name, "Mistake")')
  await person.page.goto(`${base}/o/opportunity?where=${where}&columns=name,amount,stage,next_step,owner`)
  await person.page.waitForFunction(
    (count) => document.querySelectorAll('.grid-row, .phone-row').length === count,
    NAMES.length,
  )
}

async function chooseAll({ page }) {
  await page.locator('.grid-head').getByRole('checkbox').click()
  await page.locator('.bulk-bar').waitFor()
}

async function changeAndUndo(person) {
  const { page, say } = person
  await openList(person)
  await chooseAll(person)
  await person.shoot('mend-1-bar')
  await page.click(`.bulk-bar button:has-text("${say('改字段', 'Edit field')}")`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(say('下一步', 'Next step'))
  await page.keyboard.press('Enter')
  await dialog.locator('#bulk-next_step').fill('A mistake')
  await person.shoot('mend-2-dialog')
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
  await page.locator('.undo-toast', { hasText: 'A mistake' }).waitFor()
  await page.waitForFunction(
    (count) =>
      [...document.querySelectorAll('.grid-row')].filter((row) => row.textContent.includes('A mistake'))
        .length === count,
    NAMES.length,
  )
  await person.shoot('mend-3-done')
  await page.click('.undo-toast .undo-button')
  await page.waitForFunction(
    (count) =>
      [...document.querySelectorAll('.grid-row')].filter((row) => row.textContent.includes('Before'))
        .length === count,
    NAMES.length,
  )
  await page.locator('.undo-undone').waitFor()
  await person.shoot('mend-4-undone')
}

async function deleteAndRestore(person, ids) {
  const { page, say } = person
  if (person.onPhone) {
    for (const id of ids) {
      const gone = await call(person, 'DELETE', `/api/objects/opportunity/records/${id}`)
      assert.ok([204, 403].includes(gone.status))
    }
  } else {
    await openList(person)
    await chooseAll(person)
    await page.click(`.bulk-bar button:has-text("${say('删除', 'Delete')}")`)
    await person.shoot('mend-5-delete')
    await page.getByRole('dialog').locator('.ant-modal-footer .ant-btn-primary').click()
    await page.locator('.undo-toast').first().waitFor()
    await page.waitForFunction(() => document.querySelectorAll('.grid-row').length === 0)
  }
  await page.goto(`${base}/bin/opportunity`)
  const rows = page.locator('.table tbody tr, .bin-row')
  await rows.first().waitFor()
  assert.equal(await rows.count(), NAMES.length, 'the bin holds what was deleted')
  await person.shoot('mend-6-bin')
  if (person.onPhone) for (const row of await rows.all()) await row.getByRole('checkbox').click()
  else await page.getByRole('checkbox', { name: say('选择全部', 'Choose all') }).click()
  await page.click(`.bin-tools button`)
  await page.getByText(say('的回收站是空的', 'the recycle bin is empty')).waitFor()
  await person.shoot('mend-7-empty')
  await openList(person)
}
