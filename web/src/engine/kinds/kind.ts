import type { ComponentType } from 'react'
import type { Field } from '../documents'

export interface DisplayProps {
  value: unknown
  field: Field
  /** In a dense grid: one line, no links inside. */
  dense?: boolean
}

export interface InputProps {
  id: string
  value: unknown
  onChange: (value: unknown) => void
  field: Field
  invalid: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** Its list or calendar is open at once. */
  opened?: boolean
  /** Whether there is room for a dialog that makes what is referred to. */
  mayCreate?: boolean
}

/** All that the renderer knows about one type of field. Values are as the API sends them; empty is null. */
export interface Kind {
  align: 'start' | 'end'
  /** Preferred width of a grid column in pixels. */
  width: number
  Display: ComponentType<DisplayProps>
  /** Null: computed, never given. */
  Input: ComponentType<InputProps> | null
  /** What the API takes for what the input holds. */
  toWire: (value: unknown) => unknown
  sortable: boolean
}

export const asIs = (value: unknown): unknown => (value === '' || value === undefined ? null : value)
