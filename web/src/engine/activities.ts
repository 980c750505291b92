import { localDay } from '../kit/format'
import { get, send } from '../lib/http'
import type { ObjectDefinition } from './documents'
import { type ActivitiesSettings, activitiesOf } from './facilities'
import { fieldOf } from './paths'
import { isNamed, type RecordValues, recordsPath, titleOf } from './records'

/** A record that a contact is about. */
export interface About {
  object: string
  id: string
}

/** Which object's records of this kind a contact may be about. */
export function aboutTargets(activity: ObjectDefinition): string[] {
  const settings = activitiesOf(activity)
  return (settings?.about ?? []).flatMap((name) => fieldOf(activity, name)?.type.object ?? [])
}

/**
 * What an activity refers to when it is about a record: the record itself, and what the record in turn names of the same
 * objects (a deal's account), so that the contact is found there as well.
 */
export function references(
  activity: ObjectDefinition,
  settings: ActivitiesSettings,
  of: ObjectDefinition,
  record: RecordValues,
): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of settings.about) {
    const target = fieldOf(activity, name)?.type.object
    if (target === of.name) {
      values[name] = record.id
      continue
    }
    const via = of.fields.find((field) => field.type.kind === 'reference' && field.type.object === target)
    const value = via ? record[via.name] : null
    if (isNamed(value)) values[name] = value.id
  }
  return values
}

/** The title of a contact may be so long. */
export const LONGEST_TITLE = 200

/**
 * The values of a contact that has just been: of a kind, called so, about these records (see {@link references}), done.
 *
 * @param now the moment; where the object keeps only the day, its day here
 */
export function activityValues(
  activity: ObjectDefinition,
  settings: ActivitiesSettings,
  kind: string,
  title: string,
  about: Record<string, string>,
  now: Date,
): Record<string, unknown> {
  const name = activity.roles.title
  const dated = fieldOf(activity, settings.at)?.type.kind === 'date'
  return {
    [settings.kind]: kind,
    [settings.at]: dated ? localDay(now) : now.toISOString(),
    ...(settings.state && settings.done ? { [settings.state]: settings.done } : {}),
    ...(name ? { [name]: title.slice(0, LONGEST_TITLE) } : {}),
    ...about,
  }
}

export interface Logged {
  id: string
  title: string
}

/** Logs a contact that has just been: now, by me, about the record; @return the new record */
export async function logActivity(
  activity: ObjectDefinition,
  kind: { key: string; label: string },
  about: { object: ObjectDefinition; id: string },
): Promise<Logged> {
  const settings = activitiesOf(activity)
  if (!settings) throw new Error(`${activity.name} has no activities`)
  const record = await get<RecordValues>(`${recordsPath(about.object.name)}/${about.id}`)
  const title = `${kind.label} · ${titleOf(about.object, record)}`.slice(0, LONGEST_TITLE)
  const refers = references(activity, settings, about.object, record)
  const { data } = await send<{ id: string }>('POST', recordsPath(activity.name), {
    body: activityValues(activity, settings, kind.key, title, refers, new Date()),
  })
  return { id: data.id, title }
}
