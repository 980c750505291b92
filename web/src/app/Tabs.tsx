import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { Ellipsis, Gauge, ListOrdered } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import type { Me } from '../engine/session'
import { Icon } from '../kit/Icon'
import { usePlaces } from './places'

/** On a phone: the first three places, performance, and the rest behind "more". */
export function Tabs({ me }: { me: Me | undefined }) {
  const { t } = useTranslation()
  const names = useNames()
  const { places } = usePlaces()
  const [open, setOpen] = useState(false)
  const rest = [...places.daily.slice(3), ...places.others, ...places.people]
  return (
    <nav className="tabs" aria-label={t('app.places')}>
      {places.daily.slice(0, 3).map((object) => (
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
