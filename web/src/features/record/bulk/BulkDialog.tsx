import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
import { kindOf } from '../../../engine/kinds/registry'
import { Problem } from '../../../lib/problem'
import type { RowSelection } from '../selection'
import { Choosing, type Chosen } from './Choosing'
import { type BulkAction, type BulkJob, type BulkWish, isOpen, startBulk } from './jobs'
import { RefusedList } from './RefusedDialog'
import { rememberNames, titlesIn, useBulkWords } from './words'

export type Deed = 'transfer' | 'change' | 'stage' | 'delete'

interface Props {
  deed: Deed
  object: ObjectDefinition
  selection: RowSelection
  count: number
  onClose: () => void
}

/** Asks what is to become of the chosen records, says what will happen to how many, and starts it. */
export function BulkDialog({ deed, object, selection, count, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const words = useBulkWords()
  const [chosen, setChosen] = useState<Chosen[]>(() => beginning(deed, object))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [ended, setEnded] = useState<BulkJob | null>(null)
  const [busy, setBusy] = useState(false)
  const records = words.counted(object, count)
  const ready = deed === 'delete' || chosen.every((one) => one.field !== null && given(one, deed))

  const start = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const job = await startBulk(client, object.name, wish(deed, selection, chosen))
      rememberNames(job.id, titlesIn(valuesOf(deed, chosen)))
      selection.clear()
      if (isOpen(job) || job.refused === 0) onClose()
      else setEnded(job)
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, {}))
    } finally {
      setBusy(false)
    }
  }
  if (ended) {
    return (
      <Modal
        open
        title={words.job(ended)}
        onCancel={onClose}
        width={560}
        className="bulk-told"
        footer={<Button onClick={onClose}>{t('bulk.close')}</Button>}
      >
        <RefusedList job={ended} onLeave={onClose} />
      </Modal>
    )
  }
  const owner = chosen[0]?.value
  const sentence =
    deed === 'transfer' && owner
      ? t('bulk.will.transfer', { records, owner: titlesIn({ owner }).owner ?? '' })
      : t(`bulk.lead.${deed}`, { records })
  return (
    <Modal
      open
      title={t(`bulk.title.${deed}`)}
      onCancel={onClose}
      onOk={() => void start()}
      okText={t(`bulk.confirm.${deed}`, { records })}
      cancelText={t('bulk.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy, danger: deed === 'delete' }}
      width={520}
      destroyOnHidden
      transitionName=""
    >
      <div className="bulk-dialog">
        <p className="bulk-lead" aria-live="polite">
          {sentence}
        </p>
        {deed === 'delete' ? null : (
          <Choosing deed={deed} object={object} chosen={chosen} onChange={setChosen} problem={problem} />
        )}
        <p className="quiet">{deed === 'delete' ? t('bulk.deleteHint') : t('bulk.refusedHint')}</p>
        {problem ? <Faults problem={problem} chosen={chosen} /> : null}
      </div>
    </Modal>
  )
}

/** What belongs to no field that is shown. */
function Faults({ problem, chosen }: { problem: Problem; chosen: Chosen[] }) {
  const { t } = useTranslation()
  const names = chosen.map((one) => one.field?.name)
  const others = problem.faults.filter((fault) => !names.includes(fault.path))
  if (problem.faults.length > 0 && others.length === 0) return null
  const title =
    problem.status === 0
      ? t('state.unreachable')
      : others.length > 0
        ? others.map((fault) => fault.message).join(' ')
        : problem.message
  return <Alert type="error" showIcon title={title} role="alert" />
}

function beginning(deed: Deed, object: ObjectDefinition): Chosen[] {
  const named: Record<Deed, string | undefined> = {
    transfer: object.roles.owner,
    stage: object.stagePath?.field,
    change: undefined,
    delete: undefined,
  }
  if (deed === 'delete') return []
  const name = named[deed]
  const field = name ? (object.fields.find((one) => one.name === name) ?? null) : null
  return [{ key: 1, field, value: null }]
}

/** An owner and a stage have to be chosen; any other field may be emptied, unless it is required. */
function given(one: Chosen, deed: Deed): boolean {
  const empty = one.value === null || one.value === undefined || one.value === ''
  return !empty || (deed === 'change' && one.field?.required === false)
}

function valuesOf(deed: Deed, chosen: Chosen[]): Record<string, unknown> {
  return Object.fromEntries(
    chosen.flatMap((one) => (one.field ? [[deed === 'transfer' ? 'owner' : one.field.name, one.value]] : [])),
  )
}

function wish(deed: Deed, selection: RowSelection, chosen: Chosen[]): BulkWish {
  const action: BulkAction = deed === 'stage' ? 'change' : deed
  const which = selection.allMatching
    ? { where: selection.where, expected: selection.count ?? undefined }
    : { ids: [...selection.ids] }
  if (deed === 'delete') return { action, ...which }
  const values = chosen.flatMap((one) => {
    if (!one.field) return []
    const name = deed === 'transfer' ? 'owner' : one.field.name
    return [[name, kindOf(one.field.type).toWire(one.value)]]
  })
  return { action, ...which, values: Object.fromEntries(values) as Record<string, unknown> }
}
