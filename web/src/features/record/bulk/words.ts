import { useTranslation } from 'react-i18next'
import { useObjects } from '../../../engine/definitions'
import type { Field, ObjectDefinition } from '../../../engine/documents'
import { inSentence } from '../../../engine/labels'
import { roleOf } from '../../../engine/paths'
import { isNamed } from '../../../engine/records'
import { useFormat } from '../../../kit/useFormat'
import { decimalOf } from '../../../lib/json'
import { keep, kept } from '../../../lib/kept'
import { type BulkAction, type BulkJob, isOpen } from './jobs'

type Titles = Record<string, string>

const NAMES = 'bulk.names'
const MOST = 30

/** What chosen records are called, by job: the job itself knows only their ids. */
export function rememberNames(job: string, titles: Titles): void {
  if (Object.keys(titles).length === 0) return
  const before = Object.entries(kept<Record<string, Titles>>(NAMES, {}))
  keep(NAMES, Object.fromEntries([...before.slice(1 - MOST), [job, titles]]))
}

/** The titles among values that are references. */
export function titlesIn(values: Record<string, unknown>): Titles {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      isNamed(value) && value.title ? [[name, value.title]] : [],
    ),
  )
}

/** Sentences about bulk work. */
export function useBulkWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()

  const counted = (object: ObjectDefinition, count: number) =>
    t('bulk.counted', {
      figure: format.figure(String(count)),
      objects: inSentence(format.label(count === 1 ? object.label : object.plural)),
    })
  const valueText = (field: Field, value: unknown, title?: string): string => {
    if (value === null || value === undefined || value === '') return t('bulk.empty')
    if (isNamed(value)) return value.title ?? t('field.outOfSight')
    if (title) return title
    const labelled = (key: unknown) =>
      format.label(field.type.options.find((option) => option.key === key)?.label) || String(key)
    if (Array.isArray(value)) return value.map(labelled).join(t('bulk.comma'))
    if (typeof value === 'boolean') return value ? t('bulk.yes') : t('bulk.no')
    if (field.type.kind === 'date') return format.day(String(value))
    if (field.type.options.length > 0) return labelled(value)
    const decimal = decimalOf(value)
    if (decimal !== null && ['number', 'money', 'percent'].includes(field.type.kind))
      return format.figure(decimal)
    return String(value)
  }
  /** `阶段 → 谈判` for each field that was given; a reference without a name shows its field alone. */
  const changes = (object: ObjectDefinition, values: Record<string, unknown>, titles: Titles = {}) =>
    Object.entries(values).flatMap(([name, value]) => {
      const field = object.fields.find((one) => one.name === name)
      if (!field) return []
      const label = format.label(field.label)
      const nameless = field.type.object !== null && typeof value === 'string' && !titles[name]
      return [nameless ? label : `${label} → ${valueText(field, value, titles[name])}`]
    })

  const done = (object: ObjectDefinition, job: BulkJob): string => {
    if (!isOpen(job) && job.done === 0 && job.refused > 0) {
      return t('bulk.nothingDone', { records: counted(object, job.refused) })
    }
    const titles = kept<Record<string, Titles>>(NAMES, {})[job.id] ?? {}
    const records = counted(object, isOpen(job) ? job.total : job.done)
    const owner = titles.owner ?? ''
    const list = changes(object, job.values, titles).join(t('bulk.comma'))
    const key: Record<BulkAction, string> = {
      change: t('bulk.done.change', { records, list }),
      transfer: owner ? t('bulk.done.transfer', { records, owner }) : t('bulk.done.transferred', { records }),
      delete: t('bulk.done.delete', { records }),
      restore: t('bulk.done.restore', { records }),
    }
    return job.refused > 0 && !isOpen(job)
      ? key[job.action] + t('bulk.notAll', { figure: format.figure(String(job.refused)) })
      : key[job.action]
  }
  const undone = (job: BulkJob): string => {
    const same = job.done - job.restored - job.left
    const figures = { restored: format.figure(String(job.restored)), left: format.figure(String(job.left)) }
    const text = job.left > 0 ? t('bulk.undonePartly', figures) : t('bulk.undone', figures)
    return same > 0 ? text + t('bulk.undoneSame', { figure: format.figure(String(same)) }) : text
  }
  return {
    counted,
    changes,
    valueText,
    /** What a job did, as a sentence. */
    job: (job: BulkJob): string => {
      const object = objects.data?.find((one) => one.name === job.object)
      return object ? done(object, job) : job.object
    },
    undone,
    ownerLabel: (object: ObjectDefinition) => format.label(roleOf(object, 'owner')?.label),
  }
}
