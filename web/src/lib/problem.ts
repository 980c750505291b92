/** One thing wrong with what was sent; `path` names the place, `message` is in the reader's language. */
export interface Fault {
  path: string
  code: string
  message: string
}

/** Why a request was not answered as asked (RFC 9457), or why no answer came at all (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly details: string | null
  readonly hint: string | null
  readonly faults: Fault[]
  /** All that the server said, for problems that carry more (a conflict tells what changed). */
  readonly body: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>) {
    super(text(body.message) ?? text(body.detail) ?? text(body.title) ?? String(status))
    this.status = status
    this.code = text(body.code) ?? `http.${status}`
    this.details = text(body.details) ?? null
    this.hint = text(body.hint) ?? null
    this.faults = Array.isArray(body.faults) ? (body.faults as Fault[]) : []
    this.body = body
  }

  /** The message for one field, wherever in a path the server put its name. */
  faultOf(field: string): string | undefined {
    const at = (path: string) => path === field || path.endsWith('.' + field) || path.endsWith(']' + field)
    return this.faults.find((fault) => at(fault.path))?.message
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
