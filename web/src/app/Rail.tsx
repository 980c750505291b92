import { Link, useLocation } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { ChevronDown, ChevronRight, PanelLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../engine/documents'
import { useNames } from '../engine/labels'
import type { Me } from '../engine/session'
import { Avatar } from '../kit/Avatar'
import { Icon } from '../kit/Icon'
import { Logo } from '../kit/Logo'
import { keep, kept } from '../lib/kept'
import { MeMenu } from './MeMenu'
import { HOME, IMPORTS, type Page, PERFORMANCE, PIPELINE, TASKS } from './pages'
import { usePlaces, workOf } from './places'

interface Props {
  folded: boolean
  canFold: boolean
  onFold: () => void
  me: Me | undefined
}

/** Where one can go, by work: the customers and deals of the day, what is due, how it goes, and the rest. */
export function Rail({ folded, canFold, onFold, me }: Props) {
  const { t } = useTranslation()
  const name = me?.member.name ?? me?.account?.email ?? '?'
  const foldButton = (
    <button
      type="button"
      className={folded ? 'icon-button rail-unfold' : 'icon-button'}
      onClick={onFold}
      aria-label={folded ? t('app.unfold') : t('app.fold')}
    >
      <PanelLeft size={16} aria-hidden="true" />
    </button>
  )
  return (
    <nav className="rail" aria-label={t('app.places')}>
      <div className="rail-head">
        <Link to="/" className="brand" aria-label={t('app.name')}>
          <Logo size={20} />
          {folded ? null : t('app.name')}
        </Link>
        {canFold && !folded ? foldButton : null}
      </div>
      <div className="rail-places">
        {canFold && folded ? foldButton : null}
        <RailPlaces folded={folded} />
      </div>
      {me ? (
        <MeMenu me={me}>
          <button
            type="button"
            className="rail-me"
            aria-label={folded ? `${t('app.me')}: ${name}` : undefined}
          >
            <Avatar id={me?.member.id ?? ''} name={name} size={22} />
            {folded ? null : (
              <span className="rail-names">
                <span className="ellipsis">{name}</span>
                <span className="rail-workspace ellipsis">{me?.workspace.name}</span>
              </span>
            )}
          </button>
        </MeMenu>
      ) : (
        <div className="rail-me" />
      )}
    </nav>
  )
}

/** All at once, when it is known what there is: nothing moves under the pointer. */
function RailPlaces({ folded }: { folded: boolean }) {
  const { t } = useTranslation()
  const { places, pending } = usePlaces()
  if (pending) return <div className="rail-waiting" role="status" aria-label={t('state.loading')} />
  const { daily, others, tasks } = workOf(places)
  return (
    <>
      <Place page={HOME} folded={folded} />
      {daily.map((object) => (
        <ObjectPlace key={object.name} object={object} folded={folded} />
      ))}
      {tasks ? <Place page={TASKS} folded={folded} /> : null}
      <Place page={PIPELINE} folded={folded} />
      <Performance folded={folded} />
      <Group name="more" label={t('app.more')} folded={folded}>
        {others.map((object) => (
          <ObjectPlace key={object.name} object={object} folded={folded} />
        ))}
        <Place page={IMPORTS} folded={folded} />
      </Group>
      {places.people.length > 0 ? (
        <Group name="people" label={t('app.people')} folded={folded}>
          {places.people.map((object) => (
            <ObjectPlace key={object.name} object={object} folded={folded} />
          ))}
        </Group>
      ) : null}
    </>
  )
}

/** Performance opens its own places while one is there. */
function Performance({ folded }: { folded: boolean }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const here = pathname.startsWith('/performance/')
  const [first, ...rest] = PERFORMANCE
  if (!first) return null
  return (
    <>
      <Hint title={folded ? t('app.performance') : null}>
        <Link
          to={first.to}
          className={here ? 'place place-here' : 'place'}
          aria-label={folded ? t('app.performance') : undefined}
        >
          <first.Icon size={16} strokeWidth={1.75} aria-hidden="true" />
          {folded ? null : <span className="ellipsis">{t('app.performance')}</span>}
        </Link>
      </Hint>
      {here && !folded
        ? [first, ...rest].map((page) => (
            <Link
              key={page.key}
              to={page.to}
              className="place place-sub"
              activeProps={{ className: 'place-sub-here' }}
            >
              <span className="ellipsis">{t(`app.pages.${page.key}`)}</span>
            </Link>
          ))
        : null}
    </>
  )
}

function ObjectPlace({ object, folded }: { object: ObjectDefinition; folded: boolean }) {
  const names = useNames()
  const label = names.many(object)
  return (
    <Hint title={folded ? label : null}>
      <Link
        to="/o/$object"
        params={{ object: object.name }}
        className="place"
        activeProps={{ className: 'place-here' }}
        aria-label={folded ? label : undefined}
      >
        <Icon name={object.icon} />
        {folded ? null : <span className="ellipsis">{label}</span>}
      </Link>
    </Hint>
  )
}

function Place({ page, folded }: { page: Page; folded: boolean }) {
  const { t } = useTranslation()
  const label = t(`app.pages.${page.key}`)
  return (
    <Hint title={folded ? label : null}>
      <Link
        to={page.to}
        className="place"
        activeOptions={{ exact: page === HOME, includeSearch: false }}
        activeProps={{ className: 'place-here' }}
        aria-label={folded ? label : undefined}
      >
        <page.Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        {folded ? null : <span className="ellipsis">{label}</span>}
      </Link>
    </Hint>
  )
}

function Hint({ title, children }: { title: string | null; children: ReactNode }) {
  return title ? (
    <Tooltip title={title} placement="right">
      {children}
    </Tooltip>
  ) : (
    children
  )
}

interface GroupProps {
  name: string
  label: string
  folded: boolean
  children: ReactNode
}

function Group({ name, label, folded, children }: GroupProps) {
  const [open, setOpen] = useState(() => kept(`rail.${name}`, false))
  if (folded) return null
  const toggle = () => {
    setOpen(!open)
    keep(`rail.${name}`, !open)
  }
  return (
    <>
      <button type="button" className="rail-group" onClick={toggle} aria-expanded={open}>
        {label}
        {open ? <ChevronDown size={12} aria-hidden="true" /> : <ChevronRight size={12} aria-hidden="true" />}
      </button>
      {open ? children : null}
    </>
  )
}
