import { useQuery } from '@tanstack/react-query'
import { get } from '../lib/http'
import { type ObjectDefinition, readObject, readView, type ViewDefinition } from './documents'

interface Listed {
  name: string
  [property: string]: unknown
}

/** All definitions of a kind, whichever envelope the list comes in. */
async function listed(kind: string): Promise<Listed[]> {
  const answer = await get<unknown>(`/api/definitions/${kind}`)
  const list = Array.isArray(answer) ? answer : ((answer as { definitions?: Listed[] }).definitions ?? [])
  return list as Listed[]
}

function documentOf(entry: Listed): Record<string, unknown> {
  return (entry.document ?? entry.definition ?? entry) as Record<string, unknown>
}

const FRESH = { staleTime: 5 * 60_000 }

/** The structure of the workspace: every object the reader may see, in the order of the server. */
export function useObjects() {
  return useQuery({
    queryKey: ['definitions', 'object'],
    queryFn: async (): Promise<ObjectDefinition[]> => {
      const entries = await listed('object')
      return entries.map((entry) => readObject(entry.name, documentOf(entry)))
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
      return entries.map((entry) => readView(entry.name, documentOf(entry)))
    },
    ...FRESH,
  })
}
