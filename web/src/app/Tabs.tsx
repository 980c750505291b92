import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { ChartNoAxesColumn, Ellipsis, Gauge, House, ListOrdered, Trophy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import type { Me } from '../engine/session'
import { Icon } from '../kit/Icon'
import { usePlaces } from './places'

/** On a phone: the home, the first two places, performance, and the rest behind "more". */
export function Tabs({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  const names = useNames()
  const { places } = usePlaces()
  const [open, setOpen] = useState(false)
  const rest = [...places.daily.slice(2), ...places.others, ...places.people]
  return (
    <nav className="tabs" aria-label={t('app.places')}>
      <Link
        to="/"
        className="tab"
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{ className: 'tab-here' }}
      >
        <House size={20} strokeWidth={1.75} aria-hidden="true" />
        <span className="ellipsis">{t('app.home')}</span>
      </Link>
      {places.daily.slice(0, 2).map((object) => (
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
      <Link to="/performance/scorecards" className="tab" activeProps={{ className: 'tab-here' }}>
        <Gauge size={20} strokeWidth={1.75} aria-hidden="true" />
        <span className="ellipsis">{t('app.performance')}</span>
      </Link>
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
          <Link to="/pipeline" className="more-place">
            <ChartNoAxesColumn size={18} aria-hidden="true" /> {t('app.pipeline')}
          </Link>
          <Link to="/performance/leaderboard" className="more-place">
            <Trophy size={18} aria-hidden="true" /> {t('app.leaderboard')}
          </Link>
          <Link to="/performance/metrics" className="more-place">
            <ListOrdered size={18} aria-hidden="true" /> {t('app.metrics')}
          </Link>
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
