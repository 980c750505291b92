import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { ChevronRight, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../../engine/definitions'
import { tasksOf } from '../../../engine/facilities'
import { useFinishTask } from '../../../engine/finishTask'
import { isNamed, type RecordValues, titleOf } from '../../../engine/records'
import { localDay } from '../../../kit/format'
import { State } from '../../../kit/States'
import { useFormat } from '../../../kit/useFormat'
import { useToday } from '../../../kit/useToday'
import { TileFrame, Waiting } from '../TileFrame'
import { AllOf, useTileRecords } from './ListTile'
import type { TileProps } from './tile'

/** What is to be done, the overdue first, each a step from its record. */
export function TasksTile({ tile }: TileProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const object = useObjects().data?.find((one) => one.name === tile.object)
  const records = useTileRecords(tile)
  const { finish } = useFinishTask(object, useToday())
  const tick = object && tasksOf(object) ? finish : null
  const rows = records.data?.records ?? []
  const count = records.data?.count
  return (
    <TileFrame
      title={format.label(tile.label)}
      note={count ? t('home.count', { count }) : null}
      actions={
        tick ? (
          <Link to="/tasks" className="tile-more">
            {t('home.all')}
          </Link>
        ) : (
          <AllOf tile={tile} />
        )
      }
      flush
    >
      <Waiting of={records} rows={tile.limit} place={tile.name}>
        {() =>
          rows.length === 0 || !object ? (
            <State icon={CircleCheck} title={t('home.noTasks')} reason={t('home.noTasksWhy')} />
          ) : (
            <ul className="task-rows">
              {rows.map((row) => (
                <li key={row.id} className={tick ? 'task-ticked' : undefined}>
                  {tick ? (
                    <Checkbox
                      className="home-tick"
                      checked={tick.isPending && tick.variables.id === row.id}
                      aria-label={t('tasks.finish', { name: titleOf(object, row) })}
                      onChange={() => tick.mutate(row)}
                    />
                  ) : null}
                  <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }} className="task-row">
                    <Due day={tile.due ? row[tile.due] : null} />
                    <span className="task-words">
                      <span className="ellipsis">{titleOf(object, row) || '–'}</span>
                      <small className="ellipsis">{about(row)}</small>
                    </span>
                    <ChevronRight size={16} aria-hidden="true" />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
    </TileFrame>
  )
}

/** Whom and what it is about: the records it names. */
function about(row: RecordValues): string {
  return Object.values(row)
    .flatMap((value) => (isNamed(value) && value.title ? [value.title] : []))
    .join(' · ')
}

function Due({ day }: { day: unknown }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = localDay(useToday())
  if (typeof day !== 'string') return <span className="home-due quiet">{t('home.noDay')}</span>
  const due = day.slice(0, 10)
  if (due < today)
    return <span className="home-due tone-bad">{t('home.overdue', { day: format.day(due) })}</span>
  return <span className="home-due">{due === today ? t('home.dueToday') : format.day(due)}</span>
}
