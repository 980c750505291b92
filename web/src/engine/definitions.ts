import { useQuery } from '@tanstack/react-query'
import { get } from '../lib/http'
import { type ObjectDefinition, readObject, readView, type ViewDefinition } from './documents'

export interface Listed {
  name: string
  app: string | null
  document: Record<string, unknown>
}

/** All definitions of a kind that the reader may see. */
export async function listed(kind: string): Promise<Listed[]> {
  return (await get<{ definitions: Listed[] }>(`/api/definitions/${kind}`)).definitions
}

/** The app that brings members, teams and territories; its objects stand apart from the daily work. */
const PEOPLE_APP = 'base'

const FRESH = { staleTime: 5 * 60_000 }

/** The structure of the workspace: every object the reader may see, in the order of the server. */
export function useObjects() {
  return useQuery({
    queryKey: ['definitions', 'object'],
    queryFn: async (): Promise<ObjectDefinition[]> => {
      const entries = await listed('object')
      return entries.map((entry) => ({
        ...readObject(entry.name, entry.document),
        system: entry.app === PEOPLE_APP,
      }))
    },
    ...FRESH,
  })
}

export function useObject(name: string) {
  const objects = useObjects()
  return { ...objects, object: objects.data?.find((object) => object.name === name) ?? null }
}

export function useViews() {
  return useQuery({
    queryKey: ['definitions', 'view'],
    queryFn: async (): Promise<ViewDefinition[]> => {
      const entries = await listed('view')
      return entries.map((entry) => readView(entry.name, entry.document))
    },
    ...FRESH,
  })
}
