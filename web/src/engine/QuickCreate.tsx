import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Problem } from '../lib/problem'
import type { Field, ObjectDefinition } from './documents'
import { toWire, useDraft, type Values } from './draft'
import { useForm } from './forms'
import { useNames } from './labels'
import { isComputed, valueFields } from './paths'
import { usePreview } from './preview'
import { RecordForm } from './RecordForm'
import { type Named, useCreate } from './records'

interface Props {
  object: ObjectDefinition
  /** What was typed while looking for it; its title to begin with. */
  title: string
  onMade: (made: Named) => void
  onClose: () => void
}

const MOST = 6

/** What one must know of a record to make it in passing: its title, what is required, and a few more. */
function fewFields(object: ObjectDefinition, first: string[]): Field[] {
  const must = (field: Field) => field.required || field.name === object.roles.title
  const fields = valueFields(object).filter((field) => !isComputed(field))
  const rest = fields.filter((field) => !must(field) && (first.length === 0 || first.includes(field.name)))
  const needed = fields.filter(must)
  return [...needed, ...rest.slice(0, Math.max(0, MOST - needed.length))]
}

/** Makes a record from within the form of another, which stays as it is behind. */
export default function QuickCreate({ object, title, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const form = useForm(object.name)
  const name = object.roles.title
  const titled = object.fields.find((field) => field.name === name && field.type.kind === 'text')
  const draft = useDraft(NOTHING)
  const values: Values = { ...(titled && title !== '' ? { [titled.name]: title } : {}), ...draft.changed }
  const preview = usePreview(object, null, values, true)
  const create = useCreate(object.name)
  const small = { ...object, fields: fewFields(object, form?.sections[0]?.fields ?? []) }
  const shown = { ...preview.values, ...values }
  const save = () =>
    create.mutate(toWire(object, values), {
      onSuccess: (made) => onMade({ id: made.id, title: String(shown[name ?? ''] ?? made.id) }),
    })
  return (
    <Modal
      open
      title={names.create(object)}
      okText={t('record.saveNew')}
      cancelText={t('record.cancel')}
      confirmLoading={create.isPending}
      onOk={save}
      onCancel={onClose}
      width={640}
      destroyOnHidden
    >
      <form
        onSubmit={(event) => {
          // The form behind would take it for its own.
          event.preventDefault()
          event.stopPropagation()
          save()
        }}
      >
        <RecordForm
          object={small}
          form={null}
          prefix="quick"
          values={shown}
          preview={preview}
          editing
          creating
          problem={create.error instanceof Problem ? create.error : null}
          onChange={draft.set}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Modal>
  )
}

const NOTHING: Values = {}
