import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ArrowRight, History as HistoryIcon, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type ContactPlace, contactPlace } from '../../../engine/contacts'
import { ChangeLine } from '../../../engine/ChangeLine'
import { useObjects } from '../../../engine/definitions'
import type { ObjectDefinition } from '../../../engine/documents'
import type { HistoryEntry } from '../../../engine/history'
import { deed, Happenings } from '../../../engine/Happenings'
import { fieldOf } from '../../../engine/paths'
import { type RecordValues, titleOf } from '../../../engine/records'
import { useRights } from '../../../engine/session'
import { Value } from '../../../engine/Value'
import { byDay, clock } from '../../../kit/format'
import { Icon } from '../../../kit/Icon'
import { Failure, SkeletonRows, State } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { QuickEntry } from './QuickEntry'
import { type Told, useStory } from './told'

/** All that happened with a record: contacts with their words, changes in one line each, by day. */
export function Story({ object, record }: { object: ObjectDefinition; record: RecordValues }) {
  const { t } = useTranslation()
  const objects = useObjects()
  const place = contactPlace(objects.data, object.name)
  const rights = useRights(place?.object.name ?? '')
  const story = useStory(object, record.id, place)
  return (
    <div className="story">
      {place && rights.may('create') ? <QuickEntry object={object} record={record} place={place} /> : null}
      {story.error ? (
        <Failure error={story.error} retry={story.retry} />
      ) : story.pending ? (
        <SkeletonRows rows={4} height={56} />
      ) : story.told.length === 0 ? (
        <State icon={HistoryIcon} title={t('history.none')} reason={t('history.noneWhy')} />
      ) : (
        byDay(story.told).map(([day, told]) => (
          <Day key={day} day={day} told={told} object={object} place={place} />
        ))
      )}
      {story.hasMore ? (
        <Button size="small" loading={story.loading} onClick={story.more}>
          {t('history.earlier')}
        </Button>
      ) : null}
    </div>
  )
}

interface DayProps {
  day: string
  told: Told[]
  object: ObjectDefinition
  place: ContactPlace | null
}

function Day({ day, told, object, place }: DayProps) {
  const format = useFormat()
  return (
    <section className="story-day">
      <h3>{format.day(day)}</h3>
      <ol>
        {told.map((one) => (
          <li key={one.key} className="story-entry">
            {one.kind === 'contact' && place ? (
              <ContactEntry record={one.record} by={one.by?.title ?? ''} at={one.at} place={place} />
            ) : one.kind === 'changed' ? (
              <ChangeEntry entry={one.entry} object={object} />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function ContactEntry({
  record,
  by,
  at,
  place,
}: {
  record: RecordValues
  by: string
  at: string
  place: ContactPlace
}) {
  const { settings, object } = place
  const kind = fieldOf(object, settings.kind)
  const key = String(record[settings.kind] ?? '')
  const note = settings.note ? record[settings.note] : null
  const dated = record[settings.at] !== null && !String(record[settings.at]).includes('T')
  const logged = typeof record.created_at === 'string' ? record.created_at : at
  return (
    <>
      <span className="story-sign story-sign-human">
        <Icon name={settings.kinds?.[key]?.icon} size={14} />
      </span>
      <div className="story-text">
        <div className="story-line">
          <strong className="ellipsis">{by}</strong>
          {kind ? <Value value={record[settings.kind]} field={kind} dense /> : null}
          <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }} className="story-title">
            {titleOf(object, record)}
          </Link>
        </div>
        {note ? <p className="story-note">{String(note)}</p> : null}
      </div>
      {dated && logged !== at ? null : <time dateTime={at}>{clock(new Date(at))}</time>}
    </>
  )
}

const SHOWN = 3

function ChangeEntry({ entry, object }: { entry: HistoryEntry; object: ObjectDefinition }) {
  const { t } = useTranslation()
  const operation = entry.operation.toLowerCase()
  const path = object.stagePath?.field
  const changes = operation === 'change' ? entry.changes.filter((one) => fieldOf(object, one.field)) : []
  const moved = changes.find((one) => one.field === path)
  const rest = changes.length - SHOWN
  return (
    <>
      <span className={moved ? 'story-sign story-sign-moved' : 'story-sign'}>
        {moved ? (
          <ArrowRight size={14} aria-hidden="true" />
        ) : entry.happenings ? (
          <Paperclip size={14} aria-hidden="true" />
        ) : (
          <HistoryIcon size={14} aria-hidden="true" />
        )}
      </span>
      <div className="story-text">
        <div className="story-line story-line-quiet">
          <strong className="ellipsis">{entry.actor?.title ?? t('history.system')}</strong>
          {deed(entry, t)}
        </div>
        <Happenings entry={entry} />
        {changes.slice(0, SHOWN).map((change) => (
          <ChangeLine key={change.field} change={change} object={object} />
        ))}
        {rest > 0 ? <div className="change">{t('record.moreChanges', { count: rest })}</div> : null}
      </div>
      <time dateTime={entry.at}>{clock(new Date(entry.at))}</time>
    </>
  )
}
