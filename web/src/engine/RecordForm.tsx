import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../kit/useFormat'
import type { Problem } from '../lib/problem'
import type { Field, ObjectDefinition } from './documents'
import { looseFaults, type Values } from './draft'
import './engine.css'
import { FieldRow } from './FieldRow'
import { type FormDefinition, groupsOf } from './forms'
import './forms.css'
import { isComputed } from './paths'
import type { Preview } from './preview'

interface Props {
  object: ObjectDefinition
  /** How it is laid out; null: all fields in two columns. */
  form: FormDefinition | null
  values: Values
  preview: Preview
  editing: boolean
  problem: Problem | null
  onChange: (name: string, value: unknown) => void
  /** A new record shows only what can be given. */
  creating?: boolean
  /** What stands for fields that are more than one value, by name. */
  lists?: Record<string, ReactNode>
  /** Begins the ids of the inputs, where two forms stand on one page. */
  prefix?: string
}

/** The fields of any object, to read or to change, in the groups of its form, with each fault under its field. */
export function RecordForm(props: Props) {
  const { object, values, preview, editing, problem, lists = {} } = props
  const { t } = useTranslation()
  const format = useFormat()
  const shows = (field: Field) =>
    field.type.kind === 'lines'
      ? field.name in lists
      : (props.creating || field.name in values) &&
        preview.visible?.[field.name] !== false &&
        !(props.creating && isComputed(field))
  const groups = groupsOf(object, props.form)
    .map((group) => ({ ...group, fields: group.fields.filter(shows) }))
    .filter((group) => group.fields.length > 0)
  const fields = groups.flatMap((group) => group.fields)
  const loose =
    problem?.status === 0
      ? [`${t('state.unreachable')} ${t('state.unreachableWhy')}`]
      : looseFaults(problem, fields)
  const first = fields.find((field) => !isComputed(field))
  const placed = new Set(fields.map((field) => field.name))
  const row = (field: Field) => (
    <FieldRow
      key={field.name}
      prefix={props.prefix}
      field={field}
      value={isComputed(field) ? (preview.values?.[field.name] ?? values[field.name]) : values[field.name]}
      editing={editing}
      required={preview.required?.[field.name] ?? field.required}
      readOnly={preview.readOnly?.[field.name] === true}
      fault={problem?.faultOf(field.name)}
      autoFocus={editing && field === first}
      onChange={(value) => props.onChange(field.name, value)}
    />
  )
  return (
    <div className="form-groups">
      {loose.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={loose.map((message) => (
            <div key={message}>{message}</div>
          ))}
        />
      ) : null}
      {groups.map((group) => (
        <section key={group.fields[0]?.name} className="form-group">
          {group.label ? <h3>{format.label(group.label)}</h3> : null}
          <div className={`form form-columns-${group.columns}${editing ? '' : ' form-read'}`}>
            {group.fields.map((field) => lists[field.name] ?? row(field))}
          </div>
        </section>
      ))}
      {Object.entries(lists).map(([name, list]) => (placed.has(name) ? null : list))}
    </div>
  )
}
