import { useQueryClient } from '@tanstack/react-query'
import { Popover } from 'antd'
import { ListChecks } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offerUndo } from '../../../kit/undo'
import { type BulkJob, forget, isOpen, undoBulk, useBulkJobs } from './jobs'
import { JobRow } from './JobRow'
import { RefusedDialog } from './RefusedDialog'
import { useBulkWords } from './words'
import './bulk.css'

const SHOWN = 6

/** Bulk work of the reader, wherever he is: how far it has come, and the way back. It is there while there is some. */
export function JobTray() {
  const { t } = useTranslation()
  const jobs = useBulkJobs()
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<BulkJob | null>(null)
  useAnnouncements(jobs)
  const recent = jobs.slice(0, SHOWN)
  if (recent.length === 0) return null
  const running = recent.filter(isOpen)
  const share = running.reduce((sum, job) => sum + portion(job), 0) / Math.max(1, running.length)
  const label =
    running.length > 0 ? t('bulk.tray.running', { percent: Math.round(share * 100) }) : t('bulk.tray.title')
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        arrow={false}
        content={
          <ul className="job-list" aria-label={t('bulk.tray.title')}>
            {recent.map((job) => (
              <JobRow key={job.id} job={job} onRefused={() => setRefused(job)} />
            ))}
          </ul>
        }
      >
        <button type="button" className="icon-button job-tray" aria-label={label} aria-expanded={open}>
          <ListChecks size={16} aria-hidden="true" />
          {running.length > 0 ? (
            <span className="job-tray-bar" aria-hidden="true">
              <span style={{ width: `${Math.max(8, share * 100)}%` }} />
            </span>
          ) : null}
        </button>
      </Popover>
      {refused ? <RefusedDialog job={refused} onClose={() => setRefused(null)} /> : null}
    </>
  )
}

export function portion(job: BulkJob): number {
  const moved = job.state === 'undoing' ? job.restored + job.left : job.done + job.refused
  const all = job.state === 'undoing' ? job.done : job.total
  return all === 0 ? 0 : Math.min(1, moved / all)
}

/** Says once of each job that ended under the reader's eyes what it did, and offers the way back. */
function useAnnouncements(jobs: BulkJob[]): void {
  const client = useQueryClient()
  const words = useBulkWords()
  const before = useRef<Map<string, BulkJob['state']> | null>(null)
  useEffect(() => {
    const known = before.current
    before.current = new Map(jobs.map((job) => [job.id, job.state]))
    for (const job of jobs) {
      const was = known?.get(job.id)
      const fresh = was === undefined && Date.parse(job.createdAt) > Date.now() - 10_000
      const ended = fresh || was === 'queued' || was === 'running'
      if (!ended || (job.state !== 'done' && job.state !== 'failed')) continue
      forget(client, job.object)
      if (job.done > 0) {
        offerUndo(words.job(job), async () => words.undone(await undoBulk(client, job.id)))
      }
    }
  })
}
