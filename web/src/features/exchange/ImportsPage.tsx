import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import { useNames } from '../../engine/labels'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows, State } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { type Import, useImports } from './imports'
import './exchange.css'

/** The latest imports of the reader, and the way to a new one. */
export function ImportsPage() {
  const { t } = useTranslation()
  const imports = useImports()
  const all = (imports.data ?? []).filter((one) => !one.dryRun)
  const begin = (
    <Link to="/imports/new">
      <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} tabIndex={-1}>
        {t('imports.new')}
      </Button>
    </Link>
  )
  return (
    <div className="import-page">
      <Crumbs parts={[{ key: 'imports', node: t('app.pages.imports') }]} />
      <div className="page-head import-head">
        <h1>{t('app.pages.imports')}</h1>
        <div className="page-actions">{begin}</div>
      </div>
      {imports.isError ? (
        <Failure error={imports.error} retry={() => void imports.refetch()} />
      ) : imports.isPending ? (
        <SkeletonRows rows={6} height={60} />
      ) : all.length === 0 ? (
        <State icon={Upload} title={t('imports.none')} reason={t('imports.noneWhy')} actions={begin} />
      ) : (
        <ul className="import-list">
          {all.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({ one }: { one: Import }) {
  const { t } = useTranslation()
  const names = useNames()
  const format = useFormat()
  const objects = useObjects()
  const object = objects.data?.find((candidate) => candidate.name === one.object)
  return (
    <li>
      <Link to="/imports/$id" params={{ id: one.id }} className="import-row">
        <strong className="ellipsis">{one.file}</strong>
        <span className="quiet">{format.moment(one.createdAt)}</span>
        <span className="ellipsis">
          {object ? names.many(object) : one.object} · {t(`imports.status.${one.status}`)}
        </span>
        <span className="quiet">
          {t('imports.summary', {
            created: one.created,
            updated: one.updated,
            refused: one.refused,
          })}
        </span>
      </Link>
    </li>
  )
}
