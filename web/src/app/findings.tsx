import { useNavigate } from '@tanstack/react-router'
import { ChartNoAxesColumn, Gauge, House, ListOrdered, Plus, Trash2, Trophy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import { useSearch } from '../engine/search'
import { Icon } from '../kit/Icon'
import { usePlaces } from './places'

export interface Finding {
  key: string
  title: string
  kind: string
  icon: ReactNode
  go: () => void
}

const MOST = 12

/** Pages and actions that match at once, and records as the server finds them by title. */
export function useFindings(text: string, asked: string): { findings: Finding[]; searching: boolean } {
  const { t } = useTranslation()
  const names = useNames()
  const navigate = useNavigate()
  const { places } = usePlaces()
  const objects = [...places.daily, ...places.others, ...places.people]

  const pages: Finding[] = [
    ...objects.map((object) => ({
      key: 'page ' + object.name,
      title: names.many(object),
      kind: t('app.page'),
      icon: <Icon name={object.icon} size={14} />,
      go: () => void navigate({ to: '/o/$object', params: { object: object.name } }),
    })),
    {
      key: 'home',
      title: t('app.home'),
      kind: t('app.page'),
      icon: <House size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/' }),
    },
    {
      key: 'pipeline',
      title: t('app.pipeline'),
      kind: t('app.page'),
      icon: <ChartNoAxesColumn size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/pipeline' }),
    },
    {
      key: 'leaderboard',
      title: t('app.leaderboard'),
      kind: t('app.page'),
      icon: <Trophy size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/performance/leaderboard' }),
    },
    {
      key: 'scorecards',
      title: t('app.scorecards'),
      kind: t('app.page'),
      icon: <Gauge size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/performance/scorecards' }),
    },
    {
      key: 'metrics',
      title: t('app.metrics'),
      kind: t('app.page'),
      icon: <ListOrdered size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/performance/metrics' }),
    },
  ]
  const actions: Finding[] = [
    ...places.daily.map((object) => ({
      key: 'new ' + object.name,
      title: names.create(object),
      kind: t('app.action'),
      icon: <Plus size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/o/$object/new', params: { object: object.name } }),
    })),
    ...places.daily.map((object) => ({
      key: 'bin ' + object.name,
      title: t('bin.open', { objects: names.many(object) }),
      kind: t('app.page'),
      icon: <Trash2 size={14} aria-hidden="true" />,
      go: () => void navigate({ to: '/bin/$object', params: { object: object.name } }),
    })),
  ]
  const search = useSearch(asked)
  const records = (search.data ?? []).flatMap((found) => {
    const object = objects.find((one) => one.name === found.object)
    if (!object) return []
    return {
      key: `${object.name} ${found.id}`,
      title: found.title ?? '–',
      kind: names.one(object),
      icon: <Icon name={object.icon} size={14} />,
      go: () => void navigate({ to: '/o/$object/$id', params: { object: object.name, id: found.id } }),
    }
  })
  const wanted = text.toLowerCase()
  const local = [...pages, ...actions].filter((finding) => finding.title.toLowerCase().includes(wanted))
  const findings = [...asked].length >= 2 ? [...records, ...local] : local
  return { findings: findings.slice(0, MOST), searching: search.isFetching }
}
