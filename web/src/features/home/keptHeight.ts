import { type RefObject, useEffect, useRef } from 'react'
import { usePhone } from '../../kit/usePhone'
import { keep, kept } from '../../lib/kept'

/**
 * How high a place was when it was last filled, so that nothing below it moves when it is filled again. Measured
 * when `ready`; before, the place is to be as high as the answer says.
 */
export function useKeptHeight(
  place: string,
  otherwise: number,
  ready: boolean,
): { box: RefObject<HTMLDivElement | null>; height: number } {
  const phone = usePhone()
  const name = `home.height.${place}.${phone ? 'phone' : 'wide'}`
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (ready && box.current) keep(name, box.current.offsetHeight)
  })
  return { box, height: kept(name, otherwise) }
}
