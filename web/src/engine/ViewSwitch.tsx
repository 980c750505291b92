import { Link, useSearch } from '@tanstack/react-router'
import { Calendar, List, SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useViews } from './definitions'
import type { ObjectDefinition } from './documents'
import { roleOf } from './paths'
import './viewSwitch.css'

export type Look = 'list' | 'board' | 'calendar'

/** The ways to look at an object's records that it has what it needs for. */
export function useLooks(object: ObjectDefinition): Look[] {
  const views = useViews()
  const has = (type: Look) => views.data?.some((view) => view.object === object.name && view.type === type)
  const board = has('board') || roleOf(object, 'stage') !== null
  const calendar = has('calendar') || roleOf(object, 'closed') !== null
  return ['list', ...(board ? (['board'] as const) : []), ...(calendar ? (['calendar'] as const) : [])]
}

const LOOKS = {
  list: { to: '/o/$object', icon: List },
  board: { to: '/o/$object/board', icon: SquareKanban },
  calendar: { to: '/o/$object/calendar', icon: Calendar },
} as const

/** List, board, calendar: the same records, and the same condition, looked at in another way. */
export function ViewSwitch({ object, here }: { object: ObjectDefinition; here: Look | null }) {
  const { t } = useTranslation()
  const looks = useLooks(object)
  const { where } = useSearch({ strict: false }) as { where?: string }
  const words: Record<Look, string> = {
    list: t('looks.list'),
    board: t('looks.board'),
    calendar: t('looks.calendar'),
  }
  if (looks.length < 2) return null
  return (
    <nav className="looks" aria-label={t('looks.title')}>
      {looks.map((look) => {
        const { to, icon: Drawn } = LOOKS[look]
        return (
          <Link
            key={look}
            to={to}
            params={{ object: object.name }}
            search={where ? { where } : {}}
            className={look === here ? 'look look-here' : 'look'}
            aria-current={look === here ? 'page' : undefined}
          >
            <Drawn size={14} strokeWidth={1.75} aria-hidden="true" />
            <span>{words[look]}</span>
          </Link>
        )
      })}
    </nav>
  )
}
