import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import type { Me } from '../engine/session'
import { Icon } from '../kit/Icon'
import { HOME, IMPORTS, type Page, PERFORMANCE, PIPELINE, TASKS } from './pages'
import { usePlaces, workOf } from './places'

/** On a phone: home, the two places one is at most, what is due, and the rest behind "more". */
export function Tabs({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  const names = useNames()
  const { places, pending } = usePlaces()
  const [open, setOpen] = useState(false)
  const { daily, tasks } = workOf(places)
  const first = daily.slice(0, tasks ? 2 : 3)
  const rest = [...places.daily, ...places.others, ...places.people].filter(
    (object) => !first.includes(object),
  )
  if (pending) return <nav className="tabs" aria-label={t('app.places')} />
  return (
    <nav className="tabs" aria-label={t('app.places')}>
      <Tab page={HOME} />
      {first.map((object) => (
        <Link
          key={object.name}
          to="/o/$object"
          params={{ object: object.name }}
          className="tab"
          activeProps={{ className: 'tab-here' }}
        >
          <Icon name={object.icon} size={20} />
          <span className="ellipsis">{names.many(object)}</span>
        </Link>
      ))}
      {tasks ? <Tab page={TASKS} /> : null}
      <button type="button" className="tab" onClick={() => setOpen(true)}>
        <Ellipsis size={20} aria-hidden="true" />
        {t('app.more')}
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        title={me?.workspace.name}
        size="70dvh"
      >
        <div className="more" onClickCapture={() => setOpen(false)}>
          {[PIPELINE, ...PERFORMANCE, IMPORTS].map((page) => (
            <Link key={page.key} to={page.to} className="more-place">
              <page.Icon size={18} strokeWidth={1.75} aria-hidden="true" /> {t(`app.pages.${page.key}`)}
            </Link>
          ))}
          {rest.map((object) => (
            <Link key={object.name} to="/o/$object" params={{ object: object.name }} className="more-place">
              <Icon name={object.icon} size={18} /> {names.many(object)}
            </Link>
          ))}
        </div>
      </Drawer>
    </nav>
  )
}

function Tab({ page }: { page: Page }) {
  const { t } = useTranslation()
  return (
    <Link
      to={page.to}
      className="tab"
      activeOptions={{ exact: page === HOME, includeSearch: false }}
      activeProps={{ className: 'tab-here' }}
    >
      <page.Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      <span className="ellipsis">{t(`app.pages.${page.key}`)}</span>
    </Link>
  )
}
