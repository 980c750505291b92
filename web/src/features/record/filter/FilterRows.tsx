import { Button } from 'antd'
import { FolderPlus, Plus } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Group, type Part, replaced } from '../../../engine/filter/model'
import type { FilterFields } from './fields'
import { FilterRow, newRow } from './FilterRow'

interface Props {
  filter: Group
  fields: FilterFields
  onChange: (filter: Group) => void
  /** At the right of the first line. */
  aside: ReactNode
}

/** The rows of a filter, one a line; groups are lines with a bar at their left, their rows side by side. */
export function FilterRows({ filter, fields, onChange, aside }: Props) {
  const { t } = useTranslation()
  const add = (part: Part) => onChange({ ...filter, parts: [...filter.parts, part] })
  const group = (): Group => ({
    kind: 'group',
    join: filter.join === 'and' ? 'or' : 'and',
    parts: [newRow(fields), newRow(fields)],
  })
  const adders = (
    <span className="filter-adders">
      <Button
        size="small"
        type="text"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => add(newRow(fields))}
      >
        {t('filter.add')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<FolderPlus size={14} aria-hidden="true" />}
        onClick={() => add(group())}
      >
        {t('filter.group')}
      </Button>
    </span>
  )
  const last = filter.parts.length - 1
  if (last < 0) {
    return (
      <div className="filter-rows">
        <div className="filter-row-line">
          {adders}
          {aside}
        </div>
      </div>
    )
  }
  return (
    <div className="filter-rows">
      {filter.parts.map((part, index) => (
        <div key={index} className="filter-row-line">
          <Leading at={index} join={filter.join} onJoin={(join) => onChange({ ...filter, join })} />
          <FilterPart part={part} way={[index]} filter={filter} fields={fields} onChange={onChange} />
          {index === 0 ? aside : null}
          {index === last && last > 0 ? adders : null}
        </div>
      ))}
      {last === 0 ? (
        <div className="filter-row-line">
          <span className="filter-word" />
          {adders}
        </div>
      ) : null}
    </div>
  )
}

interface LeadingProps {
  at: number
  join: Group['join']
  onJoin: (join: Group['join']) => void
}

/** "Where", then a word that turns all of its group into the other one. */
function Leading({ at, join, onJoin }: LeadingProps) {
  const { t } = useTranslation()
  if (at === 0) return <span className="filter-word">{t('filter.where')}</span>
  return <JoinWord join={join} onJoin={onJoin} />
}

function JoinWord({ join, onJoin }: Omit<LeadingProps, 'at'>) {
  const { t } = useTranslation()
  const other = join === 'and' ? 'or' : 'and'
  return (
    <button
      type="button"
      className="filter-word filter-join"
      title={t('filter.turn', { word: t(`filter.${other}`) })}
      onClick={() => onJoin(other)}
    >
      {t(`filter.${join}`)}
    </button>
  )
}

interface PartProps {
  part: Part
  way: number[]
  filter: Group
  fields: FilterFields
  onChange: (filter: Group) => void
}

function FilterPart({ part, way, filter, fields, onChange }: PartProps) {
  const { t } = useTranslation()
  if (part.kind === 'row') {
    return (
      <FilterRow
        row={part}
        fields={fields}
        onChange={(row) => onChange(replaced(filter, way, row))}
        onRemove={() => onChange(replaced(filter, way, null))}
      />
    )
  }
  const set = (group: Group) => onChange(replaced(filter, way, group))
  const inner = (): Group => ({
    kind: 'group',
    join: part.join === 'and' ? 'or' : 'and',
    parts: [newRow(fields), newRow(fields)],
  })
  return (
    <span className="filter-group" role="group" aria-label={t('filter.group')}>
      {part.parts.map((one, index) => (
        <Fragment key={index}>
          {index > 0 ? <JoinWord join={part.join} onJoin={(join) => set({ ...part, join })} /> : null}
          <FilterPart part={one} way={[...way, index]} filter={filter} fields={fields} onChange={onChange} />
        </Fragment>
      ))}
      <Button
        size="small"
        type="text"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => set({ ...part, parts: [...part.parts, newRow(fields)] })}
      >
        {t(`filter.more.${part.join}`)}
      </Button>
      {way.length < 3 ? (
        <Button
          size="small"
          type="text"
          icon={<FolderPlus size={14} aria-hidden="true" />}
          aria-label={t('filter.group')}
          title={t('filter.group')}
          onClick={() => set({ ...part, parts: [...part.parts, inner()] })}
        />
      ) : null}
    </span>
  )
}
