import type { ComponentType } from 'react'
import type { TFunction } from 'i18next'
import type { ObjectDefinition } from './documents'

/** A part of a record's page that another feature brings: its files, its conversation. */
export interface RecordPart {
  key: string
  /** Where it stands among the others, the lowest first. */
  rank: number
  label: (t: TFunction) => string
  /** Whether records of this object have it. */
  shows: (object: ObjectDefinition) => boolean
  Panel: ComponentType<{ object: ObjectDefinition; id: string }>
}

const parts: RecordPart[] = []

/** Called once per part when the app starts; features know nothing of each other. */
export function addRecordParts(...more: RecordPart[]): void {
  parts.push(...more)
  parts.sort((a, b) => a.rank - b.rank)
}

export function recordParts(object: ObjectDefinition): RecordPart[] {
  return parts.filter((part) => part.shows(object))
}
