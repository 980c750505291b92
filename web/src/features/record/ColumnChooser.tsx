import { Button, Input, Popover, Segmented } from 'antd'
import { ChevronDown, ChevronRight, Columns3, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import type { Field, ObjectDefinition } from '../../engine/documents'
import type { Density } from '../../engine/grid/layout'
import { useColumnLabel } from '../../engine/labels'
import { SYSTEM_FIELDS, valueFields } from '../../engine/paths'
import { SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import type { ListState } from './listState'
import './columns.css'

/** With the library for dragging, which nobody needs to see a list. */
const ColumnOrder = lazy(() => import('./ColumnOrder').then((loaded) => ({ default: loaded.ColumnOrder })))

/** Which fields are columns and in which order, those behind references too; and how high the rows are. */
export function ColumnChooser({ object, state }: { object: ObjectDefinition; state: ListState }) {
  const { t } = useTranslation()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Chooser object={object} state={state} />}
    >
      <Button type="text" icon={<Columns3 size={14} aria-hidden="true" />}>
        {t('list.columns')}
      </Button>
    </Popover>
  )
}

function Chooser({ object, state }: { object: ObjectDefinition; state: ListState }) {
  const { t } = useTranslation()
  const label = useColumnLabel()
  const [sought, setSought] = useState('')
  const shown = state.columns.map((column) => column.path)
  const densities: Density[] = ['compact', 'normal', 'roomy']
  return (
    <div className="columns">
      <Suspense fallback={<SkeletonRows rows={shown.length} height={32} />}>
        <ColumnOrder
          items={state.columns.map((column) => ({ path: column.path, label: label(column) }))}
          onOrder={(columns) => state.set({ columns })}
          onRemove={(path) => {
            if (shown.length > 1) state.set({ columns: shown.filter((one) => one !== path) })
          }}
        />
      </Suspense>
      <Input
        size="small"
        allowClear
        value={sought}
        placeholder={t('columns.find')}
        aria-label={t('columns.find')}
        onChange={(event) => setSought(event.target.value)}
      />
      <div className="columns-offered">
        <Offered
          object={object}
          prefix=""
          sought={sought.trim().toLowerCase()}
          shown={shown}
          depth={0}
          onAdd={(path) => state.set({ columns: [...shown, path] })}
        />
      </div>
      <div className="columns-density">
        <span>{t('columns.density')}</span>
        <Segmented<Density>
          size="small"
          value={state.density}
          options={densities.map((value) => ({ value, label: t(`columns.${value}`) }))}
          onChange={(density) => state.set({ density })}
        />
      </div>
    </div>
  )
}

interface OfferedProps {
  object: ObjectDefinition
  /** The way here, with a point at its end. */
  prefix: string
  sought: string
  shown: string[]
  depth: number
  onAdd: (path: string) => void
}

const DEEPEST = 2

/** The fields that are not shown yet; a reference opens to what lies behind it. */
function Offered(props: OfferedProps) {
  const { object, prefix, sought, shown } = props
  const format = useFormat()
  const fields = [...valueFields(object), ...SYSTEM_FIELDS]
  const fits = (field: Field) => sought === '' || format.label(field.label).toLowerCase().includes(sought)
  return (
    <ul>
      {fields.map((field) => {
        const path = prefix + field.name
        const leads = field.type.object !== null && !field.system && props.depth < DEEPEST
        if (!leads && (shown.includes(path) || !fits(field))) return null
        return (
          <OfferedField key={path} {...props} field={field} path={path} leads={leads} fits={fits(field)} />
        )
      })}
    </ul>
  )
}

interface FieldProps extends OfferedProps {
  field: Field
  path: string
  leads: boolean
  fits: boolean
}

function OfferedField({ field, path, leads, fits, ...props }: FieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const objects = useObjects()
  const [opened, setOpened] = useState(false)
  const target = leads ? objects.data?.find((one) => one.name === field.type.object) : undefined
  // While one seeks a word, one level of what lies behind is looked through too.
  const open = opened || (props.sought !== '' && props.depth === 0)
  const label = format.label(field.label)
  return (
    <li>
      <span className="columns-field">
        {target ? (
          <Button
            size="small"
            type="text"
            icon={
              open ? (
                <ChevronDown size={12} aria-hidden="true" />
              ) : (
                <ChevronRight size={12} aria-hidden="true" />
              )
            }
            aria-label={t('columns.behind', { field: label })}
            aria-expanded={open}
            onClick={() => setOpened(!opened)}
          />
        ) : (
          <span className="columns-indent" />
        )}
        {fits && !props.shown.includes(path) ? (
          <button type="button" className="columns-add" onClick={() => props.onAdd(path)}>
            <span className="ellipsis">{label}</span>
            <Plus size={12} aria-hidden="true" />
          </button>
        ) : (
          <span className="columns-add columns-there ellipsis">{label}</span>
        )}
      </span>
      {target && open ? (
        <Offered {...props} object={target} prefix={path + '.'} depth={props.depth + 1} />
      ) : null}
    </li>
  )
}
