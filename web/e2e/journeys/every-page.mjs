// Every main page, as people with a reader, a keyboard or weak eyes meet it: nothing serious for axe-core, and nothing
// that jumps after it was drawn.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { desktop, personIn, phone, signIn } from '../browser.mjs'
import { open, pages } from '../pages.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Layout shift of one page beyond which browsers call it poor; what arrives late depends on how busy the machine is. */
const MOST = 0.25

export const sentence = 'I can read and reach everything, and nothing jumps'
export const people = [
  { language: 'zh-CN', theme: 'light', size: desktop },
  { language: 'en', theme: 'dark', size: desktop },
  { language: 'en', theme: 'light', size: phone },
  { language: 'zh-CN', theme: 'dark', size: phone },
]

/** Adds up what moves without anybody having touched anything. */
function watchShifts() {
  globalThis.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        globalThis.shifts.push({
          value: entry.value,
          what: entry.sources.map((source) => source.node?.outerHTML?.slice(0, 160) ?? source.node?.nodeName),
        })
  }).observe({ type: 'layout-shift', buffered: true })
}

async function look(person, page) {
  await open(person, page)
  await person.page.evaluate(axe)
  const { violations } = await person.page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  )
  const serious = violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map(
      (one) => `${page.name}: ${one.help} – ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
    )
  const shifts = await person.page.evaluate(() => globalThis.shifts)
  const sum = shifts.reduce((all, shift) => all + shift.value, 0)
  const jumps =
    sum <= MOST
      ? []
      : shifts.map((shift) => `${page.name}: ${shift.value.toFixed(4)} – ${shift.what.join(' | ')}`)
  return [...serious, ...jumps]
}

export async function walk(person) {
  const faults = []
  for (const email of new Set(pages.map((page) => page.who))) {
    const one = await personIn(person.browser, { ...person.as })
    await one.page.addInitScript(watchShifts)
    await signIn(one, email)
    for (const page of pages.filter((each) => each.who === email)) faults.push(...(await look(one, page)))
    await one.end()
  }
  assert.equal(faults.length, 0, '\n' + faults.join('\n'))
}
