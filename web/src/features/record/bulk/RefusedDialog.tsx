import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { type BulkJob, useRefused } from './jobs'

/** The records that a job left as they were, each with the reason. */
export function RefusedDialog({ job, onClose }: { job: BulkJob; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = job.state === 'undone' ? job.left : job.refused
  return (
    <Modal
      open
      onCancel={onClose}
      width={560}
      title={t('bulk.refusedTitle', { figure: format.figure(String(count)) })}
      footer={<Button onClick={onClose}>{t('bulk.close')}</Button>}
    >
      <RefusedList job={job} onLeave={onClose} />
    </Modal>
  )
}

export function RefusedList({ job, onLeave }: { job: BulkJob; onLeave: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refused = useRefused(job.id)
  if (refused.isPending) return <SkeletonRows rows={3} height={40} />
  if (refused.isError) return <Failure error={refused.error} retry={() => void refused.refetch()} />
  const { records, count } = refused.data
  return (
    <>
      <ul className="refused-list">
        {records.map((record) => (
          <li key={record.id}>
            {record.title === null ? (
              <span className="quiet">{t('field.outOfSight')}</span>
            ) : (
              <Link to="/o/$object/$id" params={{ object: job.object, id: record.id }} onClick={onLeave}>
                {record.title}
              </Link>
            )}
            <span className="refused-why">
              {record.faults.map((fault) => fault.message).join(t('bulk.comma'))}
            </span>
          </li>
        ))}
      </ul>
      {count > records.length ? (
        <p className="quiet">{t('bulk.firstOnly', { figure: format.figure(String(records.length)) })}</p>
      ) : null}
    </>
  )
}
