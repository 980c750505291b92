import { useMemo } from 'react'
import { useObjects } from '../../../engine/definitions'
import type { Field, ObjectDefinition } from '../../../engine/documents'
import { filterKindOf } from '../../../engine/filter/kinds'
import { columnOf, SYSTEM_FIELDS } from '../../../engine/paths'
import { useFormat } from '../../../kit/useFormat'

export interface FieldChoice {
  label: string
  options: { value: string; label: string }[]
}

/** The fields that a row may ask: the object's own, then those behind each of its references. */
export function useFilterFields(object: ObjectDefinition) {
  const format = useFormat()
  const objects = useObjects()
  return useMemo(() => {
    const all = objects.data ?? [object]
    const own = [...object.fields, ...SYSTEM_FIELDS].filter(askable)
    const choices: FieldChoice[] = [
      {
        label: format.label(object.label),
        options: own.map((field) => ({ value: field.name, label: format.label(field.label) })),
      },
    ]
    for (const field of own) {
      const target = all.find((one) => one.name === field.type.object)
      if (!target || target === object || field.system) continue
      const through = format.label(field.label)
      choices.push({
        label: through,
        options: target.fields.filter(askable).map((behind) => ({
          value: `${field.name}.${behind.name}`,
          label: `${through} · ${format.label(behind.label)}`,
        })),
      })
    }
    const fieldAt = (path: string): Field | null => columnOf(all, object, path)?.field ?? null
    return { choices, fieldAt, first: own[0]?.name ?? '', ready: objects.data !== undefined }
  }, [objects.data, object, format])
}

function askable(field: Field): boolean {
  return filterKindOf(field.type).operators.length > 0
}

export type FilterFields = ReturnType<typeof useFilterFields>
