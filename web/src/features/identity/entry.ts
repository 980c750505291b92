import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ME } from '../../engine/session'
import { send } from '../../lib/http'
import { Problem } from '../../lib/problem'

export interface Credentials {
  email: string
  password: string
}

export interface NewWorkspace extends Credentials {
  name: string
  language: string
  template: string
  sampleData: boolean
}

async function openSession({ email, password }: Credentials): Promise<unknown> {
  return (await send('POST', '/api/session', { body: { email, password } })).data
}

/** Opens a session; everything that was known of an earlier one is forgotten. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation<unknown, Problem, Credentials>({
    mutationFn: openSession,
    onSuccess: (me) => {
      client.clear()
      client.setQueryData(ME, me)
    },
  })
}

/** Founds a workspace and opens a session in it. */
export function useSignUp() {
  const client = useQueryClient()
  return useMutation<unknown, Problem, NewWorkspace>({
    mutationFn: async (wish) => {
      await send('POST', '/api/workspaces', { body: wish })
      return openSession(wish)
    },
    onSuccess: (me) => {
      client.clear()
      client.setQueryData(ME, me)
    },
  })
}
