import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { tasksOf } from '../../engine/facilities'
import { recordsPath, type RecordValues, titleOf } from '../../engine/records'
import { localDay } from '../../kit/format'
import { offerUndo } from '../../kit/undo'
import { send } from '../../lib/http'
import { Problem } from '../../lib/problem'

/** Ticks a task off from home, with a way back; null if the object's records are no tasks. */
export function useTick(object: ObjectDefinition | undefined, today: Date) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const tasks = object ? tasksOf(object) : null
  const forget = () => client.invalidateQueries({ queryKey: ['records', object?.name] })
  const put = (task: RecordValues, state: unknown, day: string | null) =>
    send<unknown>('PATCH', `${recordsPath(object?.name ?? '')}/${task.id}`, {
      body: tasks ? { [tasks.state]: state, ...(tasks.doneOn ? { [tasks.doneOn]: day } : {}) } : {},
    })
  const tick = useMutation({
    mutationFn: (task: RecordValues) => put(task, tasks?.done, localDay(today)),
    onSuccess: (_, task) => {
      if (object)
        offerUndo(t('tasks.finished', { name: titleOf(object, task) }), async () => {
          await put(task, tasks?.open[0], null)
          await forget()
        })
      void forget()
    },
    onError: (problem) => {
      void message.warning(problem instanceof Problem ? problem.message : String(problem))
      void forget()
    },
  })
  return tasks ? tick : null
}
