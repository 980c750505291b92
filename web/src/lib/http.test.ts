import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { send, whenSignedOut } from './http'

const answers: [number, string][] = []
const asked: string[] = []

beforeEach(() => {
  answers.length = 0
  asked.length = 0
  vi.stubGlobal('document', { cookie: '' })
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    asked.push([method, url, body].filter(Boolean).join(' '))
    const [status, text] = answers.shift() ?? [500, '{}']
    return Promise.resolve(new Response(text, { status }))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  whenSignedOut(() => Promise.resolve(false))
})

describe('a request whose session has ended', () => {
  it('is sent once more, whole, after a new sign-in', async () => {
    answers.push([401, '{}'], [201, '{"id":"1"}'])
    whenSignedOut(() => Promise.resolve(true))
    expect((await send('POST', '/api/records', { body: { name: 'typed' } })).data).toEqual({ id: '1' })
    expect(asked).toEqual(['POST /api/records {"name":"typed"}', 'POST /api/records {"name":"typed"}'])
  })
  it('fails if nobody signs in, or if it is refused again', async () => {
    answers.push([401, '{}'])
    await expect(send('GET', '/api/me')).rejects.toMatchObject({ status: 401 })
    expect(asked).toHaveLength(1)
    answers.push([401, '{}'], [401, '{}'])
    whenSignedOut(() => Promise.resolve(true))
    await expect(send('GET', '/api/me')).rejects.toMatchObject({ status: 401 })
    expect(asked).toHaveLength(3)
  })
  it('asks nobody to sign in because a sign-in was refused', async () => {
    answers.push([401, '{}'])
    const listener = vi.fn(() => Promise.resolve(true))
    whenSignedOut(listener)
    await expect(send('POST', '/api/session', { body: {} })).rejects.toMatchObject({ status: 401 })
    expect(listener).not.toHaveBeenCalled()
  })
})
