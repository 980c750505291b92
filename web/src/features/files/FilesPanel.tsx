import { useQueryClient } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { offerUndo } from '../../kit/undo'
import { useChanged } from '../../lib/live'
import { FileRow } from './FileRow'
import { filesChanged, type RecordFile, removeFile, restoreFile, useFiles } from './files'
import { PreviewOverlay } from './PreviewOverlay'
import { sizeText } from '../../kit/size'
import { Intake } from './Intake'
import { UploadRow } from './UploadRow'
import { addUploads, useUploads } from './uploads'
import './files.css'

/** The files of a record: dropped, pasted, chosen or photographed in; looked at, taken out, put back. */
export default function FilesPanel({ object, id }: { object: ObjectDefinition; id: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const answer = useFiles(object.name, id)
  const uploads = useUploads(object.name, id)
  const [open, setOpen] = useState<string | null>(null)
  const changed = useCallback(() => filesChanged(client, object.name, id), [client, object.name, id])
  useChanged(object.name, () => void answer.refetch())
  if (answer.isPending) return <SkeletonRows rows={3} height={56} />
  if (answer.isError) return <Failure error={answer.error} retry={() => void answer.refetch()} />
  const { files, mayChange, maxBytes } = answer.data
  const most = sizeText(maxBytes)
  const take = (given: File[]) =>
    addUploads({
      object: object.name,
      record: id,
      files: given,
      maxBytes,
      tooLarge: t('files.tooLarge', { most }),
      empty: t('files.emptyFile'),
      arrived: changed,
    })
  const remove = async (file: RecordFile) => {
    await removeFile(file)
    changed()
    offerUndo(t('files.removed', { name: file.name }), async () => {
      await restoreFile(file)
      changed()
    })
  }
  const nothing = files.length === 0 && uploads.length === 0
  return (
    <section className="files" aria-label={t('files.title')}>
      {mayChange ? <Intake most={most} onFiles={take} /> : null}
      {nothing ? (
        <State
          icon={FolderOpen}
          title={t('files.none')}
          reason={mayChange ? t('files.noneWhy') : t('files.noneReadOnly')}
        />
      ) : null}
      <ul className="files-list">
        {uploads.map((one) => (
          <UploadRow key={one.id} upload={one} />
        ))}
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            onOpen={() => setOpen(file.id)}
            onRemove={mayChange ? () => remove(file) : null}
          />
        ))}
      </ul>
      {open ? <PreviewOverlay files={files} open={open} onOpen={setOpen} /> : null}
    </section>
  )
}
