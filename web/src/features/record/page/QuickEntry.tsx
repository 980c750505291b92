import { App, Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TITLE } from '../../../engine/activities'
import { type ContactPlace, taskPlace, useLogContact } from '../../../engine/contacts'
import { useObjects } from '../../../engine/definitions'
import type { ObjectDefinition } from '../../../engine/documents'
import { fieldOf } from '../../../engine/paths'
import { type RecordValues, useDelete } from '../../../engine/records'
import { useKeptText } from '../../../engine/keptDraft'
import { Icon } from '../../../kit/Icon'
import { offerUndo } from '../../../kit/undo'
import { useFormat } from '../../../kit/useFormat'

interface Props {
  object: ObjectDefinition
  record: RecordValues
  place: ContactPlace
}

/** What was just said to the customer, in one box: the kind, the words, and when to follow up. */
export function QuickEntry({ object, record, place }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const format = useFormat()
  const objects = useObjects()
  const kinds = fieldOf(place.object, place.settings.kind)?.type.options.filter((one) => !one.retired) ?? []
  const [kind, setKind] = useState(kinds[0]?.key ?? '')
  const [text, setText, forget] = useKeptText(`contact.${object.name}.${record.id}`)
  const [due, setDue] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const log = useLogContact(objects.data, object)
  const remove = useDelete(place.object.name)
  const chosen = kinds.find((one) => one.key === kind)
  const label = chosen ? format.label(chosen.label) : ''
  const mayPlan = taskPlace(objects.data, object.name) !== null
  const save = async () => {
    setSaving(true)
    const first = text.trim().split('\n')[0] ?? ''
    const next = due
      ? { title: t('record.followUp', { what: first || label }).slice(0, LONGEST_TITLE), due }
      : null
    try {
      const made = await log(place, record, { kind, text, next }, label)
      forget()
      setDue(null)
      offerUndo(t('record.logged', { kind: label }), () => remove.mutateAsync({ id: made, etag: null }))
    } catch (failure) {
      void message.error(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setSaving(false)
    }
  }
  return (
    <form
      className="quick-entry"
      aria-label={t('record.log')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="quick-kinds" role="radiogroup" aria-label={t('record.kind')}>
        {kinds.map((one) => (
          <label key={one.key} className={one.key === kind ? 'quick-kind quick-kind-here' : 'quick-kind'}>
            <input
              type="radio"
              name={`kind-${record.id}`}
              className="visually-hidden"
              checked={one.key === kind}
              onChange={() => setKind(one.key)}
            />
            <Icon name={place.settings.kinds?.[one.key]?.icon} size={14} />
            {format.label(one.label)}
          </label>
        ))}
      </div>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void save()
          }
        }}
        autoSize={{ minRows: 2, maxRows: 8 }}
        variant="borderless"
        placeholder={t('record.logHint')}
        aria-label={t('record.logHint')}
        maxLength={20_000}
      />
      <div className="quick-end">
        {mayPlan ? (
          <DatePicker
            size="small"
            variant="borderless"
            value={due ? dayjs(due) : null}
            onChange={(day) => setDue(day ? day.format('YYYY-MM-DD') : null)}
            suffixIcon={<CalendarPlus size={14} aria-hidden="true" />}
            placeholder={t('record.nextFollowUp')}
            aria-label={t('record.nextFollowUp')}
            disabledDate={(day) => day.isBefore(dayjs().startOf('day'))}
          />
        ) : (
          <span />
        )}
        <Button htmlType="submit" size="small" loading={saving}>
          {t('record.logAction')}
        </Button>
      </div>
    </form>
  )
}
