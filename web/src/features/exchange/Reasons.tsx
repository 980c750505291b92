import { Button } from 'antd'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useReasons } from './imports'

/** Why rows do not come in, grouped, each with the first of them; all of them as a file to mend and bring again. */
export function Reasons({ id, refused }: { id: string; refused: number }) {
  const { t } = useTranslation()
  const reasons = useReasons(id, refused)
  if (refused === 0) return null
  return (
    <section className="reasons" aria-label={t('imports.reasons')}>
      <div className="reasons-head">
        <h3>{t('imports.reasons')}</h3>
        <Button
          size="small"
          icon={<Download size={14} aria-hidden="true" />}
          href={`/api/imports/${id}/refused`}
          download
        >
          {t('imports.refusedFile')}
        </Button>
      </div>
      {(reasons.data ?? []).slice(0, 12).map((reason) => (
        <div key={reason.text} className="reason">
          <strong>{reason.text}</strong>{' '}
          <span className="quiet">{t('imports.rows', { count: reason.rows })}</span>
          {reason.lines.map((line) => (
            <div key={line} className="quiet ellipsis">
              {t('imports.line', { line })}
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
