import { Button, Drawer } from 'antd'
import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
import { read } from '../../../engine/filter/kinds'
import { type Group, NO_FILTER, rowsOf } from '../../../engine/filter/model'
import { write } from '../../../engine/filter/write'
import { usePhone } from '../../../kit/usePhone'
import type { Problem } from '../../../lib/problem'
import { useFilterFields } from './fields'
import { FilterRows } from './FilterRows'
import { FilterText } from './FilterText'
import './filter.css'

interface Props {
  object: ObjectDefinition
  where: string
  onWhere: (where: string) => void
  /** What is wrong with the condition as it stands. */
  problem: Problem | null
  /** How many match, and how long it took. */
  aside: ReactNode
}

/** A filter as rows and as text, which are one thing: editing either changes the other. */
export function FilterPanel(props: Props) {
  const { where, onWhere, problem } = props
  const { t } = useTranslation()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const fields = useFilterFields(props.object)
  const rows = useRows(where, onWhere, fields)
  const inside = (
    <>
      {rows.filter ? (
        <FilterRows
          filter={rows.filter}
          fields={fields}
          onChange={rows.change}
          aside={phone ? null : props.aside}
        />
      ) : (
        <div className="filter-rows">
          <div className="filter-row-line">
            <span className="filter-only-text">{t('filter.onlyText')}</span>
            {phone ? null : props.aside}
          </div>
        </div>
      )}
      <FilterText where={where} problem={problem} onApply={onWhere} />
    </>
  )
  if (!phone) return <section className="filter">{inside}</section>
  const count = rows.filter ? rowsOf(rows.filter).length : where ? 1 : 0
  return (
    <div className="filter-phone">
      <Button icon={<ListFilter size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('filter.title')}
        {count > 0 ? ` ${count}` : ''}
      </Button>
      {props.aside}
      <Drawer
        open={open}
        placement="bottom"
        size="76%"
        title={t('filter.title')}
        onClose={() => setOpen(false)}
        className="filter-sheet"
        footer={
          <Button type="primary" block onClick={() => setOpen(false)}>
            {t('filter.show')}
          </Button>
        }
      >
        {inside}
      </Drawer>
    </div>
  )
}

interface Rows {
  where: string
  known: boolean
  filter: Group | null
}

/** The rows of the text; rows that are not finished live only here, and go when the text is changed. */
function useRows(
  where: string,
  onWhere: (where: string) => void,
  fields: ReturnType<typeof useFilterFields>,
) {
  const known = fields.ready
  const [state, setState] = useState<Rows>({ where: '', known, filter: NO_FILTER })
  let now = state
  if (state.where !== where || state.known !== known) {
    const filter = read(where, (path) => fields.fieldAt(path)?.type ?? null)
    now = { where, known, filter }
    setState(now)
  }
  return {
    filter: now.filter,
    change: (filter: Group) => {
      const text = write(filter)
      setState({ where: text, known, filter })
      if (text !== where) onWhere(text)
    },
  }
}
