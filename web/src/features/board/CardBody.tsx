import { CircleAlert, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RecordValues } from '../../engine/records'
import { isNamed } from '../../engine/records'
import { Avatar } from '../../kit/Avatar'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'
import { type BoardColumn, type BoardShape, type Mark, plain } from './boardShape'

interface Props {
  shape: BoardShape
  column: BoardColumn
  card: RecordValues
  mark: Mark | null
}

/** The three lines of a card. */
export function CardBody({ shape, column, card, mark }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = (part: keyof BoardShape['card']) => {
    const path = shape.card[part]
    return path ? card[path] : null
  }
  const title = plain(at('title')) || plain(card[shape.object.roles.title ?? '']) || t('record.untitled')
  const second = plain(at('second'))
  const amount = decimalOf(at('amount'))
  const owner = at('owner')
  const date = at('date')
  const percent = decimalOf(at('percent'))
  return (
    <>
      <span className="card-line">
        <span className="card-title ellipsis" title={title}>
          {title}
        </span>
        {amount === null ? null : <span className="card-amount">{format.short(amount)}</span>}
      </span>
      <span className="card-second ellipsis">{apart(second, title) || '\u00a0'}</span>
      <span className="card-line card-foot">
        {isNamed(owner) ? (
          <span title={owner.title ?? ''} className="card-owner">
            <Avatar id={owner.id} name={owner.title ?? '?'} size={20} />
          </span>
        ) : null}
        <span className="card-date ellipsis">{typeof date === 'string' ? format.day(date) : ''}</span>
        {mark ? (
          <MarkTag mark={mark} />
        ) : percent !== null && column.outcome === 'open' ? (
          <span className="card-percent">{format.percent(percent)}</span>
        ) : null}
      </span>
    </>
  )
}

/** A deal that is called after its account says only the rest below the account's name. */
function apart(second: string, title: string): string {
  const rest = second.startsWith(title) ? second.slice(title.length).replace(/^[\s·:：-]+/, '') : second
  return rest || second
}

export function MarkTag({ mark }: { mark: Mark }) {
  const { t } = useTranslation()
  const words = {
    late: t('board.late', { days: mark.days }),
    noNext: t('board.noNext'),
    nextLate: t('board.nextLate', { days: mark.days }),
    stale: t('board.stale', { days: mark.days }),
  }
  const Drawn = mark.tone === 'danger' ? CircleAlert : Hourglass
  return (
    <span className={`card-mark card-mark-${mark.tone}`}>
      <Drawn size={12} aria-hidden="true" /> {words[mark.kind]}
    </span>
  )
}
