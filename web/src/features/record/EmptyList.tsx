import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import type { Group } from '../../engine/filter/model'
import { readShape } from '../../engine/filter/read'
import { write } from '../../engine/filter/write'
import { inSentence, useNames } from '../../engine/labels'
import { countOf } from '../../engine/records'
import { useRights } from '../../engine/session'
import { Icon } from '../../kit/Icon'
import { State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { useFilterWords } from './filter/useFilterWords'

interface Props {
  object: ObjectDefinition
  where: string
  onWhere: (where: string) => void
}

/** Nothing to show: either nothing is there yet, or nothing matches, and then what would help. */
export function EmptyList({ object, where, onWhere }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const format = useFormat()
  const help = useHelp(object, where)
  const words = useFilterWords(object)
  if (where === '') return <Nothing object={object} />
  const best = help.data
  return (
    <State
      icon={SearchX}
      title={t('list.noMatch', { objects: inSentence(names.many(object)) })}
      reason={best ? t('list.loosen', { condition: words(best.removed) }) : t('list.noMatchWhy')}
      actions={
        <>
          {best ? (
            <Button type="primary" onClick={() => onWhere(best.where)}>
              {t('list.without', { figure: format.figure(best.count) })}
            </Button>
          ) : null}
          <Button onClick={() => onWhere('')}>{t('list.clear')}</Button>
        </>
      }
    />
  )
}

interface Help {
  removed: string
  where: string
  count: string
}

const MOST_TRIED = 6

/** The one condition without which most records match; only of conditions that must all hold. */
function useHelp(object: ObjectDefinition, where: string) {
  return useQuery({
    queryKey: ['records', object.name, 'help', where],
    enabled: where !== '',
    queryFn: async ({ signal }): Promise<Help | null> => {
      const shape = readShape(where)
      if (!shape || shape.join !== 'and' || shape.parts.length < 2) return null
      const tried = await Promise.all(
        shape.parts.slice(0, MOST_TRIED).map(async (part, index) => {
          const rest: Group = { ...shape, parts: shape.parts.filter((_, at) => at !== index) }
          const removed = write({ kind: 'group', join: 'and', parts: [part] })
          return {
            removed,
            where: write(rest),
            count: await countOf(object.name, write(rest), signal),
          }
        }),
      )
      const [best] = tried.toSorted((a, b) => Number(b.count) - Number(a.count))
      return best && best.count !== '0' ? best : null
    },
  })
}

function Nothing({ object }: { object: ObjectDefinition }) {
  const { t } = useTranslation()
  const names = useNames()
  const rights = useRights(object.name)
  return (
    <div className="state state-quiet" role="status">
      <Icon name={object.icon} size={28} />
      <h3>{t('list.none', { objects: inSentence(names.many(object)) })}</h3>
      <p>{t('list.noneWhy')}</p>
      {rights.may('create') ? (
        <div className="state-actions">
          <Link to="/o/$object/new" params={{ object: object.name }}>
            <Button>{names.create(object)}</Button>
          </Link>
        </div>
      ) : null}
    </div>
  )
}
