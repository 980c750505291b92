import { Paperclip } from 'lucide-react'

export interface FileMark {
  id: string
  name: string
}

/** Files in passing, such as in a timeline: a name that opens what it names. Those that are gone only say their name. */
export function FileChips({ files, gone = false }: { files: FileMark[]; gone?: boolean }) {
  return (
    <span className="file-chips">
      {files.map((file) =>
        gone ? (
          <span key={file.id} className="file-chip file-chip-gone">
            <Paperclip size={12} aria-hidden="true" />
            <bdi className="ellipsis">{file.name}</bdi>
          </span>
        ) : (
          <a
            key={file.id}
            className="file-chip"
            href={`/api/files/${file.id}/content?inline=true`}
            target="_blank"
            rel="noreferrer"
          >
            <Paperclip size={12} aria-hidden="true" />
            <bdi className="ellipsis">{file.name}</bdi>
          </a>
        ),
      )}
    </span>
  )
}
