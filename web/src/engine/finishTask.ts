import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../kit/format'
import { offerUndo } from '../kit/undo'
import { send } from '../lib/http'
import { Problem } from '../lib/problem'
import type { ObjectDefinition } from './documents'
import { tasksOf } from './facilities'
import { type RecordValues, recordsPath, titleOf } from './records'

/** Reads what shows records of an object anew, and says what was refused; for writes that have no form of their own. */
export function useSaying(object: ObjectDefinition | undefined) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const forget = () => client.invalidateQueries({ queryKey: ['records', object?.name] })
  const say = (problem: unknown) => {
    void message.warning(problem instanceof Problem ? problem.message : String(problem))
    void forget()
  }
  return { forget, say }
}

/** Ticks a task off with a way back, or opens it again; of an object whose records are no tasks it changes nothing. */
export function useFinishTask(object: ObjectDefinition | undefined, today: Date) {
  const { t } = useTranslation()
  const { forget, say } = useSaying(object)
  const tasks = object ? tasksOf(object) : null
  const put = (task: RecordValues, state: unknown, day: string | null) =>
    send<unknown>('PATCH', `${recordsPath(object?.name ?? '')}/${task.id}`, {
      body: tasks ? { [tasks.state]: state, ...(tasks.doneOn ? { [tasks.doneOn]: day } : {}) } : {},
    })
  const finish = useMutation({
    mutationFn: (task: RecordValues) => put(task, tasks?.done, localDay(today)),
    onSuccess: (_, task) => {
      if (object && tasks)
        offerUndo(t('tasks.finished', { name: titleOf(object, task) }), async () => {
          await put(task, task[tasks.state] ?? tasks.open[0], null)
          await forget()
        })
      void forget()
    },
    onError: say,
  })
  const reopen = useMutation({
    mutationFn: (task: RecordValues) => put(task, tasks?.open[0], null),
    onSuccess: forget,
    onError: say,
  })
  return { finish, reopen }
}
