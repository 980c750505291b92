import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kit/useFormat'
import { typed } from '../../lib/decimal'
import type { Field } from '../documents'
import { shownType } from '../paths'
import type { Operand, Unit } from './model'

export interface ValueProps {
  field: Field
  operands: Operand[]
  many: boolean
  onChange: (operands: Operand[]) => void
  size: 'small' | 'middle'
  /** The accessible name: field and comparison. */
  name: string
}

const PAUSE = 450

/** Typing is answered a moment after the last key, or at once with Enter and on leaving. */
function useTyped(shown: string, commit: (text: string) => void) {
  const [text, setText] = useState(shown)
  const [at, setAt] = useState(shown)
  if (at !== shown) {
    setAt(shown)
    setText(shown)
  }
  useEffect(() => {
    if (text === shown) return undefined
    const timer = setTimeout(() => commit(text), PAUSE)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- only what is typed starts the wait
  }, [text])
  const now = () => {
    if (text !== shown) commit(text)
  }
  return { value: text, onChange: setText, now }
}

export function TextValue({ operands: [first], onChange, size, name }: ValueProps) {
  const input = useTyped(first?.is === 'text' ? first.text : '', (text) =>
    onChange(text.trim() === '' ? [] : [{ is: 'text', text }]),
  )
  return (
    <Input
      size={size}
      className="filter-value"
      aria-label={name}
      value={input.value}
      onChange={(event) => input.onChange(event.target.value)}
      onBlur={input.now}
      onPressEnter={input.now}
    />
  )
}

/** `suffix` for a percentage; what is no number waits, marked, until it is one. */
export function NumberValue({ field, operands: [first], onChange, size, name }: ValueProps) {
  const input = useTyped(first?.is === 'number' ? first.digits : '', (text) => {
    const digits = typed(text)
    if (digits !== null) onChange([{ is: 'number', digits }])
    else if (text.trim() === '') onChange([])
  })
  const wrong = input.value.trim() !== '' && typed(input.value) === null
  return (
    <Input
      size={size}
      className="filter-value filter-figure"
      inputMode="decimal"
      aria-label={name}
      aria-invalid={wrong}
      status={wrong ? 'error' : undefined}
      suffix={shownType(field.type).kind === 'percent' ? '%' : undefined}
      value={input.value}
      onChange={(event) => input.onChange(event.target.value)}
      onBlur={input.now}
      onPressEnter={input.now}
    />
  )
}

const texts = (operands: Operand[]) => operands.flatMap((one) => (one.is === 'text' ? [one.text] : []))
const asTexts = (keys: string[]): Operand[] => keys.map((text) => ({ is: 'text', text }))

export function ChoiceValue({ field, operands, many, onChange, size, name }: ValueProps) {
  const format = useFormat()
  const { t } = useTranslation()
  const chosen = texts(operands)
  const options = shownType(field.type)
    .options.filter((option) => !option.retired || chosen.includes(option.key))
    .map((option) => ({ value: option.key, label: format.label(option.label) }))
  return (
    <Select<string | string[]>
      size={size}
      className="filter-value"
      mode={many ? 'multiple' : undefined}
      maxTagCount={4}
      aria-label={name}
      placeholder={t('filter.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={many ? chosen : chosen[0]}
      options={options}
      onChange={(next) => onChange(asTexts(Array.isArray(next) ? next : [next]))}
    />
  )
}

const UNITS: Unit[] = ['week', 'month', 'quarter', 'year']
const PLACES = [
  ['last', -1],
  ['this', 0],
  ['next', 1],
] as const

/** A day of the calendar, so many days from today, or the beginning of a week, month, quarter or year. */
export function TimeValue({ operands: [first], onChange, size, name }: ValueProps) {
  const { t } = useTranslation()
  const chosen = wayOf(first)
  const options = [
    { value: 'day', label: t('filter.relative.date') },
    { value: 'day:0', label: t('filter.relative.today') },
    { value: 'days', label: t('filter.relative.days') },
    ...UNITS.flatMap((unit) =>
      PLACES.map(([place, offset]) => ({
        value: `${unit}:${offset}`,
        label: t(`filter.relative.${unit}.${place}`),
      })),
    ),
  ]
  const known = options.some((option) => option.value === chosen)
  if (!known && first?.is === 'relative') {
    const label = `${t(`filter.relative.${first.unit as 'week'}.this`)} ${first.offset > 0 ? '+' : '−'} ${Math.abs(first.offset)}`
    options.push({ value: chosen, label })
  }
  const choose = (way: string) => {
    const [unit, offset] = way.split(':')
    if (way === 'day') onChange([{ is: 'day', day: dayjs().format('YYYY-MM-DD') }])
    else if (way === 'days') onChange([{ is: 'relative', unit: 'day', offset: 30 }])
    else onChange([{ is: 'relative', unit: unit as Unit, offset: Number(offset) }])
  }
  return (
    <span className="filter-time">
      <Select
        size={size}
        aria-label={name}
        placeholder={t('filter.choose')}
        value={first ? chosen : undefined}
        options={options}
        popupMatchSelectWidth={false}
        onChange={choose}
      />
      {chosen === 'days' && first?.is === 'relative' ? (
        <InputNumber<number>
          size={size}
          className="filter-days"
          aria-label={t('filter.relative.days')}
          precision={0}
          min={-36_500}
          max={36_500}
          value={first.offset}
          onChange={(offset) =>
            offset === null ? undefined : onChange([{ is: 'relative', unit: 'day', offset }])
          }
        />
      ) : null}
      {first?.is === 'day' ? (
        <DatePicker
          size={size}
          allowClear={false}
          aria-label={name}
          value={dayjs(first.day)}
          onChange={(day) => (day ? onChange([{ is: 'day', day: day.format('YYYY-MM-DD') }]) : undefined)}
        />
      ) : null}
      {first?.is === 'moment' ? (
        <DatePicker
          size={size}
          allowClear={false}
          aria-label={name}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={dayjs(first.moment)}
          onChange={(day) =>
            day ? onChange([{ is: 'moment', moment: day.format('YYYY-MM-DDTHH:mm') }]) : undefined
          }
        />
      ) : null}
    </span>
  )
}

function wayOf(operand: Operand | undefined): string {
  if (operand?.is !== 'relative') return 'day'
  if (operand.unit === 'day') return operand.offset === 0 ? 'day:0' : 'days'
  return `${operand.unit}:${operand.offset}`
}
