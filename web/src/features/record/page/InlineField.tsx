import { PenLine } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, ObjectDefinition } from '../../../engine/documents'
import { sameValue, toWire } from '../../../engine/draft'
import { kindOf } from '../../../engine/kinds/registry'
import { isComputed } from '../../../engine/paths'
import { type RecordValues, useChange } from '../../../engine/records'
import { Value } from '../../../engine/Value'
import { useFormat } from '../../../kit/useFormat'
import { Problem } from '../../../lib/problem'

interface Props {
  object: ObjectDefinition
  field: Field
  record: RecordValues
  etag: string | null
  mayChange: boolean
}

/** One value beside its label; pressing it opens its input in place. Enter or leaving saves, Escape leaves it as it was. */
export function InlineField({ object, field, record, etag, mayChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { Input } = kindOf(field.type)
  const [open, setOpen] = useState(false)
  const label = format.label(field.label)
  const value = record[field.name] ?? null
  const editable = mayChange && Input !== null && !isComputed(field)
  return (
    <div className="key-fact">
      <span className="key-fact-label" id={`key-${field.name}`}>
        {label}
      </span>
      {open && Input ? (
        <Editor {...{ object, field, record, etag }} value={value} close={() => setOpen(false)} />
      ) : (
        <span className="key-fact-value">
          <Value value={value} field={field} />
          {editable ? (
            <button
              type="button"
              className="icon-button key-fact-edit"
              aria-label={t('record.editField', { field: label })}
              onClick={() => setOpen(true)}
            >
              <PenLine size={12} aria-hidden="true" />
            </button>
          ) : null}
        </span>
      )}
    </div>
  )
}

interface EditorProps extends Omit<Props, 'mayChange'> {
  value: unknown
  close: () => void
}

function Editor({ object, field, record, etag, value, close }: EditorProps) {
  const { Input } = kindOf(field.type)
  const [draft, setDraft] = useState(value)
  const place = useRef<HTMLFormElement>(null)
  const change = useChange(object.name)
  useEffect(() => place.current?.querySelector<HTMLElement>('input, textarea, [tabindex]')?.focus(), [])
  const save = () => {
    if (change.isPending) return
    if (sameValue(draft, value)) close()
    else
      change.mutate(
        { id: record.id, etag, values: toWire(object, { [field.name]: draft }) },
        { onSuccess: close },
      )
  }
  useEffect(() => {
    const form = place.current
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
      if (event.key === 'Enter' && field.type.kind !== 'longText' && !event.defaultPrevented) save()
    }
    // A picker's list hangs elsewhere in the page; only leaving both is leaving.
    const leaving = (event: FocusEvent) => {
      const to = event.relatedTarget
      if (to instanceof Node && !form?.contains(to) && !inLayer(to)) save()
    }
    form?.addEventListener('keydown', keys)
    form?.addEventListener('focusout', leaving)
    return () => {
      form?.removeEventListener('keydown', keys)
      form?.removeEventListener('focusout', leaving)
    }
  })
  const problem = change.error instanceof Problem ? change.error : null
  return (
    <form
      ref={place}
      className="key-fact-editor"
      data-live-hold
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {Input ? (
        <Input
          id={`inline-${field.name}`}
          field={field}
          value={draft}
          onChange={setDraft}
          invalid={problem !== null}
          autoFocus
        />
      ) : null}
      {problem ? (
        <div className="field-fault" role="alert">
          {problem.faultOf(field.name) ?? [problem.message, problem.hint].filter(Boolean).join(' ')}
        </div>
      ) : null}
    </form>
  )
}

function inLayer(node: Node): boolean {
  return (
    node instanceof Element &&
    node.closest('.ant-select-dropdown, .ant-picker-dropdown, .ant-popover, .ant-modal') !== null
  )
}
