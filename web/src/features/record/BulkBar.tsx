import { Button } from 'antd'
import { ArrowRight, Download, Pencil, Trash2, UserRoundPen, X } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../engine/documents'
import { roleOf } from '../../engine/paths'
import { useTotals } from '../../engine/records'
import { useRights } from '../../engine/session'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'
import type { Deed } from './bulk/BulkDialog'
import type { RowSelection } from './selection'
import './bulk/bulk.css'

/** Ids of more records than these would make an address too long. */
const NAMED = 100

/** Needed only by whoever has chosen something, and there by the time he has. */
const loadDialog = () => import('./bulk/BulkDialog')
const BulkDialog = lazy(() => loadDialog().then((loaded) => ({ default: loaded.BulkDialog })))

interface Props {
  object: ObjectDefinition
  selection: RowSelection
}

/** What is chosen, floating above the footer, and what can be done with it. */
export function BulkBar({ object, selection }: Props) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const nothing = selection.count === 0
  useEffect(() => {
    if (!nothing) void loadDialog()
  }, [nothing])
  // The dialog stays when nothing is chosen any more: it tells what was refused.
  return (
    <>
      {nothing ? null : <Bar object={object} selection={selection} onDeed={setDeed} />}
      {deed ? (
        <Suspense fallback={null}>
          <BulkDialog
            deed={deed}
            object={object}
            selection={selection}
            count={selection.count ?? 0}
            onClose={() => setDeed(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

function Bar({ object, selection, onDeed }: Props & { onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rights = useRights(object.name)
  const where = conditionOf(selection)
  const sum = useSum(object, where)
  const amount = roleOf(object, 'amount')
  const count = selection.count ?? 0
  const changes = rights.may('change')
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.toolbar')}>
      <strong className="bulk-count" aria-live="polite">
        {selection.count === null
          ? t('list.allSelected')
          : t('list.selected', { count, figure: format.figure(String(count)) })}
      </strong>
      <AllMatching selection={selection} />
      {amount && where !== null ? (
        <span className="bulk-sum" title={format.label(amount.label)}>
          {sum === null ? '' : format.figure(sum, amount.type.digits ?? undefined)}
        </span>
      ) : null}
      <span className="bulk-rule" />
      {rights.may('transfer') && roleOf(object, 'owner') ? (
        <Tool
          icon={<UserRoundPen size={14} aria-hidden="true" />}
          text={t('bulk.bar.transfer')}
          onClick={() => onDeed('transfer')}
        />
      ) : null}
      {changes ? (
        <Tool
          icon={<Pencil size={14} aria-hidden="true" />}
          text={t('bulk.bar.change')}
          onClick={() => onDeed('change')}
        />
      ) : null}
      {changes && object.stagePath ? (
        <Tool
          icon={<ArrowRight size={14} aria-hidden="true" />}
          text={t('bulk.bar.stage')}
          onClick={() => onDeed('stage')}
        />
      ) : null}
      {rights.may('export') && where !== null ? <Export object={object} where={where} /> : null}
      {rights.may('delete') ? (
        <Tool
          icon={<Trash2 size={14} aria-hidden="true" />}
          text={t('bulk.bar.delete')}
          onClick={() => onDeed('delete')}
        />
      ) : null}
      <span className="bulk-rule" />
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

function Tool({ icon, text, onClick }: { icon: ReactNode; text: string; onClick: () => void }) {
  return (
    <Button type="text" size="small" icon={icon} onClick={onClick}>
      {text}
    </Button>
  )
}

function Export({ object, where }: { object: ObjectDefinition; where: string }) {
  const { t, i18n } = useTranslation()
  const query = new URLSearchParams({ format: 'xlsx', where, language: i18n.language })
  return (
    <Button
      type="text"
      size="small"
      icon={<Download size={14} aria-hidden="true" />}
      href={`/api/objects/${encodeURIComponent(object.name)}/export?${query.toString()}`}
      download
    >
      {t('bulk.bar.export')}
    </Button>
  )
}

/** The chosen records as a condition; null for more than a condition can name. */
function conditionOf(selection: RowSelection): string | null {
  if (selection.allMatching) return selection.where
  const ids = [...selection.ids].toSorted()
  if (ids.length === 0 || ids.length > NAMED) return null
  return `id in (${ids.map((id) => `"${id}"`).join(', ')})`
}

/** What the chosen records come to, asked once the choice has settled; the sum before stays until then. */
function useSum(object: ObjectDefinition, where: string | null): string | null {
  const [settled, setSettled] = useState(where)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(where), 200)
    return () => clearTimeout(timer)
  }, [where])
  const totals = useTotals(object, settled ?? '', settled !== null && object.roles.amount !== undefined)
  const sum = settled === null ? null : decimalOf(totals.data?.sum)
  const [last, setLast] = useState<string | null>(null)
  if (sum !== null && sum !== last) setLast(sum)
  return where === null ? null : (sum ?? last)
}

/** Once all loaded rows are chosen, the ones that are not loaded yet can be chosen too. */
function AllMatching({ selection }: { selection: RowSelection }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { total, ids, allMatching, loaded } = selection
  if (allMatching || loaded !== 'all' || total === null || total <= ids.size) return null
  return (
    <Button size="small" type="link" onClick={selection.chooseAllMatching}>
      {t('list.selectAll', { figure: format.figure(String(total)) })}
    </Button>
  )
}
