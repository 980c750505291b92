import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../kit/Avatar'
import { useFormat } from '../../../kit/useFormat'
import type { Deleted } from './BinPage'

interface Props {
  rows: Deleted[]
  ids: ReadonlySet<string>
  may: boolean
  toggle: (id: string) => void
  toggleAll: () => void
  restore: (id: string) => void
}

/** Deleted records: what, by whom, when. */
export function BinTable({ rows, ids, may, toggle, toggleAll, restore }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const some = rows.some((row) => ids.has(row.id))
  const all = rows.every((row) => ids.has(row.id))
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col" style={{ width: 40 }}>
              <span className="bin-check">
                <Checkbox
                  aria-label={t('bin.chooseAll')}
                  checked={all}
                  indeterminate={some && !all}
                  disabled={!may}
                  onChange={toggleAll}
                />
              </span>
            </th>
            <th scope="col">{t('bin.what')}</th>
            <th scope="col">{t('bin.who')}</th>
            <th scope="col">{t('bin.when')}</th>
            <th scope="col" aria-label={t('bin.restore')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Check row={row} ids={ids} may={may} toggle={toggle} />
              </td>
              <td className="bin-title">{row.title ?? '–'}</td>
              <td>
                <Who row={row} />
              </td>
              <td>{format.moment(row.deletedAt)}</td>
              <td className="end">
                <Button size="small" disabled={!may} onClick={() => restore(row.id)}>
                  {t('bin.restore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same on a phone: a row each. */
export function BinRows({ rows, ids, may, toggle, restore }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="bin-rows">
      {rows.map((row) => (
        <li key={row.id} className="bin-row">
          <Check row={row} ids={ids} may={may} toggle={toggle} />
          <span className="bin-row-text">
            <span className="bin-title ellipsis">{row.title ?? '–'}</span>
            <span className="bin-row-facts">
              <span className="ellipsis">{row.deletedBy.title ?? '–'}</span>
              <span>{format.moment(row.deletedAt)}</span>
            </span>
          </span>
          <Button disabled={!may} onClick={() => restore(row.id)}>
            {t('bin.restore')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Check({ row, ids, may, toggle }: Pick<Props, 'ids' | 'may' | 'toggle'> & { row: Deleted }) {
  const { t } = useTranslation()
  return (
    <span className="bin-check">
      <Checkbox
        aria-label={t('bin.choose', { title: row.title ?? '–' })}
        checked={ids.has(row.id)}
        disabled={!may}
        onChange={() => toggle(row.id)}
      />
    </span>
  )
}

function Who({ row }: { row: Deleted }) {
  const name = row.deletedBy.title ?? '–'
  return (
    <span className="person">
      <Avatar id={row.deletedBy.id} name={name} size={20} />
      <span className="ellipsis">{name}</span>
    </span>
  )
}
