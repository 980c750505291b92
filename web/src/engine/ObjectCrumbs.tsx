import { Link } from '@tanstack/react-router'
import { Crumbs } from '../kit/Crumbs'
import type { ObjectDefinition } from './documents'
import { useNames } from './labels'

/** The way to a page that belongs to an object: its list, then the page. */
export function ObjectCrumbs({ object, here }: { object: ObjectDefinition; here: string }) {
  const names = useNames()
  const list = (
    <Link to="/o/$object" params={{ object: object.name }}>
      {names.many(object)}
    </Link>
  )
  return (
    <Crumbs
      parts={[
        { key: 'list', node: list },
        { key: 'here', node: here },
      ]}
    />
  )
}
