import { useNavigate } from '@tanstack/react-router'
import { Languages, Plus, Sun, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../engine/labels'
import { useSearch } from '../engine/search'
import { Icon } from '../kit/Icon'
import { keep, kept } from '../lib/kept'
import { usePreferences } from '../kit/Preferences'
import { HOME, IMPORTS, PERFORMANCE, PIPELINE, TASKS } from './pages'
import { usePlaces } from './places'

export interface Finding {
  key: string
  title: string
  kind: string
  icon: ReactNode
  go: () => void
}

const MOST = 12
const RECENT = 'command.recent'
const RECENTS = 5

/** Remembers where one went, so that it stands first the next time. */
export function remember(finding: Finding): void {
  const before = kept<string[]>(RECENT, []).filter((key) => key !== finding.key)
  keep(RECENT, [finding.key, ...before].slice(0, RECENTS))
}

/** Pages and actions that match at once, and records as the server finds them by title. */
export function useFindings(text: string, asked: string): { findings: Finding[]; searching: boolean } {
  const { t } = useTranslation()
  const names = useNames()
  const navigate = useNavigate()
  const { language, theme, setLanguage, chooseTheme } = usePreferences()
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
    ...[HOME, TASKS, PIPELINE, ...PERFORMANCE, IMPORTS].map((page) => ({
      key: page.key,
      title: t(`app.pages.${page.key}`),
      kind: t('app.page'),
      icon: <page.Icon size={14} aria-hidden="true" />,
      go: () => void navigate({ to: page.to }),
    })),
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
    {
      key: 'language',
      title: language === 'zh-CN' ? 'English' : '中文',
      kind: t('app.action'),
      icon: <Languages size={14} aria-hidden="true" />,
      go: () => setLanguage(language === 'zh-CN' ? 'en' : 'zh-CN'),
    },
    {
      key: 'theme',
      title: theme === 'dark' ? t('app.toLight') : t('app.toDark'),
      kind: t('app.action'),
      icon: <Sun size={14} aria-hidden="true" />,
      go: () => chooseTheme(theme === 'dark' ? 'light' : 'dark'),
    },
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
  const recent = kept<string[]>(RECENT, [])
  const first = (finding: Finding) => (recent.includes(finding.key) ? recent.indexOf(finding.key) : RECENTS)
  const known = wanted === '' ? local.toSorted((a, b) => first(a) - first(b)) : local
  const findings = [...asked].length >= 2 ? [...records, ...known] : known
  return { findings: findings.slice(0, MOST), searching: search.isFetching }
}
