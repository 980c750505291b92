import { useQuery } from '@tanstack/react-query'
import { get } from '../lib/http'
import type { Named } from './records'

export interface Found extends Named {
  object: string
}

/** Records of any object by their words; two Chinese characters are enough. */
export function useSearch(words: string) {
  return useQuery({
    queryKey: ['search', words],
    queryFn: async ({ signal }) =>
      (await get<{ records: Found[] }>('/api/search', { q: words, limit: 8 }, signal)).records,
    enabled: [...words].length >= 2,
    staleTime: 30_000,
    retry: false,
  })
}
