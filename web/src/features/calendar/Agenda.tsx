import { Link } from '@tanstack/react-router'
import { CalendarCheck2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { OptionTag } from '../../engine/kinds/choice'
import { fieldOf } from '../../engine/paths'
import { usePreferences } from '../../kit/Preferences'
import { SkeletonRows, State } from '../../kit/States'
import { at } from './days'
import type { Parts } from './MonthGrid'

/** Day by day as rows: a day on a wide screen, whatever is chosen on a phone. */
export function Agenda({ object, settings, days, entries, today, pending }: Parts & { pending: boolean }) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const now = useRef<HTMLElement>(null)
  const name = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', weekday: 'short' })
  const colour = settings.colour ? fieldOf(object, settings.colour) : null
  const ready = entries.length > 0
  useEffect(() => {
    if (ready) now.current?.scrollIntoView({ block: 'start' })
  }, [ready])
  if (pending) return <SkeletonRows rows={8} height={60} />
  if (!ready) return <State icon={CalendarCheck2} title={t('calendar.free')} reason={t('calendar.freeWhy')} />
  const busy = days.filter((day) => entries.some((entry) => entry.day === day))
  const first = busy.find((day) => day >= today)
  return (
    <div className="agenda">
      {busy.map((day) => (
        <section key={day} ref={day === first ? now : undefined} className="agenda-day">
          <h3 className={day === today ? 'agenda-today' : undefined}>{name.format(at(day))}</h3>
          {entries
            .filter((entry) => entry.day === day)
            .map((entry) => (
              <Link
                key={entry.record.id}
                to="/o/$object/$id"
                params={{ object: object.name, id: entry.record.id }}
                className="agenda-row"
              >
                <span className="agenda-time">{entry.time || t('calendar.allDay')}</span>
                <span className="agenda-title ellipsis">{entry.title}</span>
                {colour && entry.option ? (
                  <OptionTag
                    option={colour.type.options.find((one) => one.key === entry.option)}
                    value={entry.option}
                  />
                ) : null}
              </Link>
            ))}
        </section>
      ))}
    </div>
  )
}
