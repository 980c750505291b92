import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { board, documents, members, type Row, sheet, tables } from './world'

/** A server that answers just enough of the API to build the face without the product; never shipped. */
export function fixtureServer(): Plugin {
  return {
    name: 'fixture-server',
    configureServer(server) {
      server.middlewares.use('/api', (request, response) => void answer(request, response))
    },
  }
}

let signedIn = true
const history: Record<string, unknown[]> = {}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json')
  // Decimals as JSON numbers with all their digits, as the product sends them.
  response.end(JSON.stringify(body).replace(/"(-?\d+\.\d+)"/g, '$1'))
}

const ME = {
  member: { id: 'm0', name: '林晓雯' },
  workspace: { id: 'w', name: '华东直销', zone: 'Asia/Shanghai', fiscalYearStart: 1 },
  account: { email: 'lin@example.com' },
  language: 'zh-CN',
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fixture')
  const parts = url.pathname.split('/').filter(Boolean)
  const body = await bodyOf(request)
  if (parts[0] === 'session') {
    signedIn = request.method !== 'DELETE'
    return say(response, 200, ME)
  }
  if (parts[0] === 'workspaces') return say(response, 201, { workspace: ME.workspace, member: ME.member })
  if (!signedIn) return say(response, 401, { code: 'http.nobody', message: '先登录' })
  if (parts[0] === 'me') return say(response, 200, ME)
  if (parts[0] === 'definitions') return say(response, 200, { definitions: documents(parts[1] ?? '') })
  if (parts[0] === 'objects' && parts[2] === 'records') return records(request, response, url, parts, body)
  return figures(response, parts, body)
}

function figures(response: ServerResponse, parts: string[], body: Record<string, unknown>): void {
  if (parts[0] === 'query') {
    const rows = tables[String(body.object)] ?? []
    return say(response, 200, { columns: [], rows: [[rows.length, '84500000.00']] })
  }
  if (parts[0] === 'scorecards') {
    return say(response, 200, parts[3] ? sheet(parts[3]) : board())
  }
  if (parts[0] === 'search') return say(response, 200, { records: [] })
  if (parts[0] === 'metrics' && parts[2] === 'records') {
    return say(response, 200, {
      object: 'opportunity',
      fields: [],
      records: tables.opportunity?.slice(0, 8),
      shown: 15,
      of: 17,
    })
  }
  if (parts[0] === 'metrics') {
    const rows = members.map((key, index) => ({
      key,
      depth: 0,
      figure: {
        value: `${(9 - index) * 480000}.00`,
        records: 9,
        few: index === 7,
        target: '4000000.00',
        attainment: `0.${90 - index * 7}`,
      },
    }))
    return say(response, 200, { rows, total: null, at: '2026-11-23T09:00:00Z' })
  }
  return say(response, 404, { code: 'http.no-such-path', message: '没有这个地址' })
}

function records(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  parts: string[],
  body: Record<string, unknown>,
): void {
  const table = (tables[parts[1] ?? ''] ??= [])
  const row = table.find((one) => one.id === parts[3])
  if (parts[4] === 'history') {
    return say(response, 200, { entries: history[parts[3] ?? ''] ?? [], next: null })
  }
  if (!parts[3]) {
    return request.method === 'POST' ? create(response, table, body) : page(response, table, url)
  }
  if (!row) return say(response, 404, { code: 'record.none', message: '没有这条记录' })
  if (request.method === 'PATCH') return change(request, response, row, body)
  if (request.method === 'DELETE') table.splice(table.indexOf(row), 1)
  return say(response, 200, row)
}

function create(response: ServerResponse, table: Row[], body: Record<string, unknown>): void {
  if (!body.name) {
    const faults = [{ path: 'name', code: 'record.required', message: '填写名称：名称不能为空' }]
    return say(response, 422, { code: 'kernel.invalid', message: '有 1 处要改', faults })
  }
  const made = { id: `n${table.length}`, version: 1, ...body }
  table.unshift(made)
  return say(response, 201, { id: made.id, version: 1 })
}

function page(response: ServerResponse, table: Row[], url: URL): void {
  const where = url.searchParams.get('where') ?? ''
  if (where.includes('??')) {
    const faults = [
      { path: 'where', code: 'formula.unexpected', message: '第 8 个字符起读不懂：写成 字段 = 值' },
    ]
    return say(response, 422, { code: 'kernel.invalid', message: '条件读不懂', faults })
  }
  const stage = /stage = "(\w+)"/.exec(where)?.[1]
  const text = /contains\([\w.]+, "(.+?)"\)/.exec(where)?.[1]
  const found = table.filter(
    (row) =>
      (!stage || row.stage === stage) &&
      (!text || String(row.name).includes(text)) &&
      !where.includes('nothing'),
  )
  const after = Number(url.searchParams.get('after') ?? 0)
  const limit = Number(url.searchParams.get('limit') ?? 50)
  const next = after + limit < found.length ? String(after + limit) : null
  return say(response, 200, { records: found.slice(after, after + limit), next })
}

function change(
  request: IncomingMessage,
  response: ServerResponse,
  row: Row,
  body: Record<string, unknown>,
): void {
  const seen = request.headers['if-match']
  if (seen && seen !== `"${row.version}"`) {
    return say(response, 409, { code: 'record.stale', message: '有人先改了' })
  }
  const changes = Object.entries(body).map(([field, value]) => ({
    field,
    old: row[field] ?? null,
    new: value,
  }))
  Object.assign(row, body, { version: row.version + 1, updated_at: new Date().toISOString() })
  ;(history[row.id] ??= []).unshift({
    at: row.updated_at,
    actor: members[0],
    operation: 'change',
    version: row.version,
    changes,
  })
  return say(response, 200, { id: row.id, version: row.version })
}
