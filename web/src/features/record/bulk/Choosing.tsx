import { Button, Select } from 'antd'
import { CircleAlert, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Field, ObjectDefinition } from '../../../engine/documents'
import { kindOf } from '../../../engine/kinds/registry'
import { isComputed } from '../../../engine/paths'
import { useFormat } from '../../../kit/useFormat'
import type { Problem } from '../../../lib/problem'
import type { Deed } from './BulkDialog'

/** A field and what all chosen records are to hold in it. */
export interface Chosen {
  key: number
  field: Field | null
  value: unknown
}

const MOST = 5

interface Props {
  deed: Deed
  object: ObjectDefinition
  chosen: Chosen[]
  onChange: (chosen: Chosen[]) => void
  problem: Problem | null
}

/** Fields that can be given, with their inputs; the owner has a way of his own. */
export function Choosing({ deed, object, chosen, onChange, problem }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const free = deed === 'change'
  const put = (next: Chosen) => onChange(chosen.map((one) => (one.key === next.key ? next : one)))
  const fields = object.fields.filter(
    (field) =>
      !field.system &&
      !isComputed(field) &&
      kindOf(field.type).Input !== null &&
      field.name !== object.roles.owner,
  )
  return (
    <>
      {chosen.map((one) => (
        <div key={one.key} className="bulk-choice">
          {free ? (
            <div className="bulk-choice-field">
              <Select
                className="wide"
                aria-label={t('bulk.field')}
                placeholder={t('bulk.field')}
                autoFocus
                showSearch={{ optionFilterProp: 'label' }}
                value={one.field?.name}
                options={fields.map((field) => ({
                  value: field.name,
                  label: format.label(field.label),
                  disabled: chosen.some((other) => other !== one && other.field?.name === field.name),
                }))}
                onChange={(name: string) =>
                  put({ ...one, field: fields.find((field) => field.name === name) ?? null, value: null })
                }
              />
              {chosen.length > 1 ? (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('bulk.dropField')}
                  onClick={() => onChange(chosen.filter((other) => other !== one))}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              ) : null}
            </div>
          ) : null}
          {one.field ? (
            <Given
              one={one}
              field={one.field}
              put={put}
              free={free}
              fault={problem?.faultOf(one.field.name)}
            />
          ) : null}
        </div>
      ))}
      {free && chosen.length < MOST && chosen.at(-1)?.field ? (
        <Button
          type="text"
          size="small"
          className="bulk-add"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() =>
            onChange([...chosen, { key: (chosen.at(-1)?.key ?? 0) + 1, field: null, value: null }])
          }
        >
          {t('bulk.addField')}
        </Button>
      ) : null}
    </>
  )
}

interface GivenProps {
  one: Chosen
  field: Field
  put: (next: Chosen) => void
  free: boolean
  fault: string | undefined
}

function Given({ one, field, put, free, fault }: GivenProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { Input } = kindOf(field.type)
  if (!Input) return null
  const id = `bulk-${field.name}`
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {free ? t('bulk.newValue') : format.label(field.label)}
      </label>
      <Input
        id={id}
        field={field}
        value={one.value}
        onChange={(value) => put({ ...one, value })}
        invalid={fault !== undefined}
        autoFocus={!free}
      />
      {fault ? (
        <div className="field-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {fault}
        </div>
      ) : free && !field.required && field.type.kind !== 'yesNo' ? (
        <div className="field-help">{t('bulk.emptyHint')}</div>
      ) : null}
    </div>
  )
}
