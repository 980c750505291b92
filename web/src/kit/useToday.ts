import { useState } from 'react'

/** The moment this part of the page was first drawn; a page does not change its mind about today while it is read. */
export function useToday(): Date {
  return useState(() => new Date())[0]
}
