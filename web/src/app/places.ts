import { useObjects, useViews } from '../engine/definitions'
import type { ObjectDefinition } from '../engine/documents'
import { withFacility } from '../engine/facilities'

export interface Places {
  /** What one works on day by day: has an owner and a title, and somebody made a view of it. */
  daily: ObjectDefinition[]
  /** All others that stand for themselves. */
  others: ObjectDefinition[]
  people: ObjectDefinition[]
}

/** The places as rail and tabs show them: what is to be done has a page of its own, contacts are found where they were had. */
export interface Work {
  daily: ObjectDefinition[]
  others: ObjectDefinition[]
  /** Whether anything is to be done. */
  tasks: boolean
}

const DAILY = 6

/** The order of work: with a stage path first, then as many views as an object has. */
export function arrange(objects: ObjectDefinition[], viewCount: (object: string) => number): Places {
  const lines = new Set(
    objects
      .flatMap((object) =>
        object.fields.filter(
          (field) => field.type.kind === 'lines' && viewCount(field.type.object ?? '') === 0,
        ),
      )
      .map((field) => field.type.object),
  )
  const people = objects.filter((object) => object.system && object.roles.title)
  const own = objects.filter((object) => !object.system && object.roles.title && !lines.has(object.name))
  const rank = (object: ObjectDefinition) =>
    (object.stagePath ? 100 : 0) + (object.roles.owner ? 20 : 0) + 2 * viewCount(object.name)
  const sorted = own.toSorted((a, b) => rank(b) - rank(a))
  return { daily: sorted.slice(0, DAILY), others: sorted.slice(DAILY), people }
}

export function usePlaces(): { places: Places; pending: boolean; error: unknown; refetch: () => void } {
  const objects = useObjects()
  const views = useViews()
  const count = (object: string) => views.data?.filter((view) => view.object === object).length ?? 0
  return {
    places: arrange(objects.data ?? [], count),
    pending: objects.isPending || views.isPending,
    error: objects.error,
    refetch: () => void objects.refetch(),
  }
}

export function workOf({ daily, others }: Places): Work {
  const all = [...daily, ...others]
  const tasks = withFacility(all, 'tasks')
  const apart = [withFacility(all, 'activities'), tasks].flatMap((object) => object ?? [])
  const isApart = (object: ObjectDefinition) => apart.includes(object)
  return {
    daily: daily.filter((object) => !isApart(object)),
    others: [...apart, ...others.filter((object) => !isApart(object))],
    tasks: tasks !== null,
  }
}
