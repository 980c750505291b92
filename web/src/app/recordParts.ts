import { addRecordParts } from '../engine/recordParts'

/** What the features add to a record's page. Their panels load when they are first shown. */
export function gatherRecordParts(): void {
  addRecordParts()
}
