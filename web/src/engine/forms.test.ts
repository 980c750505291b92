import { expect, test } from 'vitest'
import { readObject } from './documents'
import { groupsOf, readForm } from './forms'

const object = readObject('deal', {
  label: 'Deal',
  fields: {
    name: { type: 'text', label: 'Name' },
    price: { type: 'money', label: 'Price' },
    lines: { type: 'lines', object: 'line', via: 'deal', label: 'Lines' },
    added: { type: 'text', label: 'Added later' },
  },
})

const names = (form: Parameters<typeof groupsOf>[1]) =>
  groupsOf(object, form).map((group) => group.fields.map((field) => field.name))

test('shows every field where nothing says how', () => {
  expect(names(null)).toEqual([['name', 'price', 'added']])
})

test('keeps the order of the sections and puts what none names after them', () => {
  const form = readForm('deal', {
    object: 'deal',
    sections: [{ fields: ['price', 'lines'] }, { fields: ['name'] }],
  })
  expect(names(form)).toEqual([['price', 'lines'], ['name'], ['added']])
})

test('leaves out what the reader may not see', () => {
  const form = readForm('deal', {
    object: 'deal',
    sections: [{ fields: ['secret', 'name', 'price', 'added'] }],
  })
  expect(names(form)).toEqual([['name', 'price', 'added']])
})
