import { Button } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { useFormat } from '../../kit/useFormat'
import type { RowSelection } from './selection'

interface Props {
  object: ObjectDefinition
  selection: RowSelection
}

/** What is chosen, floating above the footer. */
export function BulkBar({ object, selection }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  if (selection.count === 0) return null
  return (
    <div className="bulk-bar" role="toolbar" aria-label={format.label(object.plural)}>
      <strong>
        {selection.count === null
          ? t('list.allSelected')
          : t('list.selected', { count: selection.count, figure: format.figure(String(selection.count)) })}
      </strong>
      <Button
        type="text"
        size="small"
        icon={<X size={14} aria-hidden="true" />}
        aria-label={t('list.clearSelection')}
        onClick={selection.clear}
      />
    </div>
  )
}
