import { useQuery } from '@tanstack/react-query'
import { useToday } from '../kit/useToday'
import { get } from '../lib/http'
import type { ObjectDefinition } from './documents'
import { quoted } from './filter/write'
import { isNamed, type RecordValues, recordsPath } from './records'

const DAY = 86_400_000

/** A move as the stage path keeps it. */
interface Move {
  to: string
  at: number
}

/** Whole days in each stage that was entered, several stays added up; the last one lasts until now. */
export function daysPerStage(moves: Move[], now: number): Map<string, number> {
  const spans = new Map<string, number>()
  moves.forEach((move, at) => {
    const until = moves[at + 1]?.at ?? now
    spans.set(move.to, (spans.get(move.to) ?? 0) + Math.max(0, until - move.at))
  })
  return new Map([...spans].map(([stage, span]) => [stage, Math.floor(span / DAY)]))
}

/** How long a record was in its stages; empty where no moves are kept or the reader may not see them. */
export function useStageDays(object: ObjectDefinition, id: string): Map<string, number> {
  const events = object.stagePath?.events ?? null
  const now = useToday()
  const { data } = useQuery({
    queryKey: ['records', events?.object, 'moves', id],
    enabled: events !== null,
    retry: false,
    queryFn: async ({ signal }) => {
      if (!events) return []
      const { records } = await get<{ records: RecordValues[] }>(
        recordsPath(events.object),
        {
          where: `${events.record} = ${quoted(id)}`,
          order: events.at,
          fields: `id,${events.to},${events.at}`,
          limit: 200,
        },
        signal,
      )
      return records.map((record): Move => {
        const to = record[events.to]
        return { to: isNamed(to) ? to.id : String(to), at: Date.parse(String(record[events.at])) }
      })
    },
  })
  return daysPerStage(data ?? [], now.getTime())
}
