import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { AtSign, BellRing, CircleAlert, CircleCheck, MessageSquare, UserRoundCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import { useNames } from '../../engine/labels'
import { Avatar } from '../../kit/Avatar'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useInbox } from '../../lib/live'
import { type Entry, useEntries, useReading } from './inbox'
import './inbox.css'

const KINDS = { mention: AtSign, comment: MessageSquare, assigned: UserRoundCheck, job: CircleCheck }

/** What concerns the reader: opened by a click, read by it too. */
export function InboxList({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation()
  const { unread } = useInbox()
  const [only, setOnly] = useState(false)
  const list = useEntries(only)
  const { all } = useReading()
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <div className="inbox">
      <div className="inbox-head">
        <Segmented
          size="small"
          value={only ? 'unread' : 'all'}
          onChange={(value) => setOnly(value === 'unread')}
          options={[
            { value: 'all', label: t('inbox.all') },
            { value: 'unread', label: t('inbox.onlyUnread') },
          ]}
        />
        <Button size="small" type="text" disabled={unread === 0} onClick={() => all.mutate()}>
          {t('inbox.readAll')}
        </Button>
      </div>
      {list.isPending ? <SkeletonRows rows={4} height={64} /> : null}
      {list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && entries.length === 0 ? (
        <State
          icon={BellRing}
          title={only ? t('inbox.noneUnread') : t('inbox.none')}
          reason={only ? null : t('inbox.noneWhy')}
        />
      ) : null}
      <ol className="inbox-rows">
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} onGo={onGo} />
        ))}
      </ol>
      {list.hasNextPage ? (
        <div className="inbox-more">
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('inbox.earlier')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Row({ entry, onGo }: { entry: Entry; onGo?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = useNames()
  const objects = useObjects()
  const navigate = useNavigate()
  const { one } = useReading()
  const object = objects.data?.find((known) => known.name === entry.object)
  const failed = entry.job?.endsWith('-failed') ?? false
  const Kind = failed ? CircleAlert : KINDS[entry.kind]
  const open = () => {
    if (!entry.read) one.mutate({ id: entry.id, read: true })
    if (!entry.record || !entry.object) return
    onGo?.()
    const talks = entry.kind === 'mention' || entry.kind === 'comment'
    void navigate({
      to: '/o/$object/$id',
      params: { object: entry.object, id: entry.record.id },
      search: talks ? { part: 'conversation' } : {},
    })
  }
  const kind = entry.job?.split('-')[0]
  const job = kind === 'import' || kind === 'bulk' ? t(`inbox.job.${kind}`) : t('inbox.job.other')
  return (
    <li className={entry.read ? 'inbox-row' : 'inbox-row inbox-unread'}>
      <button type="button" className="inbox-open" onClick={open}>
        <span className="inbox-who">
          {entry.actor ? (
            <Avatar id={entry.actor.id} name={entry.actor.title ?? '?'} size={28} />
          ) : (
            <span className="inbox-blank" />
          )}
          <span className={failed ? 'inbox-kind inbox-failed' : 'inbox-kind'}>
            <Kind size={12} aria-hidden="true" />
          </span>
        </span>
        <span className="inbox-what">
          <span className="inbox-title">
            {entry.kind === 'job' ? `${job} · ` : ''}
            {entry.title}
          </span>
          {entry.record ? (
            <span className="inbox-record ellipsis">
              {entry.record.title ?? t('inbox.untitled')}
              {object ? <span className="inbox-object"> · {names.one(object)}</span> : null}
            </span>
          ) : null}
          {entry.excerpt ? (
            <span className="inbox-excerpt" dir="auto">
              {entry.excerpt}
            </span>
          ) : null}
        </span>
        <time dateTime={entry.at}>{format.moment(entry.at)}</time>
      </button>
      <button
        type="button"
        className="inbox-mark"
        aria-label={entry.read ? t('inbox.markUnread') : t('inbox.markRead')}
        aria-pressed={!entry.read}
        onClick={() => one.mutate({ id: entry.id, read: !entry.read })}
      >
        <span />
      </button>
    </li>
  )
}
