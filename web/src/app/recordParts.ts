import { lazy } from 'react'
import { addRecordParts } from '../engine/recordParts'

/** What the features add to a record's page. Their panels load when they are first shown. */
export function gatherRecordParts(): void {
  addRecordParts({
    key: 'conversation',
    rank: 10,
    label: (t) => t('talk.tab'),
    shows: (object) => 'conversation' in object.facilities,
    Panel: lazy(() =>
      import('../features/conversation/ConversationPanel').then((all) => ({
        default: all.ConversationPanel,
      })),
    ),
  })
  addRecordParts({
    key: 'files',
    rank: 20,
    label: (t) => t('files.title'),
    shows: (object) => 'files' in object.facilities,
    Panel: lazy(() => import('../features/files/FilesPanel')),
  })
}
