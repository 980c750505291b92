// Two Chinese characters of a customer's name, or the tail of a phone number, typed into the command bar, lead there.
import assert from 'node:assert/strict'
import { base, call, demo, desktop, phone, signIn } from '../browser.mjs'

export const sentence = 'I find anything by what I remember of it'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: desktop },
  { language: 'zh-CN', theme: 'light', size: phone },
]

async function make(person, object, values) {
  const { status, body } = await call(person, 'POST', `/api/objects/${object}/records`, values)
  assert.equal(status, 201, JSON.stringify(body))
  return body.id
}

async function look(person, words) {
  const { page, say, onPhone } = person
  if (onPhone) await page.getByRole('button', { name: say('搜索', 'Search') }).click()
  else await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('搜索', 'Search') }).fill(words)
}

export async function walk(person) {
  const { page } = person
  await signIn(person, demo.administrator)
  const tail = String(Date.now()).slice(-6)
  const account = await make(person, 'account', { name: `鲲鹏重工 ${tail}` })
  const contact = await make(person, 'contact', { name: `Tail ${tail}`, account, mobile: `139 0000 ${tail}` })

  await page.goto(base)
  await page.locator('main h1').first().waitFor()
  await look(person, '鲲鹏')
  const customer = page.getByRole('option', { name: `鲲鹏重工 ${tail}` })
  await customer.first().waitFor()
  await person.shoot('find-1')
  await customer.first().click()
  await page.waitForURL(new RegExp(account))

  await look(person, tail)
  const named = page.getByRole('option', { name: `Tail ${tail}` })
  await named.first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`${account}|${contact}`))
}
