import { Input } from 'antd'
import { useState } from 'react'
import { figure, percent as percentText } from '../../kit/format'
import { trim, typed } from '../../lib/decimal'
import { decimalOf, exactNumber } from '../../lib/json'
import { shownType } from '../paths'
import type { DisplayProps, InputProps, Kind } from './kind'

function NumberDisplay({ value, field }: DisplayProps) {
  const decimal = decimalOf(value)
  const { digits } = shownType(field.type)
  return <>{decimal === null ? String(value) : figure(decimal, digits ?? undefined)}</>
}

function PercentDisplay({ value, field }: DisplayProps) {
  const decimal = decimalOf(value)
  const { digits } = shownType(field.type)
  return <>{decimal === null ? String(value) : percentText(decimal, digits ?? undefined)}</>
}

/** Held as the digits that were typed, never as a floating-point number. */
function numberInput(suffix: string | null) {
  return function NumberInput({ id, value, onChange, invalid, disabled, autoFocus }: InputProps) {
    const [focused, setFocused] = useState(false)
    const decimal = decimalOf(value)
    const still = decimal === null ? String(value ?? '') : figure(trim(decimal))
    const editing = decimal === null ? String(value ?? '') : decimal
    return (
      <Input
        id={id}
        inputMode="decimal"
        className="figure-input"
        value={focused ? editing : still}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          const read = typeof value === 'string' ? typed(value) : null
          if (read !== null && read !== value) onChange(read)
        }}
        onChange={(event) => onChange(event.target.value)}
        suffix={suffix}
        status={invalid ? 'error' : undefined}
        disabled={disabled}
        autoFocus={autoFocus}
        autoComplete="off"
      />
    )
  }
}

/** What is not a number goes to the server as it is, which says what is wrong with it. */
function numberToWire(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null
  const decimal = decimalOf(value) ?? (typeof value === 'string' ? typed(value) : null)
  return decimal === null ? value : exactNumber(decimal)
}

const base = { align: 'end', width: 120, toWire: numberToWire, sortable: true } as const

export const number: Kind = { ...base, Display: NumberDisplay, Input: numberInput(null) }
export const money: Kind = { ...base, width: 140, Display: NumberDisplay, Input: numberInput(null) }
export const percent: Kind = { ...base, width: 96, Display: PercentDisplay, Input: numberInput('%') }
