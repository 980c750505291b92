import { useQueryClient } from '@tanstack/react-query'
import { send } from '../lib/http'
import { activityValues, LONGEST_TITLE, references } from './activities'
import { activitiesOf, type ActivitiesSettings, tasksOf, withFacility } from './facilities'
import type { Field, ObjectDefinition } from './documents'
import { fieldOf } from './paths'
import { type RecordValues, recordsPath } from './records'

/** An object that keeps contacts with customers, and the field by which such a record names another. */
export interface ContactPlace {
  object: ObjectDefinition
  settings: ActivitiesSettings
  about: Field
}

function aboutOf(object: ObjectDefinition, names: string[], target: string): Field | null {
  return (
    names.flatMap((name) => fieldOf(object, name) ?? []).find((field) => field.type.object === target) ?? null
  )
}

/** Where contacts about records of this object are kept; null if nowhere. */
export function contactPlace(objects: ObjectDefinition[] | undefined, target: string): ContactPlace | null {
  const object = withFacility(objects, 'activities')
  const settings = object ? activitiesOf(object) : null
  const about = object && settings ? aboutOf(object, settings.about, target) : null
  return object && settings && about ? { object, settings, about } : null
}

/** Where what is to be done about records of this object is kept; null if nowhere. */
export function taskPlace(objects: ObjectDefinition[] | undefined, target: string) {
  const object = withFacility(objects, 'tasks')
  const settings = object ? tasksOf(object) : null
  const about = object && settings ? aboutOf(object, settings.about ?? [], target) : null
  return object && settings && about ? { object, settings, about } : null
}

/** What was said to whom, and what comes next. */
export interface Contact {
  kind: string
  text: string
  /** What to do next and on which day (yyyy-mm-dd); null: nothing. */
  next: { title: string; due: string } | null
}

/**
 * The values of a contact's record: its first line is the title, all of it the note if it says more.
 *
 * @param about the records it names, see {@link references}
 */
export function contactValues(
  place: ContactPlace,
  about: Record<string, string>,
  contact: Contact,
  kindLabel: string,
  now: Date,
): Record<string, unknown> {
  const { object, settings } = place
  const text = contact.text.trim()
  const line = text.split('\n')[0] ?? ''
  const more = text !== '' && (text !== line || line.length > LONGEST_TITLE)
  return {
    ...activityValues(object, settings, contact.kind, line || kindLabel, about, now),
    ...(settings.note && more ? { [settings.note]: text } : {}),
    ...(settings.nextStep && contact.next ? { [settings.nextStep]: contact.next.title } : {}),
  }
}

/** Logs a contact about a record, and what comes next as a task of its own. */
export function useLogContact(objects: ObjectDefinition[] | undefined, of: ObjectDefinition) {
  const client = useQueryClient()
  return async (place: ContactPlace, record: RecordValues, contact: Contact, kindLabel: string) => {
    const about = references(place.object, place.settings, of, record)
    const values = contactValues(place, about, contact, kindLabel, new Date())
    const { data } = await send<{ id: string }>('POST', recordsPath(place.object.name), { body: values })
    const tasks = contact.next ? taskPlace(objects, of.name) : null
    if (tasks && contact.next) {
      const title = tasks.object.roles.title
      const task = {
        ...(title ? { [title]: contact.next.title } : {}),
        [tasks.settings.due]: contact.next.due,
        [tasks.about.name]: record.id,
      }
      await send('POST', recordsPath(tasks.object.name), { body: task })
      void client.invalidateQueries({ queryKey: ['records', tasks.object.name] })
    }
    void client.invalidateQueries({ queryKey: ['records', place.object.name] })
    return data.id
  }
}
