import { Select } from 'antd'
import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kit/useFormat'
import type { Field, Option } from '../documents'
import { asIs, type DisplayProps, type InputProps, type Kind } from './kind'

const TONES: Record<string, string> = {
  green: 'success',
  red: 'danger',
  orange: 'warning',
  amber: 'warning',
  yellow: 'warning',
  blue: 'accent',
}

export function OptionTag({ option, value }: { option: Option | undefined; value: string }) {
  const format = useFormat()
  const tone = TONES[option?.colour ?? ''] ?? 'plain'
  return <span className={`tag tag-${tone}`}>{option ? format.label(option.label) : value}</span>
}

function optionOf(field: Field, key: string): Option | undefined {
  return field.type.options.find((option) => option.key === key)
}

function ChoiceDisplay({ value, field }: DisplayProps) {
  const key = String(value)
  return <OptionTag option={optionOf(field, key)} value={key} />
}

function MultiChoiceDisplay({ value, field }: DisplayProps) {
  const keys = (value as string[]).map(String)
  return (
    <span className="tags">
      {keys.map((key) => (
        <OptionTag key={key} option={optionOf(field, key)} value={key} />
      ))}
    </span>
  )
}

function choiceInput(many: boolean) {
  return function ChoiceInput(props: InputProps) {
    const { id, value, onChange, field, invalid, disabled, autoFocus, opened } = props
    const format = useFormat()
    const offered = field.type.options.filter((option) => !option.retired || option.key === value)
    return (
      <Select
        id={id}
        className="wide"
        mode={many ? 'multiple' : undefined}
        allowClear={!field.required}
        value={value ?? (many ? [] : undefined)}
        onChange={(next: unknown) => onChange(next ?? null)}
        options={offered.map((option) => ({ value: option.key, label: format.label(option.label) }))}
        showSearch={{ optionFilterProp: 'label' }}
        status={invalid ? 'error' : undefined}
        disabled={disabled}
        autoFocus={autoFocus}
        defaultOpen={opened}
      />
    )
  }
}

function YesNoDisplay({ value }: DisplayProps) {
  const { t } = useTranslation()
  return value === true ? (
    <span className="yes">
      <Check size={14} aria-hidden="true" /> {t('value.yes')}
    </span>
  ) : (
    <span className="no">
      <Minus size={14} aria-hidden="true" /> {t('value.no')}
    </span>
  )
}

/** Three states: yes, no, and not said. */
function YesNoInput({ id, value, onChange, invalid, disabled, autoFocus, opened }: InputProps) {
  const { t } = useTranslation()
  return (
    <Select
      id={id}
      className="wide"
      allowClear
      value={(value as boolean | null) ?? undefined}
      onChange={(next: boolean | undefined) => onChange(next ?? null)}
      options={[
        { value: true, label: t('value.yes') },
        { value: false, label: t('value.no') },
      ]}
      status={invalid ? 'error' : undefined}
      disabled={disabled}
      autoFocus={autoFocus}
      defaultOpen={opened}
    />
  )
}

const base = { align: 'start', width: 120, toWire: asIs, sortable: true } as const

export const choice: Kind = { ...base, Display: ChoiceDisplay, Input: choiceInput(false) }
export const multiChoice: Kind = {
  ...base,
  width: 180,
  Display: MultiChoiceDisplay,
  Input: choiceInput(true),
  sortable: false,
}
export const yesNo: Kind = { ...base, width: 84, Display: YesNoDisplay, Input: YesNoInput }
