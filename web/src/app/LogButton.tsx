import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { aboutTargets } from '../engine/activities'
import { useObjects } from '../engine/definitions'
import { withFacility } from '../engine/facilities'
import { QuickLog } from '../engine/QuickLog'
import { see, useSeen } from '../engine/seen'
import { useRights } from '../engine/session'

/** On a phone, where one works: log a contact with the record in view, or with the one that was seen last. */
export function LogButton() {
  const objects = useObjects()
  const activity = withFacility(objects.data, 'activities')
  const targets = activity ? aboutTargets(activity) : []
  const { object, id } = useParams({ strict: false }) as { object?: string; id?: string }
  const { pathname } = useLocation()
  const seen = useSeen()
  const rights = useRights(activity?.name ?? '')
  const here = object && id && targets.includes(object) ? { object, id } : null
  useEffect(() => {
    if (here) see(here)
  })
  const shown = here !== null || pathname === '/' || pathname === '/tasks'
  if (!activity || !shown || !rights.may('create')) return null
  return <QuickLog activity={activity} objects={objects.data ?? []} about={here ?? seen} />
}
