import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useObjects, useViews } from '../../engine/definitions'
import type { ObjectDefinition, ViewDefinition } from '../../engine/documents'
import { keep, kept } from '../../lib/kept'
import { type Column, columnOf, defaultColumns } from '../../engine/paths'

interface Search {
  view?: string
  where?: string
  order?: string
  columns?: string
}

export interface ListState {
  views: ViewDefinition[]
  view: ViewDefinition | null
  where: string
  order: string
  columns: Column[]
  /** The list differs from the chosen view. */
  changed: boolean
  /** The views are known, so the first question is the right one. */
  ready: boolean
  set: (change: { where?: string; order?: string; columns?: string[] }) => void
  choose: (view: string | null) => void
}

/**
 * What a list shows stands in its address, so that it can be shared and gone back to: the view, and what was changed
 * over it. An empty `where` of a view that has one is written as `true`.
 */
export function useListState(object: ObjectDefinition): ListState {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const objects = useObjects()
  const all = useViews()
  const views = useMemo(
    () => (all.data ?? []).filter((view) => view.object === object.name && view.type === 'list'),
    [all.data, object.name],
  )
  const usual = kept<string | undefined>(`view.${object.name}`, undefined)
  const name = search.view ?? usual
  // Without a choice: the view of all records, which every reader understands.
  const view =
    name === '-' ? null : (views.find((one) => one.name === name) ?? views.find((one) => !one.where) ?? null)
  const where = search.where ?? view?.where ?? ''
  const order = search.order ?? view?.order.join(',') ?? ''
  const paths = search.columns ?? view?.columns.join(',') ?? ''
  const columns = useMemo(() => {
    const wanted = paths === '' ? defaultColumns(object) : paths.split(',')
    return wanted.flatMap((path) => columnOf(objects.data ?? [object], object, path) ?? [])
  }, [paths, object, objects.data])

  const go = (next: Search) =>
    void navigate({ to: '/o/$object', params: { object: object.name }, search: next, replace: true })
  return {
    views,
    view,
    where: where === 'true' ? '' : where,
    order,
    columns,
    changed: search.where !== undefined || search.order !== undefined || search.columns !== undefined,
    ready: !all.isPending,
    set: (change) =>
      go({
        ...search,
        ...(change.where === undefined
          ? {}
          : { where: change.where === '' ? emptyOver(view) : change.where }),
        ...(change.order === undefined ? {} : { order: change.order || undefined }),
        ...(change.columns === undefined ? {} : { columns: change.columns.join(',') }),
      }),
    choose: (chosen) => {
      keep(`view.${object.name}`, chosen ?? '-')
      go({ view: chosen ?? '-' })
    },
  }
}

function emptyOver(view: ViewDefinition | null): string | undefined {
  return view?.where ? 'true' : undefined
}
