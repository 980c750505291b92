import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { LayoutGrid } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFreshFigures } from '../../engine/figures/fresh'
import { Crumbs } from '../../kit/Crumbs'
import { keepText, keptText } from '../../lib/kept'
import { PeriodPicker } from '../../kit/PeriodPicker'
import { periodOf } from '../../kit/periods'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { usePreferences } from '../../kit/Preferences'
import { usePhone } from '../../kit/usePhone'
import { HeadlineText } from './HeadlineText'
import { type Home, rowsOf, useHomes } from './homes'
import { Tile } from './Tile'
import './home.css'

const ArrangePanel = lazy(() => import('./ArrangePanel').then((part) => ({ default: part.ArrangePanel })))

interface Search {
  period?: string
  home?: string
}

/** The first page: the reader's homes by role; which one is looked at is kept. */
export function HomePage() {
  const { t } = useTranslation()
  const homes = useHomes()
  useFreshFigures()
  const search = useSearch({ strict: false }) as Search
  if (homes.isError) return <Failure error={homes.error} retry={() => void homes.refetch()} />
  if (homes.isPending) return <SkeletonRows rows={10} height={40} />
  const wanted = search.home ?? keptText('home')
  const home = homes.data.find((one) => one.name === wanted) ?? homes.data[0]
  return home ? (
    <Shown home={home} homes={homes.data} search={search} />
  ) : (
    <State icon={LayoutGrid} title={t('home.none')} reason={t('home.noneWhy')} />
  )
}

function Shown({ home, homes, search }: { home: Home; homes: Home[]; search: Search }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const phone = usePhone()
  const today = useToday()
  const { language } = usePreferences()
  const [arranging, setArranging] = useState(false)
  const period = search.period ?? periodOf(today, home.period)
  const go = (change: Search) => void navigate({ to: '/', search: { ...search, ...change } })
  const choose = (name: string) => {
    keepText('home', name)
    go({ home: name, period: undefined })
  }
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', month: 'long', day: 'numeric' }).format(
    today,
  )
  return (
    <div className="home-page">
      <Crumbs parts={[{ key: 'home', node: t('app.pages.home') }]} />
      <div className="page-head">
        <div>
          <h1>{phone ? day : format.label(home.label)}</h1>
          {home.headline ? <HeadlineText headline={home.headline} period={period} /> : null}
        </div>
        <div className="page-actions">
          {homes.length > 1 ? (
            <Segmented
              aria-label={t('home.which')}
              value={home.name}
              options={homes.map((one) => ({ value: one.name, label: format.label(one.label) }))}
              onChange={choose}
            />
          ) : null}
          <PeriodPicker period={period} onChange={(next) => go({ period: next })} />
          <button
            type="button"
            className="icon-button"
            aria-label={t('home.arrange')}
            aria-expanded={arranging}
            onClick={() => setArranging(true)}
          >
            <LayoutGrid size={16} aria-hidden="true" />
          </button>
        </div>
      </div>
      {rowsOf(home.tiles).map((row) => (
        <div
          key={row.map((tile) => tile.name).join(' ')}
          className={row.length > 1 ? 'tile-row' : 'tile-row tile-row-one'}
        >
          {row.map((tile) => (
            <Tile key={tile.name} tile={tile} period={period} />
          ))}
        </div>
      ))}
      {arranging ? (
        <Suspense fallback={null}>
          <ArrangePanel home={home} onClose={() => setArranging(false)} />
        </Suspense>
      ) : null}
    </div>
  )
}
