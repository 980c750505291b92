import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { type TasksSettings, tasksOf } from '../../engine/facilities'
import { useFinishTask, useSaying } from '../../engine/finishTask'
import { quoted } from '../../engine/filter/write'
import { isNamed, type Named, type RecordValues, recordsPath, titleOf } from '../../engine/records'
import { offerUndo } from '../../kit/undo'
import { get, send } from '../../lib/http'
import { inDays } from './due'

interface Page {
  records: RecordValues[]
  next: string | null
}

const MOST = 200

export interface TaskShape {
  object: ObjectDefinition
  tasks: TasksSettings
  title: string
  fields: string[]
}

export function taskShape(object: ObjectDefinition): TaskShape | null {
  const tasks = tasksOf(object)
  const title = object.roles.title
  if (!tasks || !title) return null
  const { checklist } = tasks
  const fields = [
    title,
    tasks.state,
    tasks.due,
    tasks.time,
    tasks.priority,
    tasks.doneOn,
    ...(tasks.about ?? []),
  ]
  const counts = [checklist?.count, checklist?.doneCount]
  return {
    object,
    tasks,
    title,
    fields: ['id', 'version', ...[...fields, ...counts].filter((field) => field !== undefined)],
  }
}

/** My tasks: those still to do by their due day, or those done in the last week, the latest first. */
export function useTasks({ object, tasks, fields }: TaskShape, done: boolean, today: Date, enabled = true) {
  const mine = `${tasks.assignee} = me`
  const open = `${tasks.state} in (${tasks.open.map(quoted).join(', ')})`
  const week = tasks.doneOn ? ` and ${tasks.doneOn} >= date("${inDays(today, -7)}")` : ''
  const where = done ? `${mine} and ${tasks.state} = ${quoted(tasks.done)}${week}` : `${mine} and ${open}`
  const order = done && tasks.doneOn ? `-${tasks.doneOn}` : tasks.due
  return useQuery({
    queryKey: ['records', object.name, 'tasks', where, order],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Page>(recordsPath(object.name), { where, order, fields: fields.join(','), limit: MOST }, signal),
  })
}

/** What a task is about: the first reference that is given, and where it leads. */
export function aboutOf(
  { object, tasks }: TaskShape,
  task: RecordValues,
): (Named & { object: string }) | null {
  for (const name of tasks.about ?? []) {
    const value = task[name]
    const target = object.fields.find((field) => field.name === name)?.type.object
    if (isNamed(value) && target) return { ...value, object: target }
  }
  return null
}

/** Ticking and putting off, each with a way back; and adding. */
export function useTaskActions(shape: TaskShape, today: Date) {
  const { t } = useTranslation()
  const { object, tasks } = shape
  const { forget, say } = useSaying(object)
  const finishing = useFinishTask(object, today)
  const path = recordsPath(object.name)
  const add = useMutation({
    mutationFn: (values: Record<string, unknown>) => send<{ id: string }>('POST', path, { body: values }),
    onSuccess: forget,
    onError: say,
  })
  const postpone = useMutation({
    mutationFn: ({ task, due }: { task: RecordValues; due: string }) =>
      send<unknown>('PATCH', `${path}/${task.id}`, {
        body: { [tasks.due]: due },
        ifMatch: task.version === undefined ? null : `"${String(task.version)}"`,
      }),
    onSuccess: (_, { task }) => {
      const before = task[tasks.due]
      offerUndo(t('tasks.postponed', { name: titleOf(object, task) }), async () => {
        await send<unknown>('PATCH', `${path}/${task.id}`, { body: { [tasks.due]: before } })
        await forget()
      })
      void forget()
    },
    onError: say,
  })
  return { ...finishing, add, postpone }
}

export type TaskActions = ReturnType<typeof useTaskActions>
