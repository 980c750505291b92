import { Button, Input } from 'antd'
import { CalendarDays, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../kit/format'
import { useFormat } from '../../kit/useFormat'
import { readLine } from './due'
import type { TaskActions, TaskShape } from './taskData'

/** One line makes a task; a day and a time in it are read, and shown before it is added. */
export function AddTask({ shape, actions, today }: { shape: TaskShape; actions: TaskActions; today: Date }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [line, setLine] = useState('')
  const typed = readLine(line, today)
  const due = typed.due ?? localDay(today)
  const empty = line.trim() === ''
  const add = () => {
    if (empty || actions.add.isPending) return
    const { tasks, title } = shape
    const time = tasks.time && typed.time ? { [tasks.time]: typed.time } : {}
    // The line stays until it is kept: nothing typed is lost.
    actions.add.mutate(
      { [title]: typed.subject, [tasks.due]: due, ...time },
      { onSuccess: () => setLine('') },
    )
  }
  return (
    <form
      className="task-add"
      data-live-hold
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Plus size={16} aria-hidden="true" />
      <Input
        variant="borderless"
        value={line}
        maxLength={200}
        aria-label={t('tasks.add')}
        placeholder={t('tasks.addHint')}
        onChange={(event) => setLine(event.target.value)}
      />
      {empty ? null : (
        <>
          <span className="task-due">
            <CalendarDays size={14} aria-hidden="true" /> {format.day(due)} {typed.time ?? ''}
          </span>
          <Button type="primary" htmlType="submit" loading={actions.add.isPending}>
            {t('tasks.addOne')}
          </Button>
        </>
      )}
    </form>
  )
}
