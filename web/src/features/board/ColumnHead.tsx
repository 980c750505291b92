import { useTranslation } from 'react-i18next'
import { inSentence } from '../../engine/labels'
import { useFormat } from '../../kit/useFormat'
import type { ColumnFigures } from './boardData'
import type { BoardColumn, BoardShape } from './boardShape'

interface Props {
  shape: BoardShape
  column: BoardColumn
  figures: ColumnFigures | undefined
  known: boolean
}

/** Name, count, sums, and how full the column is. */
export function ColumnHead({ shape, column, figures, known }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = figures?.count ?? 0
  const limit = column.limit
  const full = limit !== null && count >= limit
  const [first, second] = shape.sums
  const sum = (at: number) => format.short(figures?.sums[at] ?? '0')
  return (
    <header className="column-head">
      <div className="column-name">
        <h2 className="ellipsis">{format.label(column.label)}</h2>
        <span className="column-count">{known ? count : ''}</span>
        {limit !== null ? (
          <span className={full ? 'column-wip column-full' : 'column-wip'}>
            {full ? t('board.wipFull', { count, limit }) : t('board.wip', { count, limit })}
          </span>
        ) : column.recent ? (
          <span className="column-wip">{t('board.quarter')}</span>
        ) : null}
      </div>
      {first ? (
        <div className="column-sums">
          <strong title={format.label(first.label)}>{known ? sum(0) : '\u00a0'}</strong>
          {second && known ? (
            <span className="ellipsis">
              {sum(1)} {inSentence(format.label(second.label))}
            </span>
          ) : null}
        </div>
      ) : null}
      <div className={full ? 'column-bar column-bar-full' : 'column-bar'} aria-hidden="true">
        <span style={{ width: limit === null ? 0 : `${Math.min(100, (count / limit) * 100)}%` }} />
      </div>
    </header>
  )
}
