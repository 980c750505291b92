import type { Field, Label, ObjectDefinition, Rule } from './documents'
import { fieldOf, isComputed } from './paths'
import { type RecordValues, recordsPath } from './records'
import { send } from '../lib/http'
import type { Fault, Problem } from '../lib/problem'

/** What stands between a card and the column it was dropped on. */
export interface Ask {
  /** Fields to fill in, in place. */
  fields: Field[]
  messages: (Label | string)[]
  /** Nothing but a recommendation: the card may go on without. */
  optional: boolean
}

interface Preview {
  faults?: Fault[]
  warnings?: Fault[]
}

const empty = (value: unknown) => value === null || value === undefined || value === ''

/** A fault brings the rule's own words along, in one language. */
function ruleOf(object: ObjectDefinition, { message }: Fault): Rule | undefined {
  return object.rules.find((rule) => rule.message.zh === message || rule.message.en === message)
}

/** The fields that a broken rule reads and that are empty; the field it names itself when none is. */
export function fieldsOf(
  object: ObjectDefinition,
  fault: Fault,
  values: RecordValues,
  moved: string,
): Field[] {
  const rule = object.rules.find(
    (one) => one.message.zh === fault.message || one.message.en === fault.message,
  )
  const text = (rule?.check ?? '').replace(/"[^"]*"/g, '')
  const named = [fault.path, ...(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])]
  const fields = [...new Set(named)].flatMap((name) => fieldOf(object, name) ?? [])
  const open = fields.filter(
    (field) => field.name !== moved && !isComputed(field) && field.type.kind !== 'lines',
  )
  const missing = open.filter((field) => empty(values[field.name]))
  return missing.length > 0 ? missing : open.filter((field) => field.name === fault.path)
}

function askOf(object: ObjectDefinition, preview: Preview, values: RecordValues, moved: string): Ask | null {
  const faults = preview.faults ?? []
  const all = faults.length > 0 ? faults : (preview.warnings ?? [])
  if (all.length === 0) return null
  const fields = all.flatMap((fault) => fieldsOf(object, fault, values, moved))
  return {
    fields: fields.filter((field, at) => fields.findIndex((one) => one.name === field.name) === at),
    messages: [...new Set(all.map((fault) => ruleOf(object, fault)?.message ?? fault.message))],
    optional: faults.length === 0,
  }
}

/** Asks the server what a move would say, without moving; null: nothing stands in the way. */
export async function askBefore(
  object: ObjectDefinition,
  id: string,
  moved: string,
  to: string,
): Promise<Ask | null> {
  const [record, preview] = await Promise.all([
    send<RecordValues>('GET', `${recordsPath(object.name)}/${id}`),
    send<Preview>('POST', `/api/objects/${object.name}/preview`, { body: { id, values: { [moved]: to } } }),
  ])
  return askOf(object, preview.data, record.data, moved)
}

/** The same from a refusal. */
export function askFrom(
  object: ObjectDefinition,
  problem: Problem,
  values: RecordValues,
  moved: string,
): Ask {
  return (
    askOf(object, { faults: problem.faults }, values, moved) ?? {
      fields: [],
      messages: [[problem.message, problem.hint].filter(Boolean).join(' ')],
      optional: false,
    }
  )
}
