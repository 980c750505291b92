import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { useForm } from '../../engine/forms'
import { usePreview } from '../../engine/preview'
import { RecordForm } from '../../engine/RecordForm'
import { SkeletonRows } from '../../kit/States'
import type { RecordEditing } from './recordEditing'

export function Details({ object, editing }: { object: ObjectDefinition; editing: RecordEditing }) {
  const { t } = useTranslation()
  const { draft } = editing
  const form = useForm(object.name)
  const preview = usePreview(object, String(draft.values.id), draft.changed, editing.open)
  if (form === undefined) return <SkeletonRows rows={6} height={32} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        editing.save()
      }}
    >
      <RecordForm
        object={object}
        form={form ?? null}
        values={draft.values}
        preview={editing.open ? preview : {}}
        editing={editing.open}
        problem={editing.problem}
        onChange={draft.set}
      />
      {editing.open ? (
        <div className="save-bar">
          <Button onClick={editing.close}>{t('record.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={editing.saving}>
            {t('record.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
