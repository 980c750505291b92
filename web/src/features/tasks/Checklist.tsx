import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Input } from 'antd'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { quoted } from '../../engine/filter/write'
import { type RecordValues, recordsPath } from '../../engine/records'
import { SkeletonRows } from '../../kit/States'
import { get, send } from '../../lib/http'
import { Problem } from '../../lib/problem'
import type { TaskShape } from './taskData'

/** The steps of one task, ticked and added in place. */
export function Checklist({ shape, task }: { shape: TaskShape; task: RecordValues }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const settings = shape.tasks.checklist
  const lines = shape.object.fields.find((field) => field.name === settings?.field)?.type
  const object = lines?.object ?? ''
  const via = lines?.via ?? ''
  const path = recordsPath(object)
  const key = ['records', object, 'checklist', task.id]
  const items = useQuery({
    queryKey: key,
    enabled: settings !== undefined && object !== '',
    queryFn: async ({ signal }) =>
      (
        await get<{ records: RecordValues[] }>(
          path,
          {
            where: `${via} = ${quoted(task.id)}`,
            fields: ['id', 'version', settings?.text, settings?.done, settings?.order]
              .filter(Boolean)
              .join(','),
            order: settings?.order ?? 'created_at',
            limit: 200,
          },
          signal,
        )
      ).records,
  })
  const write = useMutation({
    mutationFn: ({ method, id, body }: { method: string; id?: string; body?: unknown }) =>
      send<unknown>(method, id ? `${path}/${id}` : path, { body }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: key })
      void client.invalidateQueries({ queryKey: ['records', shape.object.name] })
    },
    onError: (problem) =>
      void message.warning(problem instanceof Problem ? problem.message : String(problem)),
  })
  if (!settings) return null
  const tick = (item: RecordValues, done: boolean) => {
    client.setQueryData<RecordValues[]>(key, (all) =>
      all?.map((one) => (one.id === item.id ? { ...one, [settings.done]: done } : one)),
    )
    write.mutate({ method: 'PATCH', id: item.id, body: { [settings.done]: done } })
  }
  const add = () => {
    if (text.trim() === '') return
    const last = Math.max(
      0,
      ...(items.data ?? []).map((item) => Number(String(item[settings.order ?? ''] ?? 0))),
    )
    const place = settings.order ? { [settings.order]: last + 1 } : {}
    const body = { [via]: task.id, [settings.text]: text.trim(), ...place }
    write.mutate({ method: 'POST', body }, { onSuccess: () => setText('') })
  }
  return (
    <div className="checklist" data-live-hold>
      {items.isPending ? <SkeletonRows rows={2} height={36} /> : null}
      {items.data?.map((item) => (
        <div key={item.id} className="checklist-item">
          <Checkbox
            checked={item[settings.done] === true}
            onChange={(event) => tick(item, event.target.checked)}
            className={item[settings.done] === true ? 'checklist-done' : undefined}
          >
            {String(item[settings.text] ?? '')}
          </Checkbox>
          <button
            type="button"
            className="icon-button"
            aria-label={t('tasks.remove', { name: String(item[settings.text] ?? '') })}
            onClick={() => write.mutate({ method: 'DELETE', id: item.id })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
      <Input
        variant="borderless"
        className="checklist-add"
        value={text}
        maxLength={300}
        aria-label={t('tasks.addItem')}
        placeholder={t('tasks.addItem')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={add}
        onBlur={add}
      />
    </div>
  )
}
