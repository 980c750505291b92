import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { Hourglass, SquareKanban, X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectCrumbs } from '../../engine/ObjectCrumbs'
import { CreateButton } from '../../engine/CreateButton'
import { both } from '../../engine/filter/both'
import { useObject, useViews } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { useNames } from '../../engine/labels'
import { useRights } from '../../engine/session'
import { ViewSwitch } from '../../engine/ViewSwitch'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { usePhone } from '../../kit/usePhone'
import { useToday } from '../../kit/useToday'
import { add } from '../../lib/decimal'
import { Problem } from '../../lib/problem'
import { Board } from './Board'
import { PhoneBoard } from './PhoneBoard'
import { useFigures, useStale } from './boardData'
import { type BoardShape, boardShape, staleWhere } from './boardShape'
import './board.css'

interface Search {
  view?: string
  where?: string
  whose?: string
  stale?: string
}

export function BoardPage() {
  const { t } = useTranslation()
  const { object: name } = useParams({ strict: false }) as { object: string }
  const { object, isPending, error, refetch } = useObject(name)
  const views = useViews()
  const names = useNames()
  const search = useSearch({ strict: false }) as Search
  const today = useToday()
  const view = useMemo(() => {
    const boards = views.data?.filter((one) => one.object === name && one.type === 'board') ?? []
    return boards.find((one) => one.name === search.view) ?? boards[0] ?? null
  }, [views.data, name, search.view])
  const shape = useMemo(() => (object ? boardShape(object, view, today) : null), [object, view, today])
  if (isPending || views.isPending) return <SkeletonRows rows={8} height={92} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} retry={() => void refetch()} />
  if (!shape) {
    return (
      <State
        icon={SquareKanban}
        title={t('board.none', { object: names.one(object) })}
        reason={t('board.noneWhy')}
        actions={
          <Link to="/o/$object" params={{ object: object.name }}>
            <Button tabIndex={-1}>{t('board.toList')}</Button>
          </Link>
        }
      />
    )
  }
  return <Page key={object.name} object={object} shape={shape} base={view?.where ?? ''} />
}

function Page({ object, shape, base }: { object: ObjectDefinition; shape: BoardShape; base: string }) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  const rights = useRights(object.name)
  const search = useSearch({ strict: false }) as Search
  const today = useToday()
  const own = object.roles.owner
  const mine = own && search.whose === 'me' ? `${own} = me` : ''
  const where = [base, search.where ?? '', mine]
    .filter(Boolean)
    .reduce((all, one) => (all ? both(all, one) : one), '')
  const stale = useStale(shape, where, today)
  const shown = search.stale ? both(where, staleWhere(shape, today) ?? 'true') : where
  const Body = phone ? PhoneBoard : Board
  return (
    <div className="board-page">
      <ObjectCrumbs object={object} here={t('looks.board')} />
      <div className="page-head board-head">
        <h1>{names.many(object)}</h1>
        <ViewSwitch object={object} here="board" />
        <div className="page-actions board-create">
          <CreateButton object={object} />
        </div>
      </div>
      <Bar shape={shape} where={where} stale={stale} />
      <Body shape={shape} where={shown} movable={rights.may('change')} />
    </div>
  )
}

/** Whose cards, under which condition, and what they come to. */
function Bar({ shape, where, stale }: { shape: BoardShape; where: string; stale: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const { figures, isPending } = useFigures(shape, where)
  // Shown when all is known, so that nothing moves.
  const unknown = isPending || (stale === null && shape.columns.some((column) => column.stale !== null))
  const go = (change: Partial<Search>) =>
    void navigate({
      to: '/o/$object/board',
      params: { object: shape.object.name },
      search: { ...search, ...change },
      replace: true,
    })
  const open = shape.columns.filter((column) => column.outcome === 'open')
  const sum = (of: (key: string) => string | null) =>
    open.reduce((all, column) => add(all, of(column.key) ?? '0'), '0')
  return (
    <div className="board-bar">
      {shape.object.roles.owner ? (
        <Segmented
          aria-label={t('board.whose')}
          value={search.whose === 'me' ? 'me' : 'all'}
          onChange={(value) => go({ whose: value === 'me' ? 'me' : undefined })}
          options={[
            { value: 'all', label: t('board.everybody') },
            { value: 'me', label: t('board.mine') },
          ]}
        />
      ) : null}
      {search.where ? (
        <span className="chip">
          <code className="ellipsis">{search.where}</code>
          <button type="button" aria-label={t('board.unfilter')} onClick={() => go({ where: undefined })}>
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ) : null}
      <span className={unknown ? 'board-totals board-unknown' : 'board-totals'}>
        {stale ? (
          <button
            type="button"
            className={search.stale ? 'board-stale board-stale-here' : 'board-stale'}
            aria-pressed={search.stale !== undefined}
            title={t('board.staleOnly')}
            onClick={() => go({ stale: search.stale ? undefined : '1' })}
          >
            <Hourglass size={14} aria-hidden="true" /> {t('board.staleAll', { count: stale })}
          </button>
        ) : null}
        <span>
          {t('board.total')} <strong>{sum((key) => String(figures[key]?.count ?? 0))}</strong>
        </span>
        {shape.sums.map((field, at) => (
          <span key={field.name} className="wide-only">
            {format.label(field.label)}{' '}
            <strong>{format.short(sum((key) => figures[key]?.sums[at] ?? null))}</strong>
          </span>
        ))}
      </span>
    </div>
  )
}
