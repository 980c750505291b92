import { Link } from '@tanstack/react-router'
import { Checkbox, Dropdown } from 'antd'
import { CalendarClock, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OptionTag } from '../../engine/kinds/choice'
import { fieldOf } from '../../engine/paths'
import { type RecordValues, titleOf } from '../../engine/records'
import { useFormat } from '../../kit/useFormat'
import { Checklist } from './Checklist'
import { type Group, inDays } from './due'
import { aboutOf, type TaskActions, type TaskShape } from './taskData'

interface Props {
  shape: TaskShape
  task: RecordValues
  group: Group | 'done'
  actions: TaskActions
  today: Date
}

/** One task: tick it, open it, put it off, see its checklist. */
export function TaskRow({ shape, task, group, actions, today }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { object, tasks } = shape
  const title = titleOf(object, task) || t('record.untitled')
  const done = group === 'done'
  const going = actions.finish.isPending && actions.finish.variables.id === task.id
  const about = aboutOf(shape, task)
  const day = done ? (tasks.doneOn ? task[tasks.doneOn] : null) : task[tasks.due]
  const time = tasks.time && !done ? task[tasks.time] : null
  const late = group === 'overdue'
  return (
    <li className={going ? 'task task-going' : 'task'}>
      <div className="task-line">
        <Checkbox
          className="task-tick"
          checked={done || going}
          aria-label={done ? t('tasks.reopen', { name: title }) : t('tasks.finish', { name: title })}
          onChange={() => (done ? actions.reopen : actions.finish).mutate(task)}
        />
        <div className="task-body">
          <span className="task-what">
            <Link
              to="/o/$object/$id"
              params={{ object: object.name, id: task.id }}
              className="task-title ellipsis"
            >
              {title}
            </Link>
            <Priority shape={shape} task={task} />
          </span>
          <span className="task-facts">
            {about ? (
              <Link to="/o/$object/$id" params={{ object: about.object, id: about.id }} className="ellipsis">
                {about.title}
              </Link>
            ) : null}
          </span>
        </div>
        <ChecklistButton shape={shape} task={task} open={open} onClick={() => setOpen(!open)} />
        {typeof day === 'string' && (group !== 'today' || time) ? (
          <span className={late ? 'task-day task-late' : 'task-day'}>
            {group === 'today' ? null : format.day(day)} {typeof time === 'string' ? time : ''}
          </span>
        ) : null}
        {done ? null : <PutOff task={task} title={title} actions={actions} today={today} />}
      </div>
      {open && tasks.checklist ? <Checklist shape={shape} task={task} /> : null}
    </li>
  )
}

/** Only what stands out is said: the first option of the field. */
function Priority({ shape, task }: { shape: TaskShape; task: RecordValues }) {
  const field = shape.tasks.priority ? fieldOf(shape.object, shape.tasks.priority) : null
  const first = field?.type.options[0]
  return first && field && task[field.name] === first.key ? (
    <OptionTag option={first} value={first.key} />
  ) : null
}

interface ButtonProps {
  shape: TaskShape
  task: RecordValues
  open: boolean
  onClick: () => void
}

function ChecklistButton({ shape, task, open, onClick }: ButtonProps) {
  const { t } = useTranslation()
  const { checklist } = shape.tasks
  if (!checklist) return null
  const count = Number(String(task[checklist.count ?? ''] ?? 0))
  const done = Number(String(task[checklist.doneCount ?? ''] ?? 0))
  return (
    <button
      type="button"
      className={count > 0 ? 'task-list-button' : 'task-list-button task-list-none'}
      aria-expanded={open}
      aria-label={t('tasks.checklistOf', { done, count })}
      title={t('tasks.checklist')}
      onClick={onClick}
    >
      <ListChecks size={15} aria-hidden="true" /> {count > 0 ? `${done}/${count}` : null}
    </button>
  )
}

function PutOff({
  task,
  title,
  actions,
  today,
}: {
  task: RecordValues
  title: string
  actions: TaskActions
  today: Date
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const monday = ((8 - today.getDay()) % 7) + (today.getDay() === 1 ? 7 : 0)
  const days = [
    { key: '0', label: t('tasks.today'), days: 0 },
    { key: '1', label: t('tasks.tomorrow'), days: 1 },
    { key: 'monday', label: t('tasks.monday'), days: monday },
    { key: '14', label: t('tasks.fortnight'), days: 14 },
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: days.map((one) => ({
          key: one.key,
          label: (
            <span className="task-put-off">
              {one.label} <span className="quiet">{format.day(inDays(today, one.days))}</span>
            </span>
          ),
          onClick: () => actions.postpone.mutate({ task, due: inDays(today, one.days) }),
        })),
      }}
    >
      <button
        type="button"
        className="icon-button task-later"
        aria-label={t('tasks.putOff', { name: title })}
      >
        <CalendarClock size={16} aria-hidden="true" />
      </button>
    </Dropdown>
  )
}
