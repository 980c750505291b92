import { Button, Checkbox, Popover } from 'antd'
import { Columns3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { useColumnLabel } from '../../engine/labels'
import { SYSTEM_FIELDS, valueFields } from '../../engine/paths'
import { useFormat } from '../../kit/useFormat'
import type { ListState } from './listState'

/** Which fields are columns: the object's own, and those a view reaches through references. */
export function ColumnChooser({ object, state }: { object: ObjectDefinition; state: ListState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useColumnLabel()
  const shown = state.columns.map((column) => column.path)
  const reached = state.columns.filter((column) => column.way.length > 1)
  const own = [...valueFields(object), ...SYSTEM_FIELDS]
  const choices = [
    ...own.map((field) => ({ path: field.name, label: format.label(field.label) })),
    ...reached.map((column) => ({ path: column.path, label: label(column) })),
  ]
  const toggle = (path: string, on: boolean) => {
    const next = on ? [...shown, path] : shown.filter((one) => one !== path)
    if (next.length > 0) state.set({ columns: next })
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choices">
          {choices.map((choice) => (
            <Checkbox
              key={choice.path}
              checked={shown.includes(choice.path)}
              onChange={(event) => toggle(choice.path, event.target.checked)}
            >
              {choice.label}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button type="text" icon={<Columns3 size={14} aria-hidden="true" />}>
        {t('list.columns')}
      </Button>
    </Popover>
  )
}
