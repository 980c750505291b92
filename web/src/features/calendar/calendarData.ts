import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarSettings, ObjectDefinition, ViewDefinition } from '../../engine/documents'
import { tasksOf } from '../../engine/facilities'
import { both } from '../../engine/filter/both'
import { fieldOf } from '../../engine/paths'
import { type RecordValues, recordsPath, titleOf } from '../../engine/records'
import { clock } from '../../kit/format'
import { offerUndo } from '../../kit/undo'
import { get, send } from '../../lib/http'
import { Problem } from '../../lib/problem'
import { dayOf, distance, plus, shifted } from './days'

interface Page {
  records: RecordValues[]
  next: string | null
}

/** More than these are not drawn; the page says so. */
export const MOST = 500

/** Where an object's records stand in time: as its view says, else by its tasks' due day or its closing day. */
export function calendarOf(object: ObjectDefinition, view: ViewDefinition | null): CalendarSettings | null {
  if (view?.calendar) return view.calendar
  const tasks = tasksOf(object)
  if (tasks) return { start: tasks.due, time: tasks.time, colour: tasks.priority }
  const closed = object.roles.closed
  return closed ? { start: closed, colour: object.roles.stage } : null
}

export interface Entry {
  record: RecordValues
  title: string
  day: string
  /** `10:30`, or nothing for a whole day. */
  time: string
  option: string | null
}

export function entriesOf(
  object: ObjectDefinition,
  settings: CalendarSettings,
  records: RecordValues[],
): Entry[] {
  const entries = records.flatMap((record): Entry[] => {
    const start = record[settings.start]
    const day = dayOf(start)
    if (!day) return []
    const own = settings.time ? record[settings.time] : null
    const moment = typeof start === 'string' && start.length > 10 ? clock(new Date(start)) : ''
    const option = settings.colour ? record[settings.colour] : null
    return [
      {
        record,
        title: titleOf(object, record),
        day,
        time: typeof own === 'string' ? own : moment,
        option: typeof option === 'string' ? option : null,
      },
    ]
  })
  return entries.toSorted(
    (one, other) => one.day.localeCompare(other.day) || one.time.localeCompare(other.time),
  )
}

export function useCalendar(
  object: ObjectDefinition,
  settings: CalendarSettings,
  where: string,
  days: string[],
) {
  const from = days[0] ?? ''
  const to = plus(days.at(-1) ?? from, 1)
  const range = `${settings.start} >= date("${from}") and ${settings.start} < date("${to}")`
  const title = object.roles.title
  const fields = ['id', 'version', title, settings.start, settings.end, settings.time, settings.colour]
  const asked = both(where, range)
  const key = ['records', object.name, 'calendar', asked]
  const query = useQuery({
    queryKey: key,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Page>(
        recordsPath(object.name),
        {
          where: asked,
          order: settings.start,
          fields: [...new Set(fields.filter((field) => field !== undefined))].join(','),
          limit: MOST,
        },
        signal,
      ),
  })
  return { ...query, key }
}

/** Puts a record on another day: at once on screen, with a way back. */
export function useMoveDay(object: ObjectDefinition, settings: CalendarSettings, key: unknown[]) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const path = (id: string) => `${recordsPath(object.name)}/${id}`
  return async ({ record, day, title }: Entry, to: string): Promise<void> => {
    if (day === to) return
    const days = distance(day, to)
    const names = [settings.start, settings.end].filter((name) => name !== undefined && fieldOf(object, name))
    const was = Object.fromEntries(names.map((name) => [name ?? '', record[name ?? ''] ?? null]))
    const values = Object.fromEntries(
      Object.entries(was).map(([name, value]) => [name, shifted(value, days)]),
    )
    const before = client.getQueryData<Page>(key)
    await client.cancelQueries({ queryKey: key })
    client.setQueryData<Page>(key, (page) =>
      page
        ? {
            ...page,
            records: page.records.map((one) => (one.id === record.id ? { ...one, ...values } : one)),
          }
        : page,
    )
    const forget = () => client.invalidateQueries({ queryKey: ['records', object.name] })
    try {
      const ifMatch = record.version === undefined ? null : `"${String(record.version)}"`
      await send('PATCH', path(record.id), { body: values, ifMatch })
      offerUndo(t('calendar.moved', { name: title, day: to }), async () => {
        await send('PATCH', path(record.id), { body: was })
        await forget()
      })
    } catch (problem) {
      client.setQueryData(key, before)
      void message.warning(problem instanceof Problem ? problem.message : String(problem))
    }
    void forget()
  }
}
