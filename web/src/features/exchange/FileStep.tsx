import { Button, Upload } from 'antd'
import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import { useNames } from '../../engine/labels'
import { sizeText } from '../../kit/size'
import { useMe } from '../../engine/session'
import { Choice } from './Choice'
import type { Wish } from './imports'

const SEPARATORS = ['comma', 'semicolon', 'tab', 'pipe'] as const
const CHARSETS = ['UTF-8', 'GBK', 'UTF-16', 'windows-1252'] as const

interface Props {
  wish: Wish
  file: File | null
  busy: boolean
  onFile: (file: File | null) => void
  onWish: (wish: Wish) => void
  onNext: () => void
}

/** Which file, and what its rows are. Separator and characters are found out unless they are given. */
export function FileStep({ wish, file, busy, onFile, onWish, onNext }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const objects = useObjects()
  const me = useMe()
  const rights = me.data?.permissions?.objects
  const offered = (objects.data ?? []).filter(
    (object) => rights === undefined || rights[object.name]?.includes('create'),
  )
  return (
    <form
      className="import-step"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx,.xls"
        multiple={false}
        maxCount={1}
        fileList={[]}
        beforeUpload={(chosen) => {
          onFile(chosen)
          return false
        }}
      >
        <FileSpreadsheet size={28} strokeWidth={1.75} aria-hidden="true" />
        <p className="import-drop">{file ? file.name : t('imports.drop')}</p>
        <p className="quiet">
          {file ? t('imports.size', { size: sizeText(file.size) }) : t('imports.dropHint')}
        </p>
      </Upload.Dragger>
      <div className="import-choices">
        <Choice
          id="import-object"
          label={t('imports.object')}
          showSearch={{ optionFilterProp: 'label' }}
          value={wish.object || null}
          onChange={(object: string) => onWish({ ...wish, object, match: [] })}
          options={offered.map((object) => ({ value: object.name, label: names.many(object) }))}
        />
        <Choice
          id="import-charset"
          label={t('imports.charset')}
          found
          value={wish.charset ?? ''}
          onChange={(charset: string) => onWish({ ...wish, charset: charset || null })}
          options={CHARSETS.map((value) => ({ value, label: value }))}
        />
        <Choice
          id="import-separator"
          label={t('imports.separator.label')}
          found
          value={wish.separator ?? ''}
          onChange={(separator: string) => onWish({ ...wish, separator: separator || null })}
          options={SEPARATORS.map((value) => ({ value, label: t(`imports.separator.${value}`) }))}
        />
      </div>
      <div className="import-actions">
        <Button type="primary" htmlType="submit" disabled={!file || !wish.object} loading={busy}>
          {t('imports.read')}
        </Button>
      </div>
    </form>
  )
}
