import { Button, Tooltip } from 'antd'
import { PencilLine, Reply, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../kit/Avatar'
import { clock } from '../../kit/format'
import { offerUndo } from '../../kit/undo'
import { useFormat } from '../../kit/useFormat'
import { Composer } from './Composer'
import { type Draft, fromWire, pieces } from './mentions'
import { type Comment, type Place, useCorrect, useMoreReplies, useRemoval, useSay } from './talk'

interface Props {
  comment: Comment
  place: Place
  mayWrite: boolean
  onBlind: (names: string[]) => void
}

/** Something somebody said, and what was replied to it. */
export function CommentItem({ comment, place, mayWrite, onBlind }: Props) {
  const { t } = useTranslation()
  const say = useSay(place)
  const more = useMoreReplies(place)
  const [reply, setReply] = useState<Draft | null>(null)
  const send = async (text: string) => {
    const { blind } = await say.mutateAsync({ text, parent: comment.id })
    onBlind(blind.map((one) => one.title ?? t('talk.somebody')))
    setReply(null)
  }
  const replies = comment.replies ?? []
  return (
    <li className="comment-thread">
      <Said
        comment={comment}
        place={place}
        onBlind={onBlind}
        onReply={mayWrite && !comment.waiting ? () => setReply({ text: '', picks: [] }) : undefined}
      />
      {replies.length > 0 || reply ? (
        <ol className="comment-replies">
          {replies.map((one) => (
            <li key={one.id}>
              <Said comment={one} place={place} onBlind={onBlind} />
            </li>
          ))}
          {comment.next ? (
            <li>
              <Button size="small" loading={more.isPending} onClick={() => more.mutate(comment)}>
                {t('talk.moreReplies')}
              </Button>
            </li>
          ) : null}
          {reply ? (
            <li>
              <Composer
                label={t('talk.replyTo', { name: comment.author.title ?? t('talk.somebody') })}
                draft={reply}
                onDraft={(draft) => setReply(draft)}
                onSend={send}
                action={t('talk.reply')}
                onCancel={() => setReply(null)}
                autoFocus
                rows={1}
              />
            </li>
          ) : null}
        </ol>
      ) : null}
    </li>
  )
}

interface SaidProps {
  comment: Comment
  place: Place
  onBlind: (names: string[]) => void
  onReply?: () => void
}

function Said({ comment, place, onBlind, onReply }: SaidProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const correct = useCorrect(place)
  const removal = useRemoval(place)
  const [editing, setEditing] = useState<Draft | null>(null)
  const name = comment.author.title ?? t('talk.somebody')
  const [removing, setRemoving] = useState(() => removal.isGoing(comment.id))
  const gone = comment.deleted || removing
  const save = async (text: string) => {
    const { blind } = await correct.mutateAsync({ id: comment.id, text })
    onBlind(blind.map((one) => one.title ?? t('talk.somebody')))
    setEditing(null)
  }
  const remove = () => {
    removal.start(comment)
    setRemoving(true)
    offerUndo(t('talk.removed'), () => {
      if (!removal.keep(comment.id)) throw new Error(t('talk.tooLate'))
      setRemoving(false)
    })
  }
  return (
    <article className={comment.waiting ? 'comment comment-waiting' : 'comment'} aria-label={name}>
      <Avatar id={comment.author.id} name={name} size={24} />
      <div className="comment-main">
        <header className="comment-head">
          <strong className="ellipsis">{name}</strong>
          <time dateTime={comment.at}>{clock(new Date(comment.at))}</time>
          {comment.edited && !gone ? (
            <Tooltip title={t('talk.editedAt', { at: format.moment(comment.edited) })}>
              <span className="comment-edited">{t('talk.edited')}</span>
            </Tooltip>
          ) : null}
        </header>
        {gone ? <p className="comment-gone">{t('talk.gone')}</p> : null}
        {editing && !gone ? (
          <Composer
            label={t('talk.edit')}
            draft={editing}
            onDraft={(draft) => setEditing(draft)}
            onSend={save}
            action={t('talk.save')}
            onCancel={() => setEditing(null)}
            autoFocus
          />
        ) : null}
        {!editing && !gone ? <Words comment={comment} /> : null}
        {gone || editing || comment.waiting ? null : (
          <div className="comment-actions">
            {onReply ? (
              <button type="button" className="comment-action" onClick={onReply}>
                <Reply size={14} aria-hidden="true" /> {t('talk.reply')}
              </button>
            ) : null}
            {comment.own ? (
              <>
                <button
                  type="button"
                  className="comment-action"
                  onClick={() => setEditing(fromWire(comment.text, comment.mentions))}
                >
                  <PencilLine size={14} aria-hidden="true" /> {t('talk.edit')}
                </button>
                <button type="button" className="comment-action" onClick={remove}>
                  <Trash2 size={14} aria-hidden="true" /> {t('talk.delete')}
                </button>
              </>
            ) : null}
          </div>
        )}
      </div>
    </article>
  )
}

/** Plain text in whatever direction it runs, with people marked. */
function Words({ comment }: { comment: Comment }) {
  const { t } = useTranslation()
  return (
    <p className="comment-words" dir="auto">
      {pieces(comment.text, comment.mentions).map((piece, index) =>
        piece.kind === 'words' ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <bdi key={index} className="comment-person">
            @{piece.name ?? t('talk.somebody')}
          </bdi>
        ),
      )}
    </p>
  )
}
