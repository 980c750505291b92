import { Button, Dropdown } from 'antd'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import type { ListState } from './listState'

const FORMATS = ['xlsx', 'csv'] as const

/** All that match, with the columns that are shown, as a file. */
export function ExportMenu({ object, state }: { object: ObjectDefinition; state: ListState }) {
  const { t, i18n } = useTranslation()
  const title = object.roles.title
  const fields = new Set([...(title ? [title] : []), ...state.columns.map((column) => column.path)])
  const address = (format: string) =>
    `/api/objects/${encodeURIComponent(object.name)}/export?` +
    new URLSearchParams({
      format,
      where: state.where,
      fields: [...fields].join(','),
      language: i18n.language,
    }).toString()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: FORMATS.map((format) => ({
          key: format,
          label: (
            <a href={address(format)} download>
              {t(`list.export.${format}`)}
            </a>
          ),
        })),
      }}
    >
      <Button icon={<Download size={14} aria-hidden="true" />}>{t('list.export.title')}</Button>
    </Dropdown>
  )
}
