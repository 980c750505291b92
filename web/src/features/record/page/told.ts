import { useMemo } from 'react'
import type { ContactPlace } from '../../../engine/contacts'
import { type HistoryEntry, useHistory } from '../../../engine/history'
import { quoted } from '../../../engine/filter/write'
import { type Named, isNamed, type RecordValues, useRecordPages } from '../../../engine/records'
import type { ObjectDefinition } from '../../../engine/documents'
import { localDay } from '../../../kit/format'

/** One thing that happened to a record, newest first. */
export type Told =
  | { kind: 'changed'; key: string; at: string; entry: HistoryEntry }
  | { kind: 'contact'; key: string; at: string; record: RecordValues; by: Named | null }

/** When a contact stands in the story: its day, and the time at which it was logged if that was the same day. */
export function momentOf(day: unknown, created: unknown): string {
  const logged = String(created ?? '')
  const given = day === null || day === undefined ? '' : String(day)
  if (given === '' || given.includes('T')) return given || logged
  return logged !== '' && localDay(new Date(logged)) === given
    ? logged
    : new Date(`${given}T12:00`).toISOString()
}

/** Both, the newest first; below the oldest entry of what has more to come, the other must wait. */
export function merged(one: Told[], other: Told[], oneHasMore: boolean, otherHasMore: boolean): Told[] {
  const floor = (list: Told[], more: boolean) => (more ? (list.at(-1)?.at ?? '') : '')
  const from = [floor(one, oneHasMore), floor(other, otherHasMore)].toSorted().at(-1) ?? ''
  return [...one, ...other].filter((told) => told.at >= from).toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

export function useStory(object: ObjectDefinition, id: string, place: ContactPlace | null) {
  const history = useHistory(object.name, id)
  const settings = place?.settings
  const contacts = useRecordPages(
    {
      object: place?.object.name ?? '',
      where: place ? `${place.about.name} = ${quoted(id)}` : '',
      order: settings ? `-${settings.at},-created_at` : '',
      fields: [
        'id',
        'created_at',
        ...[
          place?.object.roles.title,
          settings?.kind,
          settings?.at,
          settings?.state,
          settings?.note,
          settings?.member,
        ].flatMap((name) => name ?? []),
      ],
    },
    place !== null,
  )
  const told = useMemo(() => {
    const changes = (history.data?.pages.flatMap((page) => page.entries) ?? []).map((entry): Told => ({
      kind: 'changed',
      key: `c${entry.version}${entry.at}`,
      at: entry.at,
      entry,
    }))
    const said = (contacts.data?.pages.flatMap((page) => page.records) ?? []).map((record): Told => {
      const by = record[settings?.member ?? '']
      const at = momentOf(record[settings?.at ?? ''], record.created_at)
      return { kind: 'contact', key: record.id, at, record, by: isNamed(by) ? by : null }
    })
    said.sort((a, b) => (a.at < b.at ? 1 : -1))
    return merged(changes, said, history.hasNextPage, place !== null && contacts.hasNextPage)
  }, [history.data, contacts.data, history.hasNextPage, contacts.hasNextPage, settings, place])
  return {
    told,
    pending: history.isPending || (place !== null && contacts.isPending),
    error: history.error ?? (place ? contacts.error : null),
    retry: () => {
      void history.refetch()
      if (place) void contacts.refetch()
    },
    hasMore: history.hasNextPage || (place !== null && contacts.hasNextPage),
    loading: history.isFetchingNextPage || contacts.isFetchingNextPage,
    more: () => {
      if (history.hasNextPage) void history.fetchNextPage()
      if (place && contacts.hasNextPage) void contacts.fetchNextPage()
    },
  }
}
