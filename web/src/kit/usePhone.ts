import { useSyncExternalStore } from 'react'

function media(query: string) {
  const list = matchMedia(query)
  return {
    subscribe: (listener: () => void) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    matches: () => list.matches,
  }
}

const phone = media('(max-width: 767px)')
const narrow = media('(max-width: 1023px)')

export function usePhone(): boolean {
  return useSyncExternalStore(phone.subscribe, phone.matches)
}

/** Narrower than 1024 px: the rail folds. */
export function useNarrow(): boolean {
  return useSyncExternalStore(narrow.subscribe, narrow.matches)
}
