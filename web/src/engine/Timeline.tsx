import { Button } from 'antd'
import { History as HistoryIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../kit/Avatar'
import { byDay, clock } from '../kit/format'
import { Failure, SkeletonRows, State } from '../kit/States'
import { useFormat } from '../kit/useFormat'
import type { ObjectDefinition } from './documents'
import { ChangeLine } from './ChangeLine'
import { deed, Happenings } from './Happenings'
import { type HistoryEntry, useHistory } from './history'

/** What happened to a record: who, when, and from what to what; grouped by day, the newest first. */
export function Timeline({ object, id }: { object: ObjectDefinition; id: string }) {
  const { t } = useTranslation()
  const history = useHistory(object.name, id)
  if (history.isPending) return <SkeletonRows rows={4} height={56} />
  if (history.isError) return <Failure error={history.error} retry={() => void history.refetch()} />
  const entries = history.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) {
    return <State icon={HistoryIcon} title={t('history.none')} reason={t('history.noneWhy')} />
  }
  return (
    <div className="timeline">
      {byDay(entries).map(([day, group]) => (
        <TimelineDay key={day} day={day} entries={group} object={object} />
      ))}
      {history.hasNextPage ? (
        <Button
          size="small"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.earlier')}
        </Button>
      ) : null}
    </div>
  )
}

function TimelineDay({
  day,
  entries,
  object,
}: {
  day: string
  entries: HistoryEntry[]
  object: ObjectDefinition
}) {
  const format = useFormat()
  return (
    <section>
      <h4 className="timeline-day">{format.day(day)}</h4>
      <ol>
        {entries.map((entry) => (
          <TimelineEntry key={`${entry.version}-${entry.at}`} entry={entry} object={object} />
        ))}
      </ol>
    </section>
  )
}

function TimelineEntry({ entry, object }: { entry: HistoryEntry; object: ObjectDefinition }) {
  const { t } = useTranslation()
  const operation = entry.operation.toLowerCase()
  const name = entry.actor?.title ?? t('history.system')
  const changes =
    operation === 'create' ? entry.changes.filter((change) => change.new !== null) : entry.changes
  return (
    <li className="timeline-entry">
      <Avatar id={entry.actor?.id ?? 'system'} name={name} size={24} />
      <div className="timeline-text">
        <div>
          <strong>{name}</strong> {deed(entry, t)}
        </div>
        <Happenings entry={entry} />
        {operation === 'create' ? null : (
          <ul>
            {changes.map((change) => (
              <li key={change.field}>
                <ChangeLine change={change} object={object} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <time dateTime={entry.at}>{clock(new Date(entry.at))}</time>
    </li>
  )
}
