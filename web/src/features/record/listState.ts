import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import type { Density } from '../../engine/grid/layout'
import { type Column, columnOf, defaultColumns } from '../../engine/paths'
import { type SavedView, useSavedViews, type ViewDocument } from '../../engine/savedViews'
import { keep, kept } from '../../lib/kept'

interface Search {
  view?: string
  where?: string
  order?: string
  columns?: string
  density?: string
  widths?: string
}

export interface ListChange {
  where?: string
  order?: string
  columns?: string[]
  density?: Density
  widths?: Record<string, number>
}

export interface ListState {
  views: SavedView[]
  view: SavedView | null
  where: string
  order: string
  columns: Column[]
  density: Density
  widths: Record<string, number>
  /** The list differs from the chosen view. */
  changed: boolean
  /** The view is known, so the first question is the right one. */
  ready: boolean
  set: (change: ListChange) => void
  choose: (view: string | null) => void
  /** The list as it looks now, as a view's document; null takes out what the view said and the list does not. */
  document: (label: unknown) => ViewDocument
}

const DENSITIES: readonly string[] = ['compact', 'normal', 'roomy']
const ID = /^[0-9a-f-]{36}$/

/**
 * What a list shows stands in its address, so that it can be shared and gone back to: the view, and what was changed
 * over it. An empty `where` of a view that has one is written as `true`.
 */
export function useListState(object: ObjectDefinition): ListState {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const objects = useObjects()
  const { views, sharedKnown, ownKnown } = useSavedViews(object)
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
  const density = densityOf(search.density) ?? view?.density ?? 'normal'
  const widths = useMemo(
    () => (search.widths === undefined ? (view?.widths ?? {}) : readWidths(search.widths)),
    [search.widths, view],
  )

  const go = (next: Search) =>
    void navigate({ to: '/o/$object', params: { object: object.name }, search: next, replace: true })
  const plain = where === 'true' ? '' : where
  return {
    views,
    view,
    where: plain,
    order,
    columns,
    density,
    widths,
    changed: (['where', 'order', 'columns', 'density', 'widths'] as const).some(
      (part) => search[part] !== undefined,
    ),
    ready: sharedKnown && (ownKnown || name === undefined || !ID.test(name)),
    set: (change) => go({ ...search, ...searchOf(change, view) }),
    choose: (chosen) => {
      keep(`view.${object.name}`, chosen ?? '-')
      go({ view: chosen ?? '-' })
    },
    document: (label) => ({
      object: object.name,
      label,
      type: 'list',
      columns: columns.map((column) => column.path),
      where: plain || null,
      order: order === '' ? null : order.split(','),
      density: density === 'normal' ? null : density,
      widths: Object.keys(widths).length === 0 ? null : widths,
    }),
  }
}

/** What equals the view again leaves the address. */
function searchOf(change: ListChange, view: SavedView | null): Search {
  const unless = (text: string, same: string) => (text === same ? undefined : text)
  const next: Search = {}
  if (change.where !== undefined) {
    next.where =
      unless(change.where, view?.where ?? '') === '' ? 'true' : unless(change.where, view?.where ?? '')
  }
  if (change.order !== undefined) next.order = unless(change.order, view?.order.join(',') ?? '') || undefined
  if (change.columns) next.columns = unless(change.columns.join(','), view?.columns.join(',') ?? '')
  if (change.density) next.density = unless(change.density, view?.density ?? 'normal')
  if (change.widths) next.widths = unless(writeWidths(change.widths), writeWidths(view?.widths ?? {}))
  return next
}

function densityOf(text: string | undefined): Density | null {
  return text !== undefined && DENSITIES.includes(text) ? (text as Density) : null
}

function writeWidths(widths: Record<string, number>): string {
  return Object.entries(widths)
    .map(([path, width]) => `${path}:${width}`)
    .join(',')
}

function readWidths(text: string): Record<string, number> {
  const pairs = text.split(',').map((pair) => pair.split(':'))
  return Object.fromEntries(
    pairs.flatMap(([path, width]) => (path && Number(width) > 0 ? [[path, Number(width)]] : [])),
  )
}
