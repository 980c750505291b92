import { Input } from 'antd'
import { asIs, type DisplayProps, type InputProps, type Kind } from './kind'

function TextDisplay({ value }: DisplayProps) {
  return <>{String(value)}</>
}

function LongTextDisplay({ value, dense }: DisplayProps) {
  return dense ? <>{String(value)}</> : <span className="long-text">{String(value)}</span>
}

function linkDisplay(prefix: string) {
  return function LinkDisplay({ value, dense }: DisplayProps) {
    const text = String(value)
    const target =
      prefix === '' ? (/^https?:\/\//i.test(text) ? text : null) : prefix + text.replace(/\s/g, '')
    if (dense || target === null) return <>{text}</>
    return (
      <a href={target} {...(prefix === '' ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {text}
      </a>
    )
  }
}

function textInput(type: string) {
  return function TextInput({ id, value, onChange, invalid, disabled, autoFocus }: InputProps) {
    return (
      <Input
        id={id}
        type={type}
        value={(value as string | null) ?? ''}
        onChange={(event) => onChange(event.target.value)}
        status={invalid ? 'error' : undefined}
        disabled={disabled}
        autoFocus={autoFocus}
        autoComplete="off"
      />
    )
  }
}

function LongTextInput({ id, value, onChange, invalid, disabled, autoFocus }: InputProps) {
  return (
    <Input.TextArea
      id={id}
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      status={invalid ? 'error' : undefined}
      disabled={disabled}
      autoFocus={autoFocus}
    />
  )
}

const base = { align: 'start', width: 180, toWire: asIs, sortable: true } as const

export const text: Kind = { ...base, Display: TextDisplay, Input: textInput('text') }
export const longText: Kind = {
  ...base,
  width: 240,
  Display: LongTextDisplay,
  Input: LongTextInput,
  sortable: false,
}
export const autoNumber: Kind = { ...base, width: 140, Display: TextDisplay, Input: null }
export const phone: Kind = { ...base, width: 140, Display: linkDisplay('tel:'), Input: textInput('tel') }
export const email: Kind = { ...base, Display: linkDisplay('mailto:'), Input: textInput('email') }
export const link: Kind = { ...base, Display: linkDisplay(''), Input: textInput('url') }
