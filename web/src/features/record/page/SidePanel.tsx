import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { taskPlace } from '../../../engine/contacts'
import { useObjects } from '../../../engine/definitions'
import type { ObjectDefinition } from '../../../engine/documents'
import { useFinishTask } from '../../../engine/finishTask'
import { quoted } from '../../../engine/filter/write'
import { isNamed, type RecordValues, titleOf, useRecordPages } from '../../../engine/records'
import { Icon } from '../../../kit/Icon'
import { localDay } from '../../../kit/format'
import { SkeletonRows } from '../../../kit/States'
import { useToday } from '../../../kit/useToday'
import { useFormat } from '../../../kit/useFormat'
import { keep, kept } from '../../../lib/kept'

/** Beside the story: what is still to be done here, and what this record belongs to. Folds to its button. */
export function SidePanel({ object, record }: { object: ObjectDefinition; record: RecordValues }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(() => kept('record.side', innerWidth >= 1280))
  const toggle = () => {
    setOpen(!open)
    keep('record.side', !open)
  }
  return (
    <aside className={open ? 'record-side' : 'record-side record-side-folded'} aria-label={t('record.side')}>
      <div className="record-side-head">
        {open ? <h2>{t('record.side')}</h2> : null}
        <button
          type="button"
          className="icon-button"
          aria-expanded={open}
          aria-label={open ? t('record.foldSide') : t('record.unfoldSide')}
          onClick={toggle}
        >
          {open ? (
            <PanelRightClose size={16} aria-hidden="true" />
          ) : (
            <PanelRightOpen size={16} aria-hidden="true" />
          )}
        </button>
      </div>
      {open ? (
        <>
          <OpenTasks object={object} record={record} />
          <BelongsTo object={object} record={record} />
        </>
      ) : null}
    </aside>
  )
}

export function OpenTasks({ object, record }: { object: ObjectDefinition; record: RecordValues }) {
  const objects = useObjects()
  const place = taskPlace(objects.data, object.name)
  return place ? <Tasks place={place} record={record} /> : null
}

function Tasks({
  place,
  record,
}: {
  place: NonNullable<ReturnType<typeof taskPlace>>
  record: RecordValues
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { object, settings, about } = place
  const title = object.roles.title ?? 'id'
  const open = settings.open.map(quoted).join(', ')
  const pages = useRecordPages({
    object: object.name,
    where: `${about.name} = ${quoted(record.id)} and ${settings.state} in (${open})`,
    order: settings.due,
    fields: ['id', 'version', title, settings.due, settings.state],
  })
  const rows = pages.data?.pages.flatMap((page) => page.records) ?? []
  const now = useToday()
  const today = localDay(now)
  const { finish } = useFinishTask(object, now)
  return (
    <section className="side-block">
      <h3>
        {format.label(object.plural)} <span className="quiet">{rows.length > 0 ? rows.length : ''}</span>
      </h3>
      {pages.isPending ? <SkeletonRows rows={3} height={30} /> : null}
      {pages.data && rows.length === 0 ? <p className="quiet">{t('record.noTasks')}</p> : null}
      {rows.map((task) => {
        const due = task[settings.due]
        const late = typeof due === 'string' && due.slice(0, 10) < today
        return (
          <div key={task.id} className="side-task">
            <Checkbox
              checked={finish.isPending && finish.variables.id === task.id}
              onChange={() => finish.mutate(task)}
              aria-label={t('tasks.finish', { name: titleOf(object, task) })}
            />
            <Link to="/o/$object/$id" params={{ object: object.name, id: task.id }} className="ellipsis">
              {titleOf(object, task)}
            </Link>
            {typeof due === 'string' ? (
              <span className={late ? 'late' : 'quiet'}>
                {late ? t('record.late', { day: format.day(due) }) : format.day(due)}
              </span>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}

/** The records that this one names. */
function BelongsTo({ object, record }: { object: ObjectDefinition; record: RecordValues }) {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()
  const named = object.fields.flatMap((field) => {
    const value = record[field.name]
    const other = objects.data?.find((one) => one.name === field.type.object)
    return field.type.kind === 'reference' && isNamed(value) && other ? [{ field, value, other }] : []
  })
  if (named.length === 0) return null
  return (
    <section className="side-block">
      <h3>{t('record.belongs')}</h3>
      {named.map(({ field, value, other }) => (
        <div key={field.name} className="side-link">
          <Icon name={other.icon} size={14} />
          <Link to="/o/$object/$id" params={{ object: other.name, id: value.id }} className="ellipsis">
            {value.title ?? value.id}
          </Link>
          <span className="quiet">{format.label(field.label)}</span>
        </div>
      ))}
    </section>
  )
}
