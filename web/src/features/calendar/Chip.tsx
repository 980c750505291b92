import type { CalendarSettings, ObjectDefinition } from '../../engine/documents'
import { fieldOf } from '../../engine/paths'
import type { Entry } from './calendarData'

const TONES: Record<string, string> = {
  green: 'success',
  red: 'danger',
  orange: 'warning',
  amber: 'warning',
  yellow: 'warning',
  blue: 'accent',
  purple: 'accent',
  cyan: 'accent',
}

interface Props {
  object: ObjectDefinition
  settings: CalendarSettings
  entry: Entry
}

export function Chip({ object, settings, entry }: Props) {
  const field = settings.colour ? fieldOf(object, settings.colour) : null
  const option = field?.type.options.find((one) => one.key === entry.option)
  const tone = TONES[option?.colour ?? ''] ?? 'plain'
  return (
    <span className={`entry-chip tag-${tone}`} title={entry.title}>
      {entry.time ? <span className="entry-time">{entry.time}</span> : null}
      <span className="ellipsis">{entry.title}</span>
    </span>
  )
}
