import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kit/useFormat'
import { Problem } from '../../../lib/problem'
import { type BulkJob, isOpen, undoBulk } from './jobs'
import { portion } from './JobTray'
import { useBulkWords } from './words'

/** One job: what it does, how far it is, what was refused, and the way back. */
export function JobRow({ job, onRefused }: { job: BulkJob; onRefused: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useBulkWords()
  const client = useQueryClient()
  const [fault, setFault] = useState('')
  const open = isOpen(job)
  const undo = () => {
    setFault('')
    undoBulk(client, job.id).catch((failure: unknown) =>
      setFault(failure instanceof Problem ? failure.message : String(failure)),
    )
  }
  const missed = job.state === 'undone' ? job.left : job.refused
  return (
    <li className="job-row">
      <span className="job-text">{words.job(job)}</span>
      {open ? (
        <Progress
          percent={Math.round(portion(job) * 100)}
          size="small"
          showInfo={false}
          aria-label={words.job(job)}
        />
      ) : null}
      <span className="job-facts">
        <span>{job.state === 'undone' ? words.undone(job) : t(`bulk.state.${job.state}`)}</span>
        {open ? (
          <span>
            {format.figure(String(job.done + job.refused))} / {format.figure(String(job.total))}
          </span>
        ) : (
          <span>{format.moment(job.createdAt)}</span>
        )}
      </span>
      {job.faults.map((one) => (
        <span key={one.message} className="field-fault">
          {one.message}
        </span>
      ))}
      {fault ? <span className="field-fault">{fault}</span> : null}
      <span className="job-actions">
        {missed > 0 ? (
          <Button size="small" type="text" onClick={onRefused}>
            {t('bulk.showRefused', { figure: format.figure(String(missed)) })}
          </Button>
        ) : null}
        {job.state === 'undone' || job.state === 'undoing' || (!open && job.done === 0) ? null : (
          <Button size="small" type="text" icon={<Undo2 size={14} aria-hidden="true" />} onClick={undo}>
            {open ? t('bulk.stop') : t('undo.undo')}
          </Button>
        )}
      </span>
    </li>
  )
}
