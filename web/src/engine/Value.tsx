import type { Field } from './documents'
import { kindOf } from './kinds/registry'

/** One value of one field; an empty one is a quiet dash. */
export function Value({ value, field, dense = false }: { value: unknown; field: Field; dense?: boolean }) {
  const empty =
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) return <span className="empty-value">–</span>
  const { Display } = kindOf(field.type)
  return <Display value={value} field={field} dense={dense} />
}
