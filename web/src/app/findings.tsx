import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Gauge, ListOrdered, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import { findByTitle } from '../engine/records'
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
  const actions: Finding[] = places.daily.map((object) => ({
    key: 'new ' + object.name,
    title: names.create(object),
    kind: t('app.action'),
    icon: <Plus size={14} aria-hidden="true" />,
    go: () => void navigate({ to: '/o/$object/new', params: { object: object.name } }),
  }))
  const searched = [...places.daily, ...places.people].filter((object) =>
    object.fields.some((field) => field.name === object.roles.title && field.type.kind === 'text'),
  )
  const answers = useQueries({
    queries: searched.map((object) => ({
      queryKey: ['records', object.name, 'find', asked],
      queryFn: () => findByTitle(object, asked, null),
      enabled: asked.length >= 2,
      staleTime: 30_000,
      retry: false,
    })),
  })
  const records = answers.flatMap((answer, index) => {
    const object = searched[index]
    if (!object) return []
    return (answer.data ?? []).slice(0, 5).map((found) => ({
      key: `${object.name} ${found.id}`,
      title: found.title ?? '–',
      kind: names.one(object),
      icon: <Icon name={object.icon} size={14} />,
      go: () => void navigate({ to: '/o/$object/$id', params: { object: object.name, id: found.id } }),
    }))
  })
  const wanted = text.toLowerCase()
  const local = [...pages, ...actions].filter((finding) => finding.title.toLowerCase().includes(wanted))
  const findings = asked.length >= 2 ? [...records, ...local] : local
  return { findings: findings.slice(0, MOST), searching: answers.some((answer) => answer.isFetching) }
}
