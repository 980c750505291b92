import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../../kit/States'
import { getBytes } from '../../lib/http'
import { contentPath, type RecordFile } from './files'
import { sizeText } from '../../kit/size'
import { decode } from './text'

const MOST = 256_000

/** The beginning of a text, as the text that it is: markup and scripts too. */
export function TextView({ file }: { file: RecordFile }) {
  const { t } = useTranslation()
  const text = useQuery({ queryKey: ['file-text', file.id], queryFn: () => read(file), staleTime: Infinity })
  if (text.isPending) return <SkeletonRows rows={12} height={24} />
  if (text.isError) return <Failure error={text.error} retry={() => void text.refetch()} />
  return (
    <div className="text-view">
      {file.size > MOST ? <p className="quiet">{t('files.beginning', { size: sizeText(MOST) })}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={file.name}>
        {text.data}
      </pre>
    </div>
  )
}

async function read(file: RecordFile): Promise<string> {
  return decode(await getBytes(contentPath(file), `bytes=0-${MOST - 1}`))
}
