/** The documents of definitions, as the API sends them, read into what the renderer works with. */

export interface Label {
  zh: string
  en: string
}

export interface Option {
  key: string
  label: Label
  colour: string | null
  retired: boolean
}

export type KindName =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'yesNo'
  | 'choice'
  | 'multiChoice'
  | 'member'
  | 'team'
  | 'reference'
  | 'lines'
  | 'formula'
  | 'rollUp'
  | 'autoNumber'
  | 'phone'
  | 'email'
  | 'link'

/** A field's type; `digits` after the point, `object` referred to, `via` the child's reference back. */
export interface FieldType {
  kind: KindName
  length: number | null
  digits: number | null
  object: string | null
  via: string | null
  options: Option[]
  /** What a computed field answers. */
  result: FieldType | null
}

export interface Field {
  name: string
  label: Label
  help: Label | null
  type: FieldType
  required: boolean
  searchable: boolean
  system: boolean
  /** Conditions of the expression language; the server answers them in a preview. */
  requiredWhen: string | null
  visibleWhen: string | null
  readOnlyWhen: string | null
}

export interface Stage {
  key: string
  outcome: 'open' | 'won' | 'lost'
  probability: number | null
  /** After so many days a record has been here too long. */
  limit: number | null
  /** The stages that may follow; empty = any. */
  next: string[]
}

export interface StagePath {
  field: string
  stages: Stage[]
  /** Where each move is kept; null = nowhere. */
  events: { object: string; record: string; from: string; to: string; at: string } | null
}

export interface ObjectDefinition {
  name: string
  label: Label
  plural: Label
  icon: string | null
  fields: Field[]
  roles: Record<string, string>
  stagePath: StagePath | null
  /** Facility → its settings, as they stand in the document. */
  facilities: Record<string, Record<string, unknown>>
  /** What must hold for a record, and what is said when it does not. */
  rules: Rule[]
  system: boolean
}

export interface Rule {
  check: string
  message: Label
  field: string | null
}

/** How a board's columns and cards look; `card` names a path for each part. */
type Document = Record<string, unknown>

export function readLabel(value: unknown, otherwise: string): Label {
  if (typeof value === 'string') return { zh: value, en: value }
  const label = (value ?? {}) as Partial<Label>
  const zh = label.zh ?? label.en ?? otherwise
  return { zh, en: label.en ?? zh }
}

function readOptions(value: unknown): Option[] {
  return Object.entries((value ?? {}) as Record<string, Document>).map(([key, option]) => ({
    key,
    label: readLabel(option.label ?? option, key),
    colour: (option.colour as string | undefined) ?? null,
    retired: option.retired === true,
  }))
}

function readType(document: Document): FieldType {
  const digits = document.digits
  return {
    kind: document.type as KindName,
    length: (document.length as number | undefined) ?? null,
    digits: typeof digits === 'number' ? digits : null,
    object: objectOf(document),
    via: (document.via as string | undefined) ?? null,
    options: readOptions(document.options),
    result: document.result ? readType(asDocument(document.result)) : null,
  }
}

function asDocument(value: unknown): Document {
  return typeof value === 'string' ? { type: value } : (value as Document)
}

function objectOf(document: Document): string | null {
  if (document.type === 'member' || document.type === 'team') return document.type
  return (document.object as string | undefined) ?? null
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

export function readField(name: string, document: Document): Field {
  return {
    name,
    label: readLabel(document.label, name),
    help: document.help ? readLabel(document.help, name) : null,
    type: readType(document),
    required: document.required === true,
    searchable: document.searchable === true,
    system: document.system === true,
    requiredWhen: text(document.requiredWhen),
    visibleWhen: text(document.visibleWhen),
    readOnlyWhen: text(document.readOnlyWhen),
  }
}

function whole(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}

function readRules(document: Document): Rule[] {
  const stages = ((document.facilities as Document | undefined)?.stagePath as Document | undefined)?.stages
  const gates = Object.values((stages ?? {}) as Record<string, Document>).filter((stage) => stage.gate)
  return [
    ...((document.rules ?? []) as Document[]),
    ...gates.map((stage): Document => ({ check: stage.gate, message: stage.message })),
  ].map((rule: Document) => ({
    check: String(rule.check ?? ''),
    message: readLabel(rule.message, ''),
    field: text(rule.field),
  }))
}

function readStagePath(facilities: unknown): ObjectDefinition['stagePath'] {
  const path = (facilities as Document | undefined)?.stagePath as Document | undefined
  if (!path || typeof path.field !== 'string') return null
  const stages = Object.entries((path.stages ?? {}) as Record<string, Document>)
  return {
    field: path.field,
    stages: stages.map(([key, stage]) => ({
      key,
      outcome: (stage.outcome as Stage['outcome']) ?? 'open',
      probability: whole(stage.probability),
      limit: whole(stage.limit),
      next: (stage.next ?? []) as string[],
    })),
    events: (path.events as StagePath['events'] | undefined) ?? null,
  }
}

export function readObject(name: string, document: Document): ObjectDefinition {
  const label = readLabel(document.label, name)
  const fields = Object.entries((document.fields ?? {}) as Record<string, Document>)
  return {
    name,
    label,
    plural: document.plural ? readLabel(document.plural, name) : label,
    icon: text(document.icon),
    fields: fields.filter(([, field]) => field.retired !== true).map(([key, field]) => readField(key, field)),
    roles: (document.roles ?? {}) as Record<string, string>,
    stagePath: readStagePath(document.facilities),
    facilities: (document.facilities ?? {}) as ObjectDefinition['facilities'],
    rules: readRules(document),
    system: false,
  }
}

export { type BoardSettings, type CalendarSettings, readView, type ViewDefinition } from './viewDefinition'
