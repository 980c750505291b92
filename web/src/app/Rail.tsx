import { Link } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import {
  ChevronDown,
  ChartNoAxesColumn,
  ChevronRight,
  Gauge,
  House,
  ListOrdered,
  PanelLeft,
  Trophy,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import type { ObjectDefinition } from '../engine/documents'
import type { Me } from '../engine/session'
import { Avatar } from '../kit/Avatar'
import { Icon } from '../kit/Icon'
import { Logo } from '../kit/Logo'
import { keep, kept } from '../lib/kept'
import { MeMenu } from './MeMenu'
import { usePlaces } from './places'

interface Props {
  folded: boolean
  canFold: boolean
  onFold: () => void
  me: Me | undefined
}

export function Rail({ folded, canFold, onFold, me }: Props) {
  const { t } = useTranslation()
  const { places } = usePlaces()
  return (
    <nav className="rail" aria-label={t('app.places')}>
      <div className="rail-head">
        <Link to="/" className="brand" aria-label={t('app.name')}>
          <Logo size={20} />
          {folded ? null : t('app.name')}
        </Link>
        {canFold && !folded ? (
          <button type="button" className="icon-button" onClick={onFold} aria-label={t('app.fold')}>
            <PanelLeft size={16} aria-hidden="true" />
          </button>
        ) : null}
      </div>
      <div className="rail-places">
        {canFold && folded ? (
          <button
            type="button"
            className="icon-button rail-unfold"
            onClick={onFold}
            aria-label={t('app.unfold')}
          >
            <PanelLeft size={16} aria-hidden="true" />
          </button>
        ) : null}
        <Place
          to="/"
          folded={folded}
          label={t('app.home')}
          icon={<House size={16} strokeWidth={1.75} aria-hidden="true" />}
        />
        {places.daily.map((object) => (
          <ObjectPlace key={object.name} object={object} folded={folded} />
        ))}
        <div className="rail-gap" />
        <Place
          to="/pipeline"
          folded={folded}
          label={t('app.pipeline')}
          icon={<ChartNoAxesColumn size={16} strokeWidth={1.75} aria-hidden="true" />}
        />
        <Place
          to="/performance/leaderboard"
          folded={folded}
          label={t('app.leaderboard')}
          icon={<Trophy size={16} strokeWidth={1.75} aria-hidden="true" />}
        />
        <Place
          to="/performance/scorecards"
          folded={folded}
          label={t('app.scorecards')}
          icon={<Gauge size={16} aria-hidden="true" />}
        />
        <Place
          to="/performance/metrics"
          folded={folded}
          label={t('app.metrics')}
          icon={<ListOrdered size={16} aria-hidden="true" />}
        />
        <Group name="more" label={t('app.more')} objects={places.others} folded={folded} />
        <Group name="people" label={t('app.people')} objects={places.people} folded={folded} />
      </div>
      <MeMenu me={me}>
        <button type="button" className="rail-me" aria-label={t('app.me')}>
          <Avatar id={me?.member.id ?? ''} name={me?.member.name ?? me?.account?.email ?? '?'} size={22} />
          {folded ? null : (
            <>
              <span className="rail-names">
                <span className="ellipsis">{me?.member.name ?? me?.account?.email}</span>
                <span className="rail-workspace ellipsis">{me?.workspace.name}</span>
              </span>
            </>
          )}
        </button>
      </MeMenu>
    </nav>
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
        aria-label={label}
      >
        <Icon name={object.icon} />
        {folded ? null : <span className="ellipsis">{label}</span>}
      </Link>
    </Hint>
  )
}

interface PlaceProps {
  to: '/' | '/pipeline' | '/performance/leaderboard' | '/performance/scorecards' | '/performance/metrics'
  label: string
  icon: ReactNode
  folded: boolean
}

function Place({ to, label, icon, folded }: PlaceProps) {
  return (
    <Hint title={folded ? label : null}>
      <Link
        to={to}
        className="place"
        activeOptions={{ exact: to === '/', includeSearch: false }}
        activeProps={{ className: 'place-here' }}
        aria-label={label}
      >
        {icon}
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

function Group({
  name,
  label,
  objects,
  folded,
}: {
  name: string
  label: string
  objects: ObjectDefinition[]
  folded: boolean
}) {
  const [open, setOpen] = useState(() => kept(`rail.${name}`, false))
  if (objects.length === 0 || folded) return null
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
      {open
        ? objects.map((object) => <ObjectPlace key={object.name} object={object} folded={folded} />)
        : null}
    </>
  )
}
