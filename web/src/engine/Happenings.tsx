import { FileChips } from './FileChips'
import type { HistoryEntry } from './history'
import type { TFunction } from 'i18next'

/** What an entry of the history did, in words; what happened beside the fields says it better than “changed”. */
export function deed(entry: HistoryEntry, t: TFunction): string {
  const happening = entry.happenings?.find((one) => one.kind === 'file')
  if (happening) return happening.new ? t('fileHistory.added') : t('fileHistory.removed')
  switch (entry.operation.toLowerCase()) {
    case 'create':
      return t('history.create')
    case 'change':
      return t('history.change')
    case 'delete':
      return t('history.delete')
    case 'restore':
      return t('history.restore')
    default:
      return entry.operation
  }
}

/** The files that were added or removed. */
export function Happenings({ entry }: { entry: HistoryEntry }) {
  return (entry.happenings ?? []).map(({ old, new: now }) => {
    const file = now ?? old
    return file ? <FileChips key={file.id} files={[file]} gone={!now} /> : null
  })
}
