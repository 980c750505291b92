import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useObject } from '../../engine/definitions'
import { useNames } from '../../engine/labels'
import { Crumbs } from '../../kit/Crumbs'
import { Failure, SkeletonRows } from '../../kit/States'
import { Counts } from './Counts'
import { type Import, isOver, useCallOff, useImport } from './imports'
import { Reasons } from './Reasons'
import './exchange.css'

/** One import: how far it has come, what came of it, and the way back. It goes on when this page is left. */
export function ImportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const run = useImport(id)
  if (run.isPending) return <SkeletonRows rows={6} height={44} />
  if (!run.data) return <Failure error={run.error} retry={() => void run.refetch()} />
  return <Shown one={run.data} />
}

function Shown({ one }: { one: Import }) {
  const { t } = useTranslation()
  const names = useNames()
  const { object } = useObject(one.object)
  const over = isOver(one)
  const share = one.total ? Math.round((one.read / one.total) * 100) : 0
  return (
    <div className="import-page">
      <Crumbs
        parts={[
          { key: 'imports', node: <Link to="/imports">{t('app.pages.imports')}</Link> },
          { key: 'one', node: one.file },
        ]}
      />
      <h1>{one.file}</h1>
      <p className="quiet">
        {object ? names.many(object) : one.object} · {t(`imports.status.${one.status}`)}
      </p>
      {over ? null : (
        <div role="status" className="import-step">
          <Progress percent={one.phase === 'checking' ? 0 : share} status="active" />
          <p className="quiet">{t('imports.leave', { phase: t(`imports.phase.${one.phase}`) })}</p>
        </div>
      )}
      {one.faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t('imports.stopped')}
          description={one.faults.map((fault) => (
            <div key={fault.path + fault.code}>{fault.message}</div>
          ))}
        />
      ) : null}
      <Counts one={one} />
      {one.notes.map((note) => (
        <Alert key={note.path + note.code} type="info" showIcon title={note.message} />
      ))}
      <Reasons id={one.id} refused={one.refused} />
      <Actions one={one} />
    </div>
  )
}

function Actions({ one }: { one: Import }) {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const callOff = useCallOff(one.id)
  const wrote = !one.dryRun && one.created + one.updated > 0
  const undo = () =>
    modal.confirm({
      title: t('imports.undoTitle'),
      content: t('imports.undoWhat', { created: one.created, updated: one.updated }),
      okText: t('imports.undo'),
      cancelText: t('imports.keep'),
      onOk: () => callOff().catch((failure: Error) => message.error(failure.message)),
    })
  return (
    <div className="import-actions">
      {one.status === 'done' && wrote ? <Button onClick={undo}>{t('imports.undo')}</Button> : null}
      {one.status === 'queued' || one.status === 'running' ? (
        <Button onClick={() => void callOff()}>{t('imports.callOff')}</Button>
      ) : null}
      {one.status === 'done' && wrote ? (
        <Link to="/o/$object" params={{ object: one.object }} search={{ order: '-created_at' }}>
          <Button type="primary" tabIndex={-1}>
            {t('imports.see')}
          </Button>
        </Link>
      ) : null}
    </div>
  )
}
