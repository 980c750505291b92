import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Named, recordsPath } from '../../engine/records'
import { useMe } from '../../engine/session'
import { get, send } from '../../lib/http'
import { useTalked } from '../../lib/live'

export interface Comment {
  id: string
  parent: string | null
  at: string
  edited: string | null
  deleted: boolean
  own: boolean
  text: string
  author: Named
  mentions: Named[]
  replies?: Comment[]
  /** There are more replies than came along; ask after this one. */
  next?: string | null
  /** Typed here, not yet answered for. */
  waiting?: boolean
}

interface Page {
  comments: Comment[]
  next: string | null
  mayWrite: boolean
}

interface Said {
  comment: Comment
  blind: Named[]
}

export interface Place {
  object: string
  id: string
}

const keyOf = ({ object, id }: Place) => ['talk', object, id]
const pathOf = ({ object, id }: Place) => `${recordsPath(object)}/${id}/conversation`

/** The conversation on a record, the newest first; read again as soon as anybody speaks. */
export function useConversation(place: Place) {
  const client = useQueryClient()
  useTalked(place.object, () => {
    void client.invalidateQueries({ queryKey: keyOf(place) })
  })
  return useInfiniteQuery({
    queryKey: keyOf(place),
    queryFn: ({ pageParam, signal }) => get<Page>(pathOf(place), { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

type Cached = InfiniteData<Page, string | null>

/** Changes what is shown before the server has answered. */
function put(client: QueryClient, place: Place, change: (comments: Comment[], first: boolean) => Comment[]) {
  client.setQueryData<Cached>(keyOf(place), (cached) =>
    cached
      ? {
          ...cached,
          pages: cached.pages.map((page, index) => ({
            ...page,
            comments: change(page.comments, index === 0),
          })),
        }
      : cached,
  )
}

/** The same comment changed, wherever it stands. */
function changed(comments: Comment[], id: string, change: (comment: Comment) => Comment): Comment[] {
  return comments.map((comment) => {
    if (comment.id === id) return change(comment)
    return comment.replies ? { ...comment, replies: changed(comment.replies, id, change) } : comment
  })
}

interface Words {
  text: string
  parent: string | null
}

/** Says something; it stands there at once and becomes real when the server has it. */
export function useSay(place: Place) {
  const client = useQueryClient()
  const { data: me } = useMe()
  return useMutation({
    mutationFn: async (words: Words) => (await send<Said>('POST', pathOf(place), { body: words })).data,
    onMutate: async ({ text, parent }) => {
      await client.cancelQueries({ queryKey: keyOf(place) })
      const mine: Comment = {
        id: `waiting-${Date.now()}`,
        parent,
        at: new Date().toISOString(),
        edited: null,
        deleted: false,
        own: true,
        text,
        author: { id: me?.member.id ?? '', title: me?.member.name ?? null },
        mentions: [],
        replies: [],
        waiting: true,
      }
      put(client, place, (comments, first) =>
        parent === null
          ? first
            ? [mine, ...comments]
            : comments
          : changed(comments, parent, (above) => ({ ...above, replies: [...(above.replies ?? []), mine] })),
      )
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  })
}

export function useCorrect(place: Place) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, text }: { id: string; text: string }) =>
      (await send<Said>('PATCH', `${pathOf(place)}/${id}`, { body: { text } })).data,
    onSuccess: ({ comment }) =>
      put(client, place, (comments) =>
        changed(comments, comment.id, (before) => ({ ...before, ...comment, replies: before.replies })),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(place) }),
  })
}

/** The rest of the replies to a comment, put beneath those that are there. */
export function useMoreReplies(place: Place) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (comment: Comment) =>
      get<Page>(pathOf(place), { of: comment.id, after: comment.next, limit: 100 }),
    onSuccess: (page, above) =>
      put(client, place, (comments) =>
        changed(comments, above.id, (before) => ({
          ...before,
          replies: [...(before.replies ?? []), ...page.comments],
          next: page.next,
        })),
      ),
  })
}

const REMOVAL = 8_500
const going = new Map<string, { path: string; timer: ReturnType<typeof setTimeout> }>()

async function remove(id: string, client: QueryClient, place: Place): Promise<void> {
  const gone = going.get(id)
  if (!gone) return
  going.delete(id)
  clearTimeout(gone.timer)
  await send('DELETE', gone.path).catch(() => undefined)
  void client.invalidateQueries({ queryKey: keyOf(place) })
}

/** A comment that is to go waits a moment, in which it can be kept; a page that is left does not forget it. */
export function useRemoval(place: Place) {
  const client = useQueryClient()
  return {
    isGoing: (id: string) => going.has(id),
    start(comment: Comment) {
      const path = `${pathOf(place)}/${comment.id}`
      const timer = setTimeout(() => void remove(comment.id, client, place), REMOVAL)
      going.set(comment.id, { path, timer })
      window.addEventListener('pagehide', () => void remove(comment.id, client, place), { once: true })
    },
    /** @returns whether it was in time */
    keep(id: string): boolean {
      const kept = going.get(id)
      if (!kept) return false
      clearTimeout(kept.timer)
      going.delete(id)
      return true
    },
  }
}

export interface Following {
  following: boolean
  count: number
  followers: Named[]
}

export function useFollowing(place: Place) {
  const client = useQueryClient()
  const path = `${recordsPath(place.object)}/${place.id}/followers`
  const key = [...keyOf(place), 'followers']
  const query = useQuery({ queryKey: key, queryFn: () => get<Following>(path) })
  const choose = useMutation({
    mutationFn: async (follow: boolean) =>
      (await send<Following>(follow ? 'PUT' : 'DELETE', path, { body: follow ? {} : undefined })).data,
    onSuccess: (answer) => client.setQueryData(key, answer),
  })
  return { ...query, choose }
}
