import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { Ellipsis, PenLine, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectCrumbs } from '../../engine/ObjectCrumbs'
import type { Field, ObjectDefinition } from '../../engine/documents'
import { namedFields, useForm } from '../../engine/forms'
import { useNames } from '../../engine/labels'
import { roleOf, shownType } from '../../engine/paths'
import { isNamed, type RecordValues, titleOf, useDelete, useRestore } from '../../engine/records'
import { useRights } from '../../engine/session'
import { Value } from '../../engine/Value'
import { Icon } from '../../kit/Icon'
import { offerUndo } from '../../kit/undo'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'
import type { RecordEditing } from './recordEditing'

interface Props {
  object: ObjectDefinition
  record: RecordValues
  editing: RecordEditing
}

export function RecordHead({ object, record, editing }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const format = useFormat()
  const rights = useRights(object.name)
  const title = titleOf(object, record) || t('record.untitled')
  const subject = subjectOf(object, record)
  const by = isNamed(record.updated_by) ? record.updated_by.title : null
  const at = typeof record.updated_at === 'string' ? format.moment(record.updated_at) : null
  return (
    <header className="record-head">
      <ObjectCrumbs object={object} here={title} />
      <div className="record-title">
        <span className="record-icon">
          <Icon name={object.icon} size={18} />
        </span>
        <div className="record-names">
          <h1 title={title}>{title}</h1>
          <p>
            {subject ? (
              <>
                <Link to="/o/$object/$id" params={{ object: subject.object, id: subject.id }}>
                  {subject.title}
                </Link>
                {' · '}
              </>
            ) : null}
            {[names.one(object), at && t('record.updated', { at, by: by ?? '' }).trim()]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="page-actions">
          {rights.may('change') && !editing.open ? (
            <Button icon={<PenLine size={14} aria-hidden="true" />} onClick={editing.start}>
              {t('record.edit')}
            </Button>
          ) : null}
          {rights.may('delete') ? <More object={object} record={record} title={title} /> : null}
        </div>
      </div>
      <Facts object={object} record={record} />
    </header>
  )
}

/** What the record is about: the first reference that is given. */
function subjectOf(object: ObjectDefinition, record: RecordValues) {
  for (const field of object.fields) {
    const value = record[field.name]
    if (field.type.kind !== 'reference' || !field.type.object) continue
    if (isNamed(value) && value.title !== null) return { ...value, object: field.type.object }
  }
  return null
}

/** The few figures that matter: the fields that play a part. */
function Facts({ object, record }: { object: ObjectDefinition; record: RecordValues }) {
  const format = useFormat()
  const roles = object.stagePath ? ['amount', 'closed', 'owner'] : ['stage', 'amount', 'closed', 'owner']
  const fields = roles
    .flatMap((role) => roleOf(object, role) ?? [])
    .filter((field) => field.name !== object.roles.title)
  const form = useForm(object.name)
  const facts = form && form.header.length > 0 ? namedFields(object, form.header) : fields
  if (facts.length === 0) return null
  return (
    <dl className="facts">
      {facts.map((field) => (
        <div key={field.name} className="fact">
          <dt>{format.label(field.label)}</dt>
          <dd>
            <FactValue field={field} value={record[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FactValue({ field, value }: { field: Field; value: unknown }): ReactNode {
  const format = useFormat()
  const decimal = decimalOf(value)
  if (shownType(field.type).kind !== 'money' || decimal === null) return <Value value={value} field={field} />
  const { figure, unit } = format.shortParts(decimal)
  return (
    <span title={format.figure(decimal, field.type.digits ?? undefined)}>
      {figure}
      {unit ? <span className="unit">{unit}</span> : null}
    </span>
  )
}

function More({ object, record, title }: { object: ObjectDefinition; record: RecordValues; title: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const remove = useDelete(object.name)
  const restore = useRestore(object.name)
  const tell = () => {
    offerUndo(t('record.deleted', { title }), async () => {
      await restore.mutateAsync(record.id)
      void navigate({ to: '/o/$object/$id', params: { object: object.name, id: record.id } })
    })
    void navigate({ to: '/o/$object', params: { object: object.name } })
  }
  const run = () => {
    const etag = record.version === undefined ? null : `"${record.version}"`
    remove.mutateAsync({ id: record.id, etag }).then(tell, (error: Error) => message.error(error.message))
  }
  const items = [
    {
      key: 'delete',
      danger: true,
      icon: <Trash2 size={14} aria-hidden="true" />,
      label: t('record.delete'),
      onClick: run,
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<Ellipsis size={16} aria-hidden="true" />} aria-label={t('record.more')} />
    </Dropdown>
  )
}
