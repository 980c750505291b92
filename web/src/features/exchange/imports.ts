import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { useCallback, useState } from 'react'
import { get, send } from '../../lib/http'
import { parseJson } from '../../lib/json'
import { Problem } from '../../lib/problem'
import { reasonsOf } from './reasons'

export type Status = 'queued' | 'running' | 'done' | 'failed' | 'undoing' | 'undone'

/** An import as the API shows it; see `GET /api/imports/{id}`. */
export interface Import {
  id: string
  object: string
  mode: Mode
  dryRun: boolean
  file: string
  status: Status
  phase: 'checking' | 'writing' | 'linking'
  total: number | null
  read: number
  created: number
  updated: number
  refused: number
  notes: Said[]
  faults: Said[]
  missing: Missing[]
  createdAt: string
}

export interface Said {
  path: string
  code: string
  message: string
}

/** A key that names no record, and the nearest one that does. */
export interface Missing {
  field: string
  value: string
  suggestion: string | null
  rows: number
}

export type Mode = 'insert' | 'update' | 'upsert'

/** How a file is to be read and written; null = found out by the server. */
export interface Wish {
  object: string
  sheet: string | null
  separator: string | null
  charset: string | null
  mode: Mode
  match: string[]
  stopOnFault: boolean
  /** Column → field, or null to leave it out; null as a whole: guessed. */
  mapping: Record<string, ColumnMapping | null> | null
}

export interface ColumnMapping {
  field: string
  values?: Record<string, string>
  expression?: string
  by?: string
}

/** What the server understood of a file. */
export interface Understood {
  id: string
  columns: string[]
  fields: Record<string, string[]>
  sheets: string[]
  samples: string[][]
}

export const isOver = (one: Import) => ['done', 'failed', 'undone'].includes(one.status)

export function useImports() {
  return useInfiniteQuery({
    queryKey: ['imports', 'list'],
    queryFn: () => get<{ imports: Import[] }>('/api/imports'),
    initialPageParam: null,
    getNextPageParam: () => null,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.imports.some((one) => !isOver(one))) ? 2_000 : false,
  })
}

/** One import, asked for each second until it is over. */
export function useImport(id: string | null) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    enabled: id !== null,
    queryFn: () => get<Import>(`/api/imports/${id}`),
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 800),
  })
}

function form(file: File, wish: Wish, dryRun: boolean): FormData {
  const data = new FormData()
  data.set('object', wish.object)
  data.set('mode', wish.mode)
  data.set('dryRun', String(dryRun))
  data.set('onFault', wish.stopOnFault ? 'stop' : 'skip')
  if (wish.match.length > 0) data.set('match', wish.match.join(','))
  if (wish.sheet) data.set('sheet', wish.sheet)
  if (wish.separator) data.set('separator', wish.separator)
  if (wish.charset) data.set('charset', wish.charset)
  if (wish.mapping) data.set('mapping', JSON.stringify({ ...wish.mapping, '*': null }))
  data.set('file', file)
  return data
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

/** Sends a file; fetch cannot tell how much of a body has gone, so this is the older way. */
function upload(data: FormData, onShare: (share: number) => void, signal: AbortSignal): Promise<Understood> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports')
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', i18next.language)
    request.setRequestHeader('X-XSRF-TOKEN', cookie('XSRF-TOKEN'))
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const body = read(request.responseText)
      if (request.status < 300) resolve(body as unknown as Understood)
      else reject(new Problem(request.status, body))
    })
    request.addEventListener('error', () => reject(new Problem(0, { code: 'web.unreachable' })))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(data)
  })
}

function read(text: string): Record<string, unknown> {
  try {
    return parseJson(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Sends a file with a wish: to look at it (a dry run), or to import it. */
export function useUpload() {
  const client = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [abort, setAbort] = useState<AbortController | null>(null)
  const run = useCallback(
    async (file: File, wish: Wish, dryRun: boolean): Promise<Understood | null> => {
      const controller = new AbortController()
      setAbort(controller)
      setProblem(null)
      setShare(0)
      try {
        const answer = await upload(form(file, wish, dryRun), setShare, controller.signal)
        void client.invalidateQueries({ queryKey: ['imports', 'list'] })
        return answer
      } catch (failure) {
        if (failure instanceof Problem) setProblem(failure)
        return null
      } finally {
        setShare(null)
        setAbort(null)
      }
    },
    [client],
  )
  return { run, share, problem, cancel: () => abort?.abort() }
}

/** Calls an import off while it runs, or takes back what it wrote. */
export function useCallOff(id: string) {
  const client = useQueryClient()
  return async () => {
    await send('DELETE', `/api/imports/${id}`)
    void client.invalidateQueries({ queryKey: ['imports'] })
    void client.invalidateQueries({ queryKey: ['records'] })
  }
}

/** Why rows were refused, the most frequent reason first, from the first thousand refused rows. */
export function useReasons(id: string | null, refused: number) {
  return useQuery({
    queryKey: ['imports', 'reasons', id],
    enabled: id !== null && refused > 0,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/imports/${id}/refused`, {
        signal,
        headers: { 'Accept-Language': i18next.language },
      })
      return reasonsOf(await answer.text())
    },
  })
}
