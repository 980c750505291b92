import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { send } from '../lib/http'

export interface Aggregate {
  object: string
  where: string
  groupBy: string[]
  /** Name → expression over the group. */
  measures: Record<string, string>
  order?: string[]
  limit?: number
}

/** Groups of an object's records: one row for each, its keys first, then its measures. */
export function useAggregate(asked: Aggregate | null) {
  return useQuery({
    queryKey: ['records', asked?.object, 'groups', asked],
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (
        await send<{ rows: unknown[][] }>('POST', '/api/query', {
          body: { ...asked, where: asked?.where || null },
          signal,
        })
      ).data.rows,
  })
}
