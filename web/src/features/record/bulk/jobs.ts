import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { get, send } from '../../../lib/http'
import { useJobs } from '../../../lib/live'

export type BulkAction = 'change' | 'transfer' | 'delete' | 'restore'

export interface BulkJob {
  id: string
  object: string
  action: BulkAction
  state: 'queued' | 'running' | 'done' | 'failed' | 'undoing' | 'undone'
  done: number
  total: number
  refused: number
  /** Taken back, and left as others made it since. */
  restored: number
  left: number
  values: Record<string, unknown>
  faults: { message: string }[]
  createdAt: string
  finishedAt: string | null
}

export interface BulkWish {
  action: BulkAction
  ids?: string[]
  where?: string
  expected?: number
  values?: Record<string, unknown>
}

export interface Refused {
  id: string
  title: string | null
  faults: { code: string; message: string }[]
}

export const JOBS = ['bulk']

const RECENT = 24 * 60 * 60_000

export function isOpen(job: BulkJob): boolean {
  return job.state === 'queued' || job.state === 'running' || job.state === 'undoing'
}

/** Numbers come as exact decimals; counts of records are small enough to be plain ones. */
function read(job: BulkJob): BulkJob {
  const plain = (value: unknown) => Number(String(value))
  return {
    ...job,
    done: plain(job.done),
    total: plain(job.total),
    refused: plain(job.refused),
    restored: plain(job.restored),
    left: plain(job.left),
  }
}

/** What ended long ago is history. */
function recent(jobs: BulkJob[]): BulkJob[] {
  return jobs.filter((job) => isOpen(job) || Date.parse(job.createdAt) > Date.now() - RECENT)
}

/** The reader's latest jobs, the newest first; while one is under way they are read again and again. */
export function useBulkJobs(): BulkJob[] {
  const client = useQueryClient()
  const [ready, setReady] = useState(false)
  useEffect(() => {
    // What an earlier page left running can wait until this one stands.
    const timer = setTimeout(() => setReady(true), 1_500)
    return () => clearTimeout(timer)
  }, [])
  const told = Object.values(useJobs()).filter((job) => job.kind === 'bulk')
  const news = told.map((job) => `${job.id} ${job.state}`).join()
  useEffect(() => {
    if (news !== '') void client.invalidateQueries({ queryKey: JOBS })
  }, [news, client])
  const jobs = useQuery({
    queryKey: JOBS,
    queryFn: async () => recent((await get<{ jobs: BulkJob[] }>('/api/bulk')).jobs.map(read)),
    enabled: ready,
    refetchInterval: (query) => (query.state.data?.some(isOpen) ? 1_000 : false),
    staleTime: 60_000,
  })
  return jobs.data ?? []
}

/** Puts a job that was heard of in its place among the others. */
function put(client: QueryClient, job: BulkJob): void {
  client.setQueryData<BulkJob[]>(JOBS, (before) => {
    const known = before?.some((one) => one.id === job.id) ?? false
    return known ? before?.map((one) => (one.id === job.id ? job : one)) : [job, ...(before ?? [])]
  })
}

export async function startBulk(client: QueryClient, object: string, wish: BulkWish): Promise<BulkJob> {
  const path = `/api/objects/${encodeURIComponent(object)}/bulk`
  const job = read((await send<BulkJob>('POST', path, { body: wish })).data)
  await client.cancelQueries({ queryKey: JOBS })
  put(client, job)
  return job
}

/** Stops what is under way and takes back what was done; answers when it is over. */
export async function undoBulk(client: QueryClient, id: string): Promise<BulkJob> {
  let job = read((await send<BulkJob>('DELETE', `/api/bulk/${id}`)).data)
  await client.cancelQueries({ queryKey: JOBS })
  put(client, job)
  while (isOpen(job)) {
    await new Promise((go) => setTimeout(go, 500))
    job = read(await get<BulkJob>(`/api/bulk/${id}`))
    put(client, job)
  }
  forget(client, job.object)
  return job
}

/** What is on screen of these records is old. */
export function forget(client: QueryClient, object: string): void {
  void client.invalidateQueries({ queryKey: ['records', object] })
  void client.invalidateQueries({ queryKey: ['bin', object] })
}

export function useRefused(id: string | null) {
  return useQuery({
    queryKey: ['bulk-refused', id],
    enabled: id !== null,
    queryFn: async () => {
      const answer = await get<{ count: unknown; records: Refused[] }>(`/api/bulk/${id}/refused`)
      return { count: Number(String(answer.count)), records: answer.records }
    },
  })
}
