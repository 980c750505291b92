import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { get, getBytes, send } from '../../lib/http'
import { Problem } from '../../lib/problem'
import { upload } from '../../lib/upload'
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
  return useQuery({
    queryKey: ['imports', 'list'],
    queryFn: async () => (await get<{ imports: Import[] }>('/api/imports')).imports,
    refetchInterval: (query) => (query.state.data?.some((one) => !isOver(one)) ? 2_000 : false),
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
        const answer = await upload<Understood>('/api/imports', form(file, wish, dryRun), {
          onProgress: (sent, all) => setShare(sent / all),
          signal: controller.signal,
        })
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
      const csv = await getBytes(`/api/imports/${id}/refused`, undefined, signal)
      return reasonsOf(new TextDecoder().decode(csv))
    },
  })
}
