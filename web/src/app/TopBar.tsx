import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { Plus, Search } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import type { Me } from '../engine/session'
import { Bell } from '../features/inbox/Bell'
import { Avatar } from '../kit/Avatar'
import { Icon } from '../kit/Icon'
import { HelpMenu } from './HelpMenu'
import { MeMenu } from './MeMenu'
import { usePlaces } from './places'

const JobTray = lazy(async () => ({ default: (await import('../features/record/bulk/JobTray')).JobTray }))

interface Props {
  crumbs: (place: HTMLElement | null) => void
  onSearch: () => void
  phone: boolean
  me: Me | undefined
}

export function TopBar({ crumbs, onSearch, phone, me }: Props) {
  const { t } = useTranslation()
  return (
    <header className="top-bar">
      <nav className="crumbs" ref={crumbs} aria-label={t('app.crumbs')} />
      {phone ? (
        <button type="button" className="icon-button" onClick={onSearch} aria-label={t('app.search')}>
          <Search size={18} aria-hidden="true" />
        </button>
      ) : (
        <button type="button" className="search-box" onClick={onSearch}>
          <Search size={14} aria-hidden="true" />
          <span className="ellipsis">{t('app.searchHint')}</span>
          <kbd>Ctrl K</kbd>
        </button>
      )}
      <Suspense fallback={null}>
        <JobTray />
      </Suspense>
      <CreateMenu />
      <Bell phone={phone} />
      {phone ? (
        <MeMenu me={me}>
          <button type="button" className="icon-button" aria-label={t('app.me')}>
            <Avatar id={me?.member.id ?? ''} name={me?.member.name ?? me?.account?.email ?? '?'} size={24} />
          </button>
        </MeMenu>
      ) : (
        <HelpMenu />
      )}
    </header>
  )
}

function CreateMenu() {
  const { t } = useTranslation()
  const names = useNames()
  const navigate = useNavigate()
  const { places } = usePlaces()
  const items = places.daily.map((object) => ({
    key: object.name,
    icon: <Icon name={object.icon} size={14} />,
    label: names.create(object),
    onClick: () => void navigate({ to: '/o/$object/new', params: { object: object.name } }),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="icon-button" aria-label={t('app.create')}>
        <Plus size={18} aria-hidden="true" />
      </button>
    </Dropdown>
  )
}
