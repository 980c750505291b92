import { Button, Tooltip } from 'antd'
import { Bell, BellOff, MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { byDay, localDay } from '../../kit/format'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useToday } from '../../kit/useToday'
import { CommentItem } from './CommentItem'
import { Composer } from './Composer'
import './conversation.css'
import { useKeptDraft } from './draft'
import { type Comment, type Place, useConversation, useFollowing, useSay } from './talk'

/** What people say about a record. */
export function ConversationPanel({ object, id }: { object: ObjectDefinition; id: string }) {
  const { t } = useTranslation()
  const place = { object: object.name, id }
  const talk = useConversation(place)
  const say = useSay(place)
  const [draft, setDraft] = useKeptDraft(id)
  const [blind, setBlind] = useState<string[]>([])
  const mayWrite = talk.data?.pages[0]?.mayWrite ?? true
  const comments = talk.data?.pages.flatMap((page) => page.comments) ?? []
  const send = async (text: string) => {
    const said = await say.mutateAsync({ text, parent: null })
    setBlind(said.blind.map((one) => one.title ?? t('talk.somebody')))
  }
  return (
    <div className="talk">
      <div className="talk-top">
        {mayWrite ? (
          <Composer
            label={t('talk.say')}
            draft={draft}
            onDraft={setDraft}
            onSend={send}
            action={say.isPending ? t('talk.sending') : t('talk.send')}
          />
        ) : (
          <p className="talk-read">{t('talk.readOnly')}</p>
        )}
        <Follow place={place} />
      </div>
      {blind.length > 0 ? (
        <p className="talk-blind" role="status">
          {blind.length === 1
            ? t('talk.blindOne', { names: blind[0] })
            : t('talk.blindMany', { names: blind.join('、') })}
        </p>
      ) : null}
      {talk.isPending ? <SkeletonRows rows={3} height={64} /> : null}
      {talk.isError ? <Failure error={talk.error} retry={() => void talk.refetch()} /> : null}
      {talk.isSuccess && comments.length === 0 ? (
        <State icon={MessagesSquare} title={t('talk.none')} reason={t('talk.noneWhy')} />
      ) : null}
      <Days comments={comments} place={place} mayWrite={mayWrite} onBlind={setBlind} />
      {talk.hasNextPage ? (
        <Button size="small" loading={talk.isFetchingNextPage} onClick={() => void talk.fetchNextPage()}>
          {t('talk.earlier')}
        </Button>
      ) : null}
    </div>
  )
}

interface DaysProps {
  comments: Comment[]
  place: Place
  mayWrite: boolean
  onBlind: (names: string[]) => void
}

function Days({ comments, place, mayWrite, onBlind }: DaysProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const before = new Date(today)
  before.setDate(before.getDate() - 1)
  const called = (day: string) => {
    if (day === localDay(today)) return t('talk.today')
    return day === localDay(before) ? t('talk.yesterday') : format.day(day)
  }
  return (
    <>
      {byDay(comments).map(([day, group]) => (
        <section key={day} className="talk-day">
          <h4>{called(day)}</h4>
          <ol>
            {group.map((comment) => (
              <CommentItem
                key={comment.id}
                comment={comment}
                place={place}
                mayWrite={mayWrite}
                onBlind={onBlind}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function Follow({ place }: { place: Place }) {
  const { t } = useTranslation()
  const { data, choose } = useFollowing(place)
  if (!data) return <div className="talk-follow" />
  return (
    <div className="talk-follow">
      <Tooltip title={data.following ? t('talk.unfollowHint') : t('talk.followHint')}>
        <Button
          size="small"
          type="text"
          aria-pressed={data.following}
          icon={
            data.following ? <Bell size={14} aria-hidden="true" /> : <BellOff size={14} aria-hidden="true" />
          }
          loading={choose.isPending}
          onClick={() => choose.mutate(!data.following)}
        >
          {data.following ? t('talk.following') : t('talk.follow')}
        </Button>
      </Tooltip>
      <Tooltip title={data.followers.map((one) => one.title ?? t('talk.somebody')).join('、')}>
        <span className="talk-count">{t('talk.followers', { count: data.count })}</span>
      </Tooltip>
    </div>
  )
}
