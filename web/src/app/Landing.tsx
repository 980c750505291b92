import { Navigate } from '@tanstack/react-router'
import { Failure, SkeletonRows } from '../kit/States'
import { Missing } from './Missing'
import { usePlaces } from './places'

/** Until there is a home page, one starts where the daily work is. */
export function Landing() {
  const { places, pending, error, refetch } = usePlaces()
  if (error) return <Failure error={error} retry={refetch} />
  if (pending) return <SkeletonRows rows={12} height={36} />
  const first = places.daily[0] ?? places.others[0] ?? places.people[0]
  return first ? <Navigate to="/o/$object" params={{ object: first.name }} replace /> : <Missing />
}
