import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { CalendarX2, ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectCrumbs } from '../../engine/ObjectCrumbs'
import { CreateButton } from '../../engine/CreateButton'
import { useObject, useViews } from '../../engine/definitions'
import type { CalendarSettings, ObjectDefinition } from '../../engine/documents'
import { both } from '../../engine/filter/both'
import { useNames } from '../../engine/labels'
import { useRights } from '../../engine/session'
import { ViewSwitch } from '../../engine/ViewSwitch'
import { localDay } from '../../kit/format'
import { usePreferences } from '../../kit/Preferences'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { usePhone } from '../../kit/usePhone'
import { useToday } from '../../kit/useToday'
import { Problem } from '../../lib/problem'
import { Agenda } from './Agenda'
import { MonthGrid } from './MonthGrid'
import { calendarOf, entriesOf, MOST, useCalendar, useMoveDay } from './calendarData'
import { at, daysOf, type Span, step } from './days'
import './calendar.css'

interface Search {
  view?: string
  where?: string
  whose?: string
  span?: string
  on?: string
}

export function CalendarPage() {
  const { t } = useTranslation()
  const names = useNames()
  const { object: name } = useParams({ strict: false }) as { object: string }
  const search = useSearch({ strict: false }) as Search
  const { object, isPending, error, refetch } = useObject(name)
  const views = useViews()
  if (isPending || views.isPending) return <SkeletonRows rows={8} height={92} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} retry={() => void refetch()} />
  const calendars = views.data?.filter((one) => one.object === name && one.type === 'calendar') ?? []
  const view = calendars.find((one) => one.name === search.view) ?? calendars[0] ?? null
  const settings = calendarOf(object, view)
  if (!settings) {
    return (
      <State
        icon={CalendarX2}
        title={t('calendar.none', { object: names.one(object) })}
        reason={t('calendar.noneWhy')}
      />
    )
  }
  return <Page key={object.name} object={object} settings={settings} base={view?.where ?? ''} />
}

function Page({
  object,
  settings,
  base,
}: {
  object: ObjectDefinition
  settings: CalendarSettings
  base: string
}) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  const today = localDay(useToday())
  const rights = useRights(object.name)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const { language } = usePreferences()
  const span: Span = search.span === 'week' || search.span === 'day' ? search.span : 'month'
  const on = search.on ?? today
  const owner = object.roles.owner
  const everybody = search.whose === 'all' || !owner
  const mine = everybody ? '' : `${owner} = me`
  const where = both(both(base, search.where ?? ''), mine)
  const days = useMemo(() => daysOf(span, on, phone), [span, on, phone])
  const query = useCalendar(object, settings, where, days)
  const entries = useMemo(
    () => entriesOf(object, settings, query.data?.records ?? []),
    [object, settings, query.data],
  )
  const move = useMoveDay(object, settings, query.key)
  const go = (change: Partial<Search>) =>
    void navigate({
      to: '/o/$object/calendar',
      params: { object: object.name },
      search: { ...search, ...change },
      replace: true,
    })
  const heading = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    ...(span === 'day' ? { day: 'numeric', weekday: 'long' } : {}),
  }).format(at(span === 'week' ? (days[3] ?? on) : on))
  const open = (id: string) => void navigate({ to: '/o/$object/$id', params: { object: object.name, id } })
  const parts = {
    object,
    settings,
    days,
    entries,
    today,
    on,
    open,
    movable: rights.may('change'),
    move,
    span,
  }
  return (
    <div className="calendar-page">
      <ObjectCrumbs object={object} here={t('looks.calendar')} />
      <div className="page-head calendar-head">
        <h1>{names.many(object)}</h1>
        <ViewSwitch object={object} here="calendar" />
        <div className="page-actions calendar-end">
          <CreateButton object={object} />
        </div>
      </div>
      <div className="calendar-bar">
        <Button onClick={() => go({ on: undefined })}>{t('calendar.today')}</Button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('calendar.earlier')}
          onClick={() => go({ on: step(span, on, -1) })}
        >
          <ChevronLeft size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('calendar.later')}
          onClick={() => go({ on: step(span, on, 1) })}
        >
          <ChevronRight size={18} aria-hidden="true" />
        </button>
        <h2 aria-live="polite">{heading}</h2>
        <span className="calendar-end">
          {owner ? (
            <Segmented
              aria-label={t('calendar.whose')}
              value={everybody ? 'all' : 'me'}
              onChange={(value) => go({ whose: value === 'all' ? 'all' : undefined })}
              options={[
                { value: 'me', label: t('calendar.mine') },
                { value: 'all', label: t('calendar.everybody') },
              ]}
            />
          ) : null}
          <Segmented
            aria-label={t('calendar.span')}
            value={span}
            onChange={(value) => go({ span: value === 'month' ? undefined : value })}
            options={[
              { value: 'month', label: t('calendar.month') },
              { value: 'week', label: t('calendar.week') },
              { value: 'day', label: t('calendar.day') },
            ]}
          />
        </span>
      </div>
      {query.data?.next ? <p className="calendar-most">{t('calendar.most', { count: MOST })}</p> : null}
      {query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : phone || span === 'day' ? (
        <Agenda {...parts} pending={query.isPending} />
      ) : (
        <MonthGrid {...parts} />
      )}
    </div>
  )
}
