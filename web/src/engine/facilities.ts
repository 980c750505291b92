import type { ObjectDefinition } from './documents'

/** Which fields of an object say what is to be done; see `schema/facility-tasks.json`. */
export interface TasksSettings {
  state: string
  open: string[]
  done: string
  doneOn?: string
  due: string
  time?: string
  priority?: string
  assignee: string
  note?: string
  about?: string[]
  checklist?: {
    field: string
    text: string
    done: string
    order?: string
    count?: string
    doneCount?: string
  }
}

/** Which fields of an object say what kind of contact it was; see `schema/facility-activities.json`. */
export interface ActivitiesSettings {
  kind: string
  kinds?: Record<string, { icon?: string }>
  at: string
  state?: string
  done?: string
  planned?: string
  note?: string
  member: string
  about: string[]
  nextStep?: string
}

export function tasksOf(object: ObjectDefinition): TasksSettings | null {
  return (object.facilities.tasks as TasksSettings | undefined) ?? null
}

export function activitiesOf(object: ObjectDefinition): ActivitiesSettings | null {
  return (object.facilities.activities as ActivitiesSettings | undefined) ?? null
}

/** The choice field in whose columns people may order the records; null: they have no order of their own. */
export function rankedBy(object: ObjectDefinition): string | null {
  return (object.facilities.ranked as { by: string } | undefined)?.by ?? null
}

/** The first object that has switched a facility on, if the reader may see one. */
export function withFacility(objects: ObjectDefinition[] | undefined, name: string): ObjectDefinition | null {
  return objects?.find((object) => object.facilities[name] !== undefined) ?? null
}
