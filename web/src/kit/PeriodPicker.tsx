import { Button } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { movePeriod, periodText } from './periods'
import './period.css'

export function PeriodPicker({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const { t } = useTranslation()
  return (
    <div className="period" role="group" aria-label={t('performance.period')}>
      <Button
        type="text"
        size="small"
        icon={<ChevronLeft size={14} aria-hidden="true" />}
        aria-label={t('performance.earlier')}
        onClick={() => onChange(movePeriod(period, -1))}
      />
      <span className="period-text" aria-live="polite">
        {periodText(period)}
      </span>
      <Button
        type="text"
        size="small"
        icon={<ChevronRight size={14} aria-hidden="true" />}
        aria-label={t('performance.later')}
        onClick={() => onChange(movePeriod(period, 1))}
      />
    </div>
  )
}
