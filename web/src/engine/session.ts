import { useQuery } from '@tanstack/react-query'
import { get } from '../lib/http'

interface ObjectPermissions {
  rights?: string[]
  hidden?: string[]
  fixed?: string[]
}

/** Who is signed in, in which workspace, and what they may do. */
export interface Me {
  member: { id: string; name?: string | null }
  workspace: { id: string; name: string; zone: string; fiscalYearStart: number }
  language: string
  account?: { email: string }
  permissions?: { administers?: boolean; objects?: Record<string, ObjectPermissions> }
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

export type Right = 'see' | 'create' | 'change' | 'delete'

/** What the reader may do with an object; the server has the last word, so what is unknown is offered. */
export function useRights(object: string) {
  const { data: me } = useMe()
  const permissions = me?.permissions?.objects?.[object]
  return {
    may: (right: Right) => permissions?.rights?.map((one) => one.toLowerCase()).includes(right) ?? true,
    sees: (field: string) => !permissions?.hidden?.includes(field),
    gives: (field: string) => !permissions?.fixed?.includes(field),
  }
}
