import { expect, test, vi } from 'vitest'
import { createStore } from './store'

test('who watches is told of every change, and of nothing after he has stopped', () => {
  const store = createStore(1)
  const told = vi.fn()
  const stop = store.watch(told)
  store.set(2)
  expect(store.get()).toBe(2)
  stop()
  store.set(3)
  expect(told).toHaveBeenCalledTimes(1)
})

test('what is the same as before tells nobody', () => {
  const store = createStore('a')
  const told = vi.fn()
  store.watch(told)
  store.set('a')
  expect(told).not.toHaveBeenCalled()
})
