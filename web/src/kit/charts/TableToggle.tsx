import { ChartColumn, Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Behind every chart there is a table. */
export function TableToggle({ table, onChange }: { table: boolean; onChange: (table: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={table}
      aria-label={table ? t('chart.asChart') : t('chart.asTable')}
      onClick={() => onChange(!table)}
    >
      {table ? <ChartColumn size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
    </button>
  )
}
