import { expect, test } from 'vitest'
import { contactPlace, contactValues } from './contacts'
import { readObject } from './documents'

const NOW = new Date(2026, 10, 25, 9, 30)

const visits = readObject('visit_note', {
  label: { zh: '拜访', en: 'Visit' },
  roles: { title: 'subject' },
  fields: {
    subject: { type: 'text', label: { zh: '主题', en: 'Subject' } },
    kind: { type: 'choice', label: { zh: '类型', en: 'Kind' }, options: {} },
    day: { type: 'date', label: { zh: '日期', en: 'Day' } },
    state: { type: 'choice', label: { zh: '状态', en: 'State' }, options: {} },
    said: { type: 'longText', label: { zh: '内容', en: 'Said' } },
    customer: { type: 'reference', object: 'customer', label: { zh: '客户', en: 'Customer' } },
  },
  facilities: {
    activities: {
      kind: 'kind',
      at: 'day',
      state: 'state',
      done: 'done',
      note: 'said',
      member: 'owner',
      about: ['customer'],
    },
  },
})

test('contacts are kept where an object says so and may name the record', () => {
  expect(contactPlace([visits], 'customer')?.about.name).toBe('customer')
  expect(contactPlace([visits], 'supplier')).toBeNull()
})

test('the first line is the title, and the note holds all only if there is more', () => {
  const place = contactPlace([visits], 'customer')
  if (!place) throw new Error('no place')
  const one = contactValues(
    place,
    { customer: '7' },
    { kind: 'call', text: 'Short', next: null },
    'Call',
    NOW,
  )
  expect(one).toEqual({ subject: 'Short', kind: 'call', day: '2026-11-25', state: 'done', customer: '7' })
  const two = contactValues(
    place,
    { customer: '7' },
    { kind: 'call', text: 'Short\nand more', next: null },
    'Call',
    NOW,
  )
  expect(two.said).toBe('Short\nand more')
  expect(two.subject).toBe('Short')
})

test('a contact without words is called by its kind', () => {
  const place = contactPlace([visits], 'customer')
  if (!place) throw new Error('no place')
  expect(
    contactValues(place, { customer: '7' }, { kind: 'call', text: '', next: null }, '电话', NOW).subject,
  ).toBe('电话')
})
