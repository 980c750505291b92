import { useQuery } from '@tanstack/react-query'
import { useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { recordsPath, type RecordValues, titleOf } from '../../engine/records'
import { get } from '../../lib/http'

export interface PipelineSearch {
  period?: string
  team?: string
  owner?: string
}

/** The object whose records walk along stages and have an amount. */
export function usePipelineObject() {
  const objects = useObjects()
  const paths = objects.data?.filter((one) => one.stagePath?.events) ?? []
  return { ...objects, object: paths.find((one) => one.roles.amount) ?? paths[0] }
}

/** The levels of teams below the chosen one that count with it. */
const LEVELS = 4

/** Whose records: of one owner, or of a team and the teams below it. */
export function whoseWhere(object: ObjectDefinition, search: PipelineSearch): string {
  const owner = object.roles.owner
  if (!owner) return ''
  if (search.owner) return `${owner} = ${JSON.stringify(search.owner)}`
  if (!search.team) return ''
  const team = JSON.stringify(search.team)
  const ways = Array.from(
    { length: LEVELS },
    (_, level) => `${owner}.team${'.parent'.repeat(level)} = ${team}`,
  )
  return `(${ways.join(' or ')})`
}

/** Not ended yet. */
export function openWhere(object: ObjectDefinition, whose: string): string {
  const stages = object.stagePath?.stages.filter((stage) => stage.outcome === 'open') ?? []
  const open = `${object.stagePath?.field} in (${stages.map((stage) => JSON.stringify(stage.key)).join(', ')})`
  return whose === '' ? open : `${open} and ${whose}`
}

export interface Team {
  id: string
  title: string
  depth: number
}

/** All teams, each after the one above it. */
export function useTeams() {
  const team = useObjects().data?.find((one) => one.name === 'team')
  return useQuery({
    queryKey: ['records', 'team', 'tree'],
    enabled: team !== undefined,
    staleTime: 5 * 60_000,
    queryFn: async (): Promise<Team[]> => {
      const title = team?.roles.title ?? 'id'
      const query = { fields: `id,${title},parent`, order: title, limit: 500 }
      const page = await get<{ records: RecordValues[] }>(recordsPath('team'), query)
      return team ? topDown(team, page.records) : []
    },
  })
}

export function topDown(team: ObjectDefinition, records: RecordValues[]): Team[] {
  const parentOf = (record: RecordValues) => (record.parent as { id: string } | null)?.id ?? null
  const known = new Set(records.map((record) => record.id))
  const below = (parent: string | null, depth: number): Team[] =>
    records
      .filter((record) => {
        const above = parentOf(record)
        return parent === null ? above === null || !known.has(above) : above === parent
      })
      .flatMap((record) => [
        { id: record.id, title: titleOf(team, record), depth },
        ...(depth < 20 ? below(record.id, depth + 1) : []),
      ])
  return below(null, 0)
}
