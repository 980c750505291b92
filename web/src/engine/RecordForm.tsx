import { Alert } from 'antd'
import type { Problem } from '../lib/problem'
import type { ObjectDefinition } from './documents'
import { looseFaults, type Values } from './draft'
import './engine.css'
import { FieldRow } from './FieldRow'
import { isComputed, valueFields } from './paths'
import type { Preview } from './preview'

interface Props {
  object: ObjectDefinition
  values: Values
  preview: Preview
  editing: boolean
  problem: Problem | null
  onChange: (name: string, value: unknown) => void
  /** A new record shows only what can be given. */
  creating?: boolean
}

/** The fields of any object, to read or to change, with each fault under its field. */
export function RecordForm(props: Props) {
  const { object, values, preview, editing, problem } = props
  const fields = valueFields(object).filter(
    (field) =>
      (props.creating || field.name in values) &&
      preview.visible?.[field.name] !== false &&
      !(props.creating && isComputed(field)),
  )
  const loose = looseFaults(problem, fields)
  const first = fields.find((field) => !isComputed(field))
  return (
    <div className={editing ? 'form' : 'form form-read'}>
      {loose.length > 0 ? (
        <Alert
          className="field-wide"
          type="error"
          showIcon
          title={loose.map((message) => (
            <div key={message}>{message}</div>
          ))}
        />
      ) : null}
      {fields.map((field) => (
        <FieldRow
          key={field.name}
          field={field}
          value={
            isComputed(field) ? (preview.values?.[field.name] ?? values[field.name]) : values[field.name]
          }
          editing={editing}
          required={preview.required?.[field.name] ?? field.required}
          readOnly={preview.readOnly?.[field.name] === true}
          fault={problem?.faultOf(field.name)}
          autoFocus={editing && field === first}
          onChange={(value) => props.onChange(field.name, value)}
        />
      ))}
    </div>
  )
}
