import { parseJson } from './json'
import { plainHeaders, refused } from './http'
import { Problem } from './problem'

interface Sending {
  /** Bytes that are on their way, and of how many. */
  onProgress: (sent: number, all: number) => void
  signal: AbortSignal
}

/**
 * Sends a file, as it is or within a form, and tells how far it has come: what `fetch` cannot.
 *
 * @throws Problem for any answer that is not 2xx, and with status 0 when none came; AbortError when it was called off
 */
export function upload<T>(path: string, body: File | FormData, { onProgress, signal }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', body instanceof File ? `${path}?name=${encodeURIComponent(body.name)}` : path)
    for (const [name, value] of Object.entries(plainHeaders('POST'))) request.setRequestHeader(name, value)
    // Of a form the browser names the type, with the mark between its parts.
    if (body instanceof File) request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(parseJson(request.responseText) as T)
      else reject(refused(path, request.status, request.responseText))
    })
    request.addEventListener('error', () => reject(new Problem(0, { code: 'web.unreachable' })))
    request.addEventListener('timeout', () => reject(new Problem(0, { code: 'web.unreachable' })))
    request.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
