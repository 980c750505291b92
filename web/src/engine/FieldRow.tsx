import { CircleAlert } from 'lucide-react'
import { useFormat } from '../kit/useFormat'
import type { Field } from './documents'
import { kindOf } from './kinds/registry'
import { isComputed } from './paths'
import { Value } from './Value'

interface Props {
  field: Field
  value: unknown
  editing: boolean
  required?: boolean
  readOnly?: boolean
  fault?: string
  autoFocus?: boolean
  /** Begins the id of the input; `field` if it is not given. */
  prefix?: string
  onChange: (value: unknown) => void
}

/** One field of a form: its label above, its value or its input, and what is wrong with it below. */
export function FieldRow(props: Props) {
  const { field, value, editing, fault } = props
  const format = useFormat()
  const { Input } = kindOf(field.type)
  const given = editing && Input !== null && !isComputed(field) && !props.readOnly
  const id = `${props.prefix ?? 'field'}-${field.name}`
  const wide = field.type.kind === 'longText'
  return (
    <div className={wide ? 'field field-wide' : 'field'} data-field={field.name}>
      <label htmlFor={given ? id : undefined} className="field-label">
        {format.label(field.label)}
        {given && (props.required ?? field.required) ? (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        ) : null}
      </label>
      {given ? (
        <Input
          id={id}
          field={field}
          value={value ?? null}
          onChange={props.onChange}
          invalid={fault !== undefined}
          autoFocus={props.autoFocus}
          mayCreate
        />
      ) : (
        <div className={editing ? 'field-value field-fixed' : 'field-value'}>
          <Value value={value} field={field} />
        </div>
      )}
      {fault ? (
        <div className="field-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {fault}
        </div>
      ) : null}
      {given && !fault && field.help ? <div className="field-help">{format.label(field.help)}</div> : null}
    </div>
  )
}
