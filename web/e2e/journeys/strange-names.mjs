// A deal whose every text is hostile or odd: too long, right to left, pictures, script. It is shown as what it is: text.
import assert from 'node:assert/strict'
import { base, call, desktop, found, phone } from '../browser.mjs'

export const sentence = 'I write what no form expects'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'light', size: phone },
]

const SCRIPT = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
const NAMES = {
  script: `"'>${SCRIPT}{{constructor.constructor('window.broken=1')()}}`,
  arabic: 'مشروع تجديد المصنع الثالث \u202Egnp.exe 2026 (עברית)',
  pictures: '👨‍👩‍👧‍👦🚀🏳️‍🌈 Z̷̢̛̝a̶̡l̵̢g̶o̴ 𠮷野家 ﷽',
  long: 'w'.repeat(200),
}

async function looksWhole({ page, size }, where) {
  const { wide, broken, marks } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    broken: window.broken,
    marks: document.querySelectorAll('main img[src="x"], main script').length,
  }))
  assert.equal(broken, undefined, `no script ran on ${where}`)
  assert.equal(marks, 0, `nothing that was typed became markup on ${where}`)
  assert.ok(wide <= size.width, `${where} is ${wide} px wide on a screen of ${size.width}`)
}

export async function walk(person) {
  const { page, say } = person
  await found(person)
  page.on('dialog', (dialog) => assert.fail(`a dialog opened: ${dialog.message()}`))

  // Too long for the field: said under the field, and nothing typed is taken away.
  await page.goto(`${base}/o/opportunity/new`)
  await page.fill('#field-name', '长'.repeat(400))
  await page.getByRole('button', { name: say('保存', 'Save'), exact: true }).click()
  await page.locator('[data-field=name] .field-fault').waitFor()
  assert.equal((await page.inputValue('#field-name')).length, 400)
  await person.shoot('too-long')

  for (const [kind, name] of Object.entries(NAMES)) {
    const made = await call(person, 'POST', '/api/objects/opportunity/records', {
      name,
      competitor: name,
      next_step: name,
      note: `${name}\n${SCRIPT.repeat(20)}`,
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    await page.goto(`${base}/o/opportunity/${made.body.id}`)
    const title = page.getByRole('heading', { level: 1 })
    await title.waitFor()
    assert.equal((await title.innerText()).trim(), name, 'the title is what was typed')
    await looksWhole(person, `the record (${kind})`)
    await person.shoot(`record-${kind}`)
    await page.getByRole('tab', { name: say('详情', 'Details') }).click()
    await page.getByRole('button', { name: say('编辑', 'Edit'), exact: true }).click()
    assert.equal(await page.inputValue('#field-competitor'), name)
    await looksWhole(person, `the form (${kind})`)
  }

  await page.goto(`${base}/o/opportunity?order=-created_at`)
  await page.locator('.grid-row, .phone-row').first().waitFor()
  await looksWhole(person, 'the list')
  await person.shoot('list')
  await page.goto(`${base}/o/opportunity/board`)
  await page.locator('main').first().waitFor()
  await looksWhole(person, 'the board')
}
