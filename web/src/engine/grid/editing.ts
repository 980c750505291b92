import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, send } from '../../lib/http'
import { Problem } from '../../lib/problem'
import type { ObjectDefinition } from '../documents'
import { sameValue } from '../draft'
import { useHold } from '../fresh'
import { kindOf } from '../kinds/registry'
import { type Column, isComputed } from '../paths'
import { isNamed, type RecordValues, recordsPath } from '../records'
import { useRights } from '../session'

/** What stands in a cell instead of the record's value, from the first key until the server has taken it. */
export type CellState =
  | { is: 'open'; value: unknown }
  | { is: 'saving'; value: unknown }
  | { is: 'refused'; value: unknown; message: string }
  /** Somebody changed the same field meanwhile; `record` is what stands now. */
  | { is: 'conflict'; value: unknown; record: RecordValues; who: string | null }

export interface CellEditing {
  /** Whether cells of this column open at all. */
  may: (column: Column) => boolean
  stateOf: (id: string, path: string) => CellState | undefined
  /** Opens a cell, with what was typed already in place of its value. */
  open: (record: RecordValues, column: Column, typed?: string) => void
  save: (record: RecordValues, column: Column, value: unknown) => void
  /** Back to the record's value. */
  drop: (id: string, path: string) => void
  /** Called when a cell was left with a key: focus goes on to the same cell, the next one or the one before. */
  leave: (step: -1 | 0 | 1) => void
}

const keyOf = (id: string, path: string) => `${id} ${path}`
const etagOf = (record: RecordValues) => (record.version === undefined ? null : `"${record.version}"`)

/** Changes of single cells: shown at once, sent with the version that was seen, and never lost when refused. */
export function useCellEditing(
  object: ObjectDefinition,
  fields: string[],
  leave: (step: -1 | 0 | 1) => void,
): CellEditing {
  const { t } = useTranslation()
  const client = useQueryClient()
  const rights = useRights(object.name)
  const [states, setStates] = useState<ReadonlyMap<string, CellState>>(new Map())
  useHold([...states.values()].some((state) => state.is === 'open' || state.is === 'saving'))
  const wanted = fields.join(',')

  const put = useCallback((id: string, path: string, state: CellState | null) => {
    setStates((before) => {
      const after = new Map(before)
      if (state) after.set(keyOf(id, path), state)
      else after.delete(keyOf(id, path))
      return after
    })
  }, [])
  const mayChange = rights.may('change')
  const fixedNames = object.fields
    .flatMap((field) => (rights.mayChangeField(field.name) ? [] : [field.name]))
    .join(',')
  const may = useCallback(
    ({ way, field }: Column) =>
      mayChange &&
      way.length === 1 &&
      !isComputed(field) &&
      !fixedNames.split(',').includes(field.name) &&
      kindOf(field.type).Input !== null,
    [mayChange, fixedNames],
  )
  const open = useCallback(
    (record: RecordValues, column: Column, typed?: string) => {
      if (!may(column)) return
      const { path, field } = column
      const value = typed ?? record[path]
      const begin = (fixed: boolean) =>
        put(
          record.id,
          path,
          fixed ? { is: 'refused', value: record[path], message: t('grid.fixed') } : { is: 'open', value },
        )
      if (field.readOnlyWhen) void isFixed(object.name, record.id, path).then(begin)
      else begin(false)
    },
    [may, object.name, put, t],
  )
  const save = useCallback(
    (record: RecordValues, column: Column, value: unknown) => {
      const { path, field } = column
      if (sameValue(value, record[path])) {
        put(record.id, path, null)
        return
      }
      put(record.id, path, { is: 'saving', value })
      const change: Change = {
        object: object.name,
        record,
        path,
        value,
        wire: kindOf(field.type).toWire(value),
        fields: wanted,
      }
      void sent(client, change).then((state) =>
        put(
          record.id,
          path,
          state === 'unreachable' ? { is: 'refused', value, message: t('state.unreachable') } : state,
        ),
      )
    },
    [client, object.name, put, t, wanted],
  )
  const drop = useCallback((id: string, path: string) => put(id, path, null), [put])
  return useMemo(
    () => ({ may, stateOf: (id, path) => states.get(keyOf(id, path)), open, save, drop, leave }),
    [may, states, open, save, drop, leave],
  )
}

interface Change {
  object: string
  record: RecordValues
  path: string
  value: unknown
  wire: unknown
  /** With commas between them. */
  fields: string
}

/** Sends a change; what is left to show of it afterwards, null if it is done. */
async function sent(
  client: QueryClient,
  change: Change,
  tries = 2,
): Promise<CellState | null | 'unreachable'> {
  const { object, record, path, value } = change
  const place = `${recordsPath(object)}/${record.id}`
  try {
    await send('PATCH', place, { body: { [path]: change.wire }, ifMatch: etagOf(record) })
    renew(client, object, await get<RecordValues>(place, { fields: change.fields }))
    return null
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status === 0) return 'unreachable'
    if (![409, 412].includes(failure.status) || tries === 0) return refused(failure, path, value)
    const now = await get<RecordValues>(place, { fields: change.fields + ',updated_by' }).catch(() => null)
    if (!now) return refused(failure, path, value)
    // Another field was changed: mine goes on top of it.
    if (sameValue(now[path], record[path])) return await sent(client, { ...change, record: now }, tries - 1)
    renew(client, object, now)
    if (sameValue(now[path], value)) return null
    const by = now.updated_by
    return { is: 'conflict', value, record: now, who: isNamed(by) ? by.title : null }
  }
}

function refused(problem: Problem, path: string, value: unknown): CellState {
  const message = problem.faultOf(path) ?? problem.faults[0]?.message ?? problem.message
  return { is: 'refused', value, message }
}

async function isFixed(object: string, id: string, path: string): Promise<boolean> {
  const body = { id, values: {} }
  const answer = await send<{ readOnly?: Record<string, boolean> }>(
    'POST',
    `/api/objects/${encodeURIComponent(object)}/preview`,
    { body },
  ).catch(() => null)
  return answer?.data?.readOnly?.[path] === true
}

interface Pages {
  pages: { records: RecordValues[] }[]
}

/** The record as it stands now, in every list that shows it; a list is not asked anew, so no row jumps away. */
function renew(client: QueryClient, object: string, fresh: RecordValues): void {
  client.setQueriesData<Pages>({ queryKey: ['records', object, 'pages'] }, (data) =>
    data
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            records: page.records.map((record) =>
              record.id === fresh.id ? { ...record, ...fresh } : record,
            ),
          })),
        }
      : data,
  )
  void client.invalidateQueries({
    predicate: ({ queryKey: [kind, of, part] }) => kind === 'records' && of === object && part !== 'pages',
  })
}
