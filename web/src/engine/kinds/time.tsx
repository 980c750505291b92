import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useFormat } from '../../kit/useFormat'
import { asIs, type DisplayProps, type InputProps, type Kind } from './kind'

function DateDisplay({ value }: DisplayProps) {
  const format = useFormat()
  return <span title={String(value)}>{format.day(String(value))}</span>
}

function DateTimeDisplay({ value }: DisplayProps) {
  const format = useFormat()
  return <span title={String(value)}>{format.moment(String(value))}</span>
}

function picker(withTime: boolean) {
  return function DateInput({ id, value, onChange, invalid, disabled, autoFocus, opened }: InputProps) {
    const format = withTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'
    return (
      <DatePicker
        id={id}
        className="wide"
        showTime={withTime ? { format: 'HH:mm' } : false}
        format={format}
        value={value ? dayjs(String(value)) : null}
        onChange={(day) => onChange(day ? (withTime ? day.toISOString() : day.format(format)) : null)}
        status={invalid ? 'error' : undefined}
        disabled={disabled}
        autoFocus={autoFocus}
        defaultOpen={opened}
        placeholder=""
      />
    )
  }
}

const base = { align: 'end', toWire: asIs, sortable: true } as const

export const date: Kind = { ...base, width: 108, Display: DateDisplay, Input: picker(false) }
export const dateTime: Kind = { ...base, width: 136, Display: DateTimeDisplay, Input: picker(true) }
