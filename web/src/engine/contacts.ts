import { useQueryClient } from '@tanstack/react-query'
import { send } from '../lib/http'
import { activitiesOf, type ActivitiesSettings, tasksOf, withFacility } from './facilities'
import type { Field, ObjectDefinition } from './documents'
import { fieldOf } from './paths'
import { recordsPath } from './records'

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

const TITLE = 200

/** The values of a contact's record: its first line is the title, all of it the note if it says more. */
export function contactValues(
  place: ContactPlace,
  id: string,
  contact: Contact,
  kindLabel: string,
  today: string,
  /** What the record names in turn, such as a deal its account, so that the contact is found there as well. */
  alsoAbout: Record<string, string> = {},
) {
  const { object, settings, about } = place
  const text = contact.text.trim()
  const line = text.split('\n')[0] ?? ''
  const title = object.roles.title
  return {
    ...(title ? { [title]: (line || kindLabel).slice(0, TITLE) } : {}),
    [settings.kind]: contact.kind,
    [settings.at]: fieldOf(object, settings.at)?.type.kind === 'dateTime' ? new Date().toISOString() : today,
    ...(settings.state && settings.done ? { [settings.state]: settings.done } : {}),
    ...(settings.note && text !== '' && (text !== line || line.length > TITLE)
      ? { [settings.note]: text }
      : {}),
    ...(settings.nextStep && contact.next ? { [settings.nextStep]: contact.next.title } : {}),
    ...alsoAbout,
    [about.name]: id,
  }
}

/** Logs a contact about a record, and what comes next as a task of its own. */
export function useLogContact(objects: ObjectDefinition[] | undefined, target: string, id: string) {
  const client = useQueryClient()
  return async (
    place: ContactPlace,
    contact: Contact,
    kindLabel: string,
    today: string,
    alsoAbout: Record<string, string>,
  ) => {
    const values = contactValues(place, id, contact, kindLabel, today, alsoAbout)
    const { data } = await send<{ id: string }>('POST', recordsPath(place.object.name), { body: values })
    const tasks = contact.next ? taskPlace(objects, target) : null
    if (tasks && contact.next) {
      const title = tasks.object.roles.title
      const task = {
        ...(title ? { [title]: contact.next.title } : {}),
        [tasks.settings.due]: contact.next.due,
        [tasks.about.name]: id,
      }
      await send('POST', recordsPath(tasks.object.name), { body: task })
      void client.invalidateQueries({ queryKey: ['records', tasks.object.name] })
    }
    void client.invalidateQueries({ queryKey: ['records', place.object.name] })
    return data.id
  }
}
