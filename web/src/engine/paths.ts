import type { Field, FieldType, ObjectDefinition } from './documents'

/** A field as seen from an object: its own, or through references (`account.industry`). */
export interface Column {
  path: string
  field: Field
  /** The fields walked through, the last one being `field`; their labels name the column. */
  way: Field[]
}

const plainType = (kind: FieldType['kind'], object: string | null = null): FieldType => ({
  kind,
  object,
  length: null,
  digits: null,
  via: null,
  options: [],
  result: null,
})

const system = (name: string, zh: string, en: string, type: FieldType): Field => ({
  name,
  type,
  label: { zh, en },
  help: null,
  required: false,
  searchable: false,
  system: true,
  requiredWhen: null,
  visibleWhen: null,
  readOnlyWhen: null,
})

/** What every record has, beside the fields of its object. */
export const SYSTEM_FIELDS: Field[] = [
  system('created_at', '创建时间', 'Created', plainType('dateTime')),
  system('created_by', '创建人', 'Created by', plainType('member', 'member')),
  system('updated_at', '更新时间', 'Updated', plainType('dateTime')),
  system('updated_by', '更新人', 'Updated by', plainType('member', 'member')),
]

/** A stage path keeps since when a record is in its stage. */
const inStageSince = (name: string) => system(name, '进入阶段时间', 'In stage since', plainType('dateTime'))

export function fieldOf(object: ObjectDefinition, name: string): Field | null {
  return (
    object.fields.find((field) => field.name === name) ??
    SYSTEM_FIELDS.find((field) => field.name === name) ??
    (object.stagePath && name === `${object.stagePath.field}_since` ? inStageSince(name) : null)
  )
}

/** The field that plays a part in its object: title, owner, amount, stage, closed. */
export function roleOf(object: ObjectDefinition, role: string): Field | null {
  const name = object.roles[role]
  return name ? fieldOf(object, name) : null
}

export function columnOf(objects: ObjectDefinition[], object: ObjectDefinition, path: string): Column | null {
  const way: Field[] = []
  let at: ObjectDefinition | undefined = object
  for (const name of path.split('.')) {
    const field: Field | null = at ? fieldOf(at, name) : null
    if (!field) return null
    way.push(field)
    at = objects.find((candidate) => candidate.name === field.type.object)
  }
  const field = way.at(-1)
  return field ? { path, field, way } : null
}

/** The type whose looks a field has: a computed field looks like its result. */
export function shownType(type: FieldType): FieldType {
  return type.result ?? type
}

export function isComputed(field: Field): boolean {
  return field.system || ['formula', 'rollUp', 'autoNumber'].includes(field.type.kind)
}

/** Fields that a form or a grid may show as one value. */
export function valueFields(object: ObjectDefinition): Field[] {
  return object.fields.filter((field) => field.type.kind !== 'lines')
}

/** When no view says otherwise: title, the fields with a part to play, then the first others; seven in all. */
export function defaultColumns(object: ObjectDefinition): string[] {
  const parts = ['title', 'stage', 'amount', 'closed', 'owner'].flatMap(
    (role) => roleOf(object, role)?.name ?? [],
  )
  const others = valueFields(object)
    .filter((field) => field.type.kind !== 'longText')
    .map((field) => field.name)
  return [...new Set([...parts.slice(0, 1), ...others.slice(0, 4), ...parts])].slice(0, 8)
}
