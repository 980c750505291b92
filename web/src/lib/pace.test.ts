import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoff, throttled } from './pace'

describe('throttled', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('calls at once, then once at the end of each pace', () => {
    let calls = 0
    const pace = throttled(() => calls++, 1_500)
    pace.call()
    expect(calls).toBe(1)
    pace.call()
    pace.call()
    expect(calls).toBe(1)
    vi.advanceTimersByTime(1_499)
    expect(calls).toBe(1)
    vi.advanceTimersByTime(1)
    expect(calls).toBe(2)
    vi.advanceTimersByTime(10_000)
    expect(calls).toBe(2)
    pace.call()
    expect(calls).toBe(3)
  })

  it('calls no more once it is cancelled', () => {
    let calls = 0
    const pace = throttled(() => calls++, 1_500)
    pace.call()
    pace.call()
    pace.cancel()
    vi.advanceTimersByTime(5_000)
    expect(calls).toBe(1)
  })
})

describe('backoff', () => {
  it('doubles up to half a minute, and spreads', () => {
    expect([1, 2, 3, 9].map((failures) => backoff(failures, 0))).toEqual([1_000, 2_000, 4_000, 30_000])
    expect(backoff(1, 1)).toBe(1_500)
  })
})
