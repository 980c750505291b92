import type { Field, Label, ObjectDefinition } from '../../engine/documents'
import type { FormDefinition } from '../../engine/forms'

export interface Related {
  object: ObjectDefinition
  /** The other object's reference to this one. */
  via: Field
  /** How this object calls them, if it says. */
  label: Label | null
  /** Paths to show; empty: the usual ones. */
  columns: string[]
}

/**
 * Lists that belong to a record: those of its form; where that names none, its own lines first, then every other object
 * that refers to it.
 */
export function relatedTo(
  object: ObjectDefinition,
  objects: ObjectDefinition[],
  form: FormDefinition | null,
): Related[] {
  const named = object.fields.filter((field) => field.type.kind === 'lines')
  const referring = objects.flatMap((other) =>
    other.fields
      .filter(
        (field) =>
          field.type.object === object.name && ['reference', 'member', 'team'].includes(field.type.kind),
      )
      .map((via) => ({ object: other, via, label: labelOf(named, other, via), columns: [] })),
  )
  if (form && form.related.length > 0) {
    return form.related.flatMap((list): Related[] => {
      const lines = named.find((field) => field.name === list.field)?.type
      const one = referring.find(
        ({ object: other, via }) =>
          other.name === (lines?.object ?? list.object) && via.name === (lines?.via ?? list.via),
      )
      return one ? [{ ...one, columns: list.columns ?? [] }] : []
    })
  }
  const own = named.flatMap(
    (lines) =>
      referring.find((one) => one.object.name === lines.type.object && one.via.name === lines.type.via) ?? [],
  )
  // People are referred to from everywhere; for them only what they own is a list worth having.
  const others = referring.filter(
    (one) => !own.includes(one) && (!object.system || one.object.roles.owner === one.via.name),
  )
  return [...own, ...others].slice(0, 8)
}

function labelOf(named: Field[], other: ObjectDefinition, via: Field): Label | null {
  return named.find((field) => field.type.object === other.name && field.type.via === via.name)?.label ?? null
}
