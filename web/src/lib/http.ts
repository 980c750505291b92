import { parseJson, writeJson } from './json'
import { Problem } from './problem'
import { serverLost, serverReached } from './reach'

export interface Answer<T> {
  data: T
  etag: string | null
}

interface Request {
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  ifMatch?: string | null
  signal?: AbortSignal
  /** It is sent a second time, after a new sign-in. */
  again?: boolean
  /** Beside or in place of what every call carries. */
  headers?: Record<string, string>
}

let language = 'zh-CN'
let onSignedOut: () => Promise<boolean> = () => Promise.resolve(false)

/** Problems come back in this language. */
export function speak(tag: string): void {
  language = tag
}

/**
 * Called when an answer says that nobody is signed in any more.
 *
 * @param listener answers whether the same person has signed in again; the request is then sent once more
 */
export function whenSignedOut(listener: () => Promise<boolean>): void {
  onSignedOut = listener
}

export async function get<T>(path: string, query?: Request['query'], signal?: AbortSignal): Promise<T> {
  return (await send<T>('GET', path, { query, signal })).data
}

/** A file as it is; `range` as the header has it. @throws Problem as {@link send} */
export async function getBytes(path: string, range?: string, signal?: AbortSignal): Promise<Uint8Array> {
  const headers = { Accept: '*/*', ...(range ? { Range: range } : {}) }
  const response = await fetchOrFail('GET', path, { headers, signal })
  if (!response.ok) throw refused(path, response.status, await response.text())
  return new Uint8Array(await response.arrayBuffer())
}

/** @throws Problem for any answer that is not 2xx, and with status 0 when none came */
export async function send<T>(method: string, path: string, request: Request = {}): Promise<Answer<T>> {
  const response = await fetchOrFail(method, path + queryText(request.query), request)
  const text = await response.text()
  if (response.ok) {
    return { data: (text === '' ? null : parseJson(text)) as T, etag: response.headers.get('etag') }
  }
  const repeats = hasEnded(path, response.status) && !request.again && (await onSignedOut())
  if (repeats) return send<T>(method, path, { ...request, again: true })
  throw new Problem(response.status, problemBody(text))
}

/** What an answer that is not 2xx says, for calls that cannot be repeated; asks for a sign-in if there is need. */
export function refused(path: string, status: number, text: string): Problem {
  if (hasEnded(path, status)) void onSignedOut()
  return new Problem(status, problemBody(text))
}

/** Whether nobody is signed in any more; a sign-in that is refused says nothing of that. */
function hasEnded(path: string, status: number): boolean {
  return status === 401 && !path.startsWith('/api/session')
}

/** What every call carries: the reader's language, and the token without which nothing is changed. */
export function plainHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language }
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN')
  return headers
}

async function fetchOrFail(method: string, url: string, request: Request): Promise<Response> {
  const headers = { ...plainHeaders(method), ...request.headers }
  if (request.body !== undefined) headers['Content-Type'] = 'application/json'
  if (request.ifMatch) headers['If-Match'] = request.ifMatch
  try {
    const answer = await fetch(url, {
      method,
      headers,
      body: request.body === undefined ? undefined : writeJson(request.body),
      signal: request.signal,
      credentials: 'same-origin',
    })
    serverReached()
    return answer
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    serverLost()
    throw new Problem(0, { code: 'web.unreachable' })
  }
}

function queryText(query: Request['query']): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? '' : '?' + text
}

function problemBody(text: string): Record<string, unknown> {
  try {
    const body = parseJson(text)
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}
