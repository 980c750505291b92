import { Button, Radio } from 'antd'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { fieldOf } from '../../engine/paths'
import { isNamed } from '../../engine/records'
import { Value } from '../../engine/Value'
import { useFormat } from '../../kit/useFormat'
import type { RecordEditing } from './recordEditing'

/** Both values of each field that two people changed, to choose between; nothing typed is lost. */
export function ConflictPanel({ object, editing }: { object: ObjectDefinition; editing: RecordEditing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { conflict, draft } = editing
  const [mine, setMine] = useState<string[]>([])
  if (!conflict) return null
  const by = conflict.theirs.updated_by
  const who = isNamed(by) ? by.title : null
  return (
    <section className="conflict" role="alert">
      <h2>
        <TriangleAlert size={16} aria-hidden="true" />
        {who ? t('conflict.by', { who }) : t('conflict.title')}
      </h2>
      <p>{conflict.fields.length > 0 ? t('conflict.choose') : t('conflict.apart')}</p>
      {conflict.fields.map((name) => {
        const field = fieldOf(object, name)
        if (!field) return null
        const chosen = mine.includes(name) ? 'mine' : 'theirs'
        return (
          <Radio.Group
            key={name}
            className="conflict-row"
            value={chosen}
            aria-label={format.label(field.label)}
            onChange={(event) =>
              setMine(event.target.value === 'mine' ? [...mine, name] : mine.filter((one) => one !== name))
            }
          >
            <span className="conflict-field">{format.label(field.label)}</span>
            <Radio value="theirs">
              {t('conflict.theirs')} <Value value={conflict.theirs[name]} field={field} dense />
            </Radio>
            <Radio value="mine">
              {t('conflict.mine')} <Value value={draft.values[name]} field={field} dense />
            </Radio>
          </Radio.Group>
        )
      })}
      <div className="conflict-actions">
        <Button onClick={editing.close}>{t('conflict.drop')}</Button>
        <Button type="primary" loading={editing.saving} onClick={() => editing.saveOver(mine)}>
          {t('conflict.save')}
        </Button>
      </div>
    </section>
  )
}
