import { Link, useParams } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../../engine/CreateButton'
import { useObject } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { useNames } from '../../engine/labels'
import { ROW_HEIGHT } from '../../engine/RecordGrid'
import { useRights } from '../../engine/session'
import { ViewSwitch } from '../../engine/ViewSwitch'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows } from '../../kit/States'
import { usePhone } from '../../kit/usePhone'
import { Problem } from '../../lib/problem'
import { ColumnChooser } from './ColumnChooser'
import { ExportMenu } from './ExportMenu'
import { ListBody } from './ListBody'
import { ViewTabs } from './views/ViewTabs'
import { useListState } from './listState'
import './record.css'

export function ListPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const { object, isPending, error, refetch } = useObject(name)
  if (isPending) return <SkeletonRows rows={14} height={ROW_HEIGHT} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} retry={() => void refetch()} />
  return <List key={object.name} object={object} />
}

function List({ object }: { object: ObjectDefinition }) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  const rights = useRights(object.name)
  const state = useListState(object)
  return (
    <div className="list-page">
      <Crumbs parts={[{ key: 'list', node: names.many(object) }]} />
      <div className="page-head">
        <h1>{names.many(object)}</h1>
        <ViewSwitch object={object} here="list" />
        <div className="page-actions">
          {phone || !rights.may('export') ? null : <ExportMenu object={object} state={state} />}
          {phone ? null : <ColumnChooser object={object} state={state} />}
          <Link
            to="/bin/$object"
            params={{ object: object.name }}
            className="icon-button"
            aria-label={t('bin.open', { objects: names.many(object) })}
            title={t('bin.title')}
          >
            <Trash2 size={16} aria-hidden="true" />
          </Link>
          <CreateButton object={object} />
        </div>
      </div>
      <ViewTabs object={object} state={state} />
      <ListBody object={object} state={state} />
    </div>
  )
}
