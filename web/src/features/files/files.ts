import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { Named } from '../../engine/records'
import { get, send } from '../../lib/http'

export type ShownAs = 'image' | 'pdf' | 'text' | 'none'

export interface RecordFile {
  id: string
  name: string
  type: string
  shownAs: ShownAs
  size: number
  createdAt: string
  createdBy: Named | null
}

interface FilesAnswer {
  files: RecordFile[]
  mayChange: boolean
  maxBytes: number
}

export const filesPath = (object: string, id: string) => `/api/objects/${object}/records/${id}/files`

export const contentPath = (file: { id: string }, inPlace = false) =>
  `/api/files/${file.id}/content${inPlace ? '?inline=true' : ''}`

export const previewPath = (file: { id: string }, width: number) =>
  `/api/files/${file.id}/preview?width=${width}`

const key = (object: string, id: string) => ['files', object, id]

export function useFiles(object: string, id: string) {
  return useQuery({
    queryKey: key(object, id),
    queryFn: async () => read(await get<FilesAnswer>(filesPath(object, id))),
  })
}

/** Numbers come with all their digits; sizes of files need no more than a number has. */
function read(answer: FilesAnswer): FilesAnswer {
  return {
    ...answer,
    files: answer.files.map((file) => ({ ...file, size: Number(file.size) })),
    maxBytes: Number(answer.maxBytes),
  }
}

/** The list and the history have something new to tell. */
export function filesChanged(client: QueryClient, object: string, id: string): void {
  void client.invalidateQueries({ queryKey: key(object, id) })
  void client.invalidateQueries({ queryKey: ['records', object, 'history', id] })
}

export async function removeFile(file: RecordFile): Promise<void> {
  await send('DELETE', `/api/files/${file.id}`)
}

export async function restoreFile(file: RecordFile): Promise<void> {
  await send('POST', `/api/files/${file.id}/restoration`)
}
