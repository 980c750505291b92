import { Check, CircleAlert, LoaderCircle, Undo2, X } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../lib/problem'
import { createStore, useStore } from '../lib/store'
import './undo.css'

type State = 'offered' | 'undoing' | 'undone' | 'failed'

interface Offer {
  id: number
  text: string
  undo: () => unknown
  state: State
  /** What the undoing answered, if it said more than that it is done. */
  answer: string | null
}

/** So long it can be taken back by the toast; the time stands still while one points at it or is on it. */
const SHOWN = 8_000
const ANSWERED = 3_000
const MOST = 3

const offers = createStore<Offer[]>([])
let next = 1

function mark(id: number, state: State, answer: string | null = null): void {
  offers.set(offers.get().map((offer) => (offer.id === id ? { ...offer, state, answer } : offer)))
}

function drop(id: number): void {
  offers.set(offers.get().filter((offer) => offer.id !== id))
}

/**
 * Says what was done and offers to take it back, for eight seconds, wherever the reader goes meanwhile.
 *
 * @param text what was done, as a sentence without a stop
 * @param undo takes it back; a text that it answers is shown in place of “undone”, what it throws is shown too
 */
export function offerUndo(text: string, undo: () => unknown): void {
  const offer: Offer = { id: next++, text, undo, state: 'offered', answer: null }
  offers.set([...offers.get().slice(1 - MOST), offer])
}

async function takeBack(offer: Offer): Promise<void> {
  if (offer.state !== 'offered' && offer.state !== 'failed') return
  mark(offer.id, 'undoing')
  try {
    const answer = await offer.undo()
    mark(offer.id, 'undone', typeof answer === 'string' ? answer : null)
  } catch (failure) {
    mark(offer.id, 'failed', failure instanceof Problem ? failure.message : String(failure))
  }
}

/** Whoever types undoes what was typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea') || target.isContentEditable)
}

/** Where the offers stand; mounted once, around all pages. */
export function Undos() {
  const { t } = useTranslation()
  const shown = useStore(offers)
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      const last = offers.get().findLast((offer) => offer.state === 'offered')
      if (!last || isTyping(event.target)) return
      event.preventDefault()
      void takeBack(last)
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  return (
    <section className="undos" aria-live="polite" aria-label={t('undo.place')}>
      {shown.map((offer) => (
        <Toast key={offer.id} offer={offer} />
      ))}
    </section>
  )
}

function Toast({ offer }: { offer: Offer }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useVanishing(
    offer,
    useHeld(box, () => drop(offer.id)),
  )
  const words: Record<State, string> = {
    offered: offer.text,
    undoing: t('undo.undoing'),
    undone: offer.answer ?? t('undo.undone'),
    failed: t('undo.failed', { reason: offer.answer ?? '' }),
  }
  return (
    <div ref={box} role="group" className={`undo-toast undo-${offer.state}`}>
      <Sign state={offer.state} />
      <span className="undo-text">{words[offer.state]}</span>
      {offer.state === 'offered' || offer.state === 'failed' ? (
        <button type="button" className="undo-button" onClick={() => void takeBack(offer)}>
          <Undo2 size={14} aria-hidden="true" />
          {offer.state === 'failed' ? t('undo.again') : t('undo.undo')}
        </button>
      ) : null}
      <button
        type="button"
        className="icon-button undo-close"
        aria-label={t('undo.close')}
        onClick={() => drop(offer.id)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}

function Sign({ state }: { state: State }) {
  const Drawn = state === 'undoing' ? LoaderCircle : state === 'failed' ? CircleAlert : Check
  return <Drawn size={16} aria-hidden="true" className={`undo-sign undo-sign-${state}`} />
}

/** Whether one points at the box or is on it; Escape closes it. */
function useHeld(box: RefObject<HTMLElement | null>, close: () => void): boolean {
  const [held, setHeld] = useState(false)
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    const on = box.current
    if (!on) return undefined
    const ends = new AbortController()
    const { signal } = ends
    for (const begin of ['mouseenter', 'focusin']) on.addEventListener(begin, () => setHeld(true), { signal })
    for (const end of ['mouseleave', 'focusout']) on.addEventListener(end, () => setHeld(false), { signal })
    on.addEventListener('keydown', (event) => event.key === 'Escape' && latest.current(), { signal })
    return () => ends.abort()
  }, [box])
  return held
}

/** Counts down while nobody holds it; an undoing under way, or a failed one, stays. */
function useVanishing(offer: Offer, held: boolean): void {
  const left = useRef(SHOWN)
  useEffect(() => {
    if (offer.state === 'undone') left.current = ANSWERED
  }, [offer.state])
  useEffect(() => {
    if (held || offer.state === 'undoing' || offer.state === 'failed') return undefined
    const since = Date.now()
    const timer = setTimeout(() => drop(offer.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(1_000, left.current - (Date.now() - since))
    }
  }, [offer.id, offer.state, held])
}
