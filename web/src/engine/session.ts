import { useQuery } from '@tanstack/react-query'
import { get } from '../lib/http'

/** Who is signed in, in which workspace, and what they may do. */
export interface Me {
  member: { id: string; name?: string | null }
  workspace: { id: string; name: string; zone: string; fiscalYearStart: number }
  language: string
  account?: { email: string }
  permissions?: {
    administers?: boolean
    objects?: Record<string, string[]>
    fixed?: Record<string, string[]>
  }
}

export const ME = ['me']

export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: () => get<Me>('/api/me'),
    staleTime: 5 * 60_000,
    retry: false,
  })
}

export type Right = 'see' | 'create' | 'change' | 'delete' | 'transfer' | 'export'

/** What the reader may do with an object; the server has the last word, so what is unknown is offered. */
export function useRights(object: string) {
  const { data: me } = useMe()
  const rights = me?.permissions?.objects?.[object]
  const fixed = me?.permissions?.fixed?.[object]
  return {
    may: (right: Right) => rights?.includes(right) ?? true,
    /** Whether a field is among those that the reader may change, if the record may be changed at all. */
    mayChangeField: (field: string) => !(fixed?.includes(field) ?? false),
  }
}
