import { ChevronDown, ChevronRight, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import { withFacility } from '../../engine/facilities'
import type { RecordValues } from '../../engine/records'
import { useRights } from '../../engine/session'
import { ViewSwitch } from '../../engine/ViewSwitch'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { usePhone } from '../../kit/usePhone'
import { useToday } from '../../kit/useToday'
import { AddTask } from './AddTask'
import { TaskRow } from './TaskRow'
import { type Group, groupOf } from './due'
import { type TaskActions, type TaskShape, taskShape, useTaskActions, useTasks } from './taskData'
import './tasks.css'

const GROUPS: Group[] = ['overdue', 'today', 'week', 'later', 'none']

export function TasksPage() {
  const { t } = useTranslation()
  const objects = useObjects()
  const object = withFacility(objects.data, 'tasks')
  const shape = object ? taskShape(object) : null
  if (objects.isPending) return <SkeletonRows rows={10} height={44} />
  if (objects.error) return <Failure error={objects.error} retry={() => void objects.refetch()} />
  if (!shape) return <State icon={ListChecks} title={t('tasks.nowhere')} reason={t('tasks.nowhereWhy')} />
  return <Page shape={shape} />
}

function Page({ shape }: { shape: TaskShape }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const today = useToday()
  const rights = useRights(shape.object.name)
  const open = useTasks(shape, false, today)
  const actions = useTaskActions(shape, today)
  const all = open.data?.records ?? []
  const due = (task: RecordValues) => (task[shape.tasks.due] as string | null) ?? null
  const groups = GROUPS.map((group) => ({
    group,
    tasks: all.filter((task) => groupOf(due(task), today) === group),
  }))
  const count = (group: Group) => groups.find((one) => one.group === group)?.tasks.length ?? 0
  const words: Record<Group, string> = {
    overdue: t('tasks.overdue'),
    today: t('tasks.today'),
    week: t('tasks.week'),
    later: t('tasks.later'),
    none: t('tasks.none'),
  }
  return (
    <div className="plain-page tasks-page">
      <Crumbs parts={[{ key: 'tasks', node: t('tasks.mine') }]} />
      <div className="page-head">
        <div>
          <h1>{t('tasks.mine')}</h1>
          <p className="page-lead" aria-live="polite">
            {open.data
              ? t('tasks.lead', { overdue: count('overdue'), today: count('today'), open: all.length })
              : '\u00a0'}
          </p>
        </div>
        <div className="page-actions">
          <ViewSwitch object={shape.object} here={null} />
        </div>
      </div>
      {rights.may('create') ? <AddTask shape={shape} actions={actions} today={today} /> : null}
      {open.error ? <Failure error={open.error} retry={() => void open.refetch()} /> : null}
      {open.isPending ? <SkeletonRows rows={8} height={phone ? 60 : 44} /> : null}
      {open.data && all.length === 0 ? (
        <State icon={ListChecks} title={t('tasks.clear')} reason={t('tasks.clearWhy')} />
      ) : null}
      {groups
        .filter(({ tasks }) => tasks.length > 0)
        .map(({ group, tasks }) => (
          <section key={group} className="task-group" aria-label={words[group]}>
            <h2 className={group === 'overdue' ? 'task-group-late' : undefined}>
              {words[group]} <span>{tasks.length}</span>
            </h2>
            <ul className="task-list">
              {tasks.map((task) => (
                <TaskRow
                  key={task.id}
                  shape={shape}
                  task={task}
                  group={group}
                  actions={actions}
                  today={today}
                />
              ))}
            </ul>
          </section>
        ))}
      {open.isPending ? null : <Done shape={shape} actions={actions} today={today} />}
    </div>
  )
}

/** What was done lately, asked for when it is opened. */
function Done({ shape, actions, today }: { shape: TaskShape; actions: TaskActions; today: Date }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const done = useTasks(shape, true, today, open)
  const Arrow = open ? ChevronDown : ChevronRight
  return (
    <section className="task-group">
      <h2>
        <button type="button" className="task-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Arrow size={14} aria-hidden="true" /> {t('tasks.done')}
          {done.data ? <span>{done.data.records.length}</span> : null}
        </button>
      </h2>
      {open && done.isPending ? <SkeletonRows rows={3} height={44} /> : null}
      {open && done.data?.records.length === 0 ? <p className="quiet">{t('tasks.noneDone')}</p> : null}
      {open ? (
        <ul className="task-list">
          {done.data?.records.map((task) => (
            <TaskRow key={task.id} shape={shape} task={task} group="done" actions={actions} today={today} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
