import { Button } from 'antd'
import { CircleAlert, CloudOff, Lock, type LucideIcon, SearchX } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from './format'
import { Problem } from '../lib/problem'

interface StateProps {
  icon: LucideIcon
  title: string
  reason?: ReactNode
  actions?: ReactNode
  tone?: 'quiet' | 'danger' | 'warning'
  small?: ReactNode
}

/** What is the case, why, and the first step: every empty and broken place looks like this. */
export function State({ icon: Drawn, title, reason, actions, tone = 'quiet', small }: StateProps) {
  return (
    <div className={`state state-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Drawn size={28} strokeWidth={1.75} aria-hidden="true" />
      <h3>{title}</h3>
      {reason ? <p>{reason}</p> : null}
      {actions ? <div className="state-actions">{actions}</div> : null}
      {small ? <code className="state-small">{small}</code> : null}
    </div>
  )
}

/** A block that failed: the rest of the page goes on. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const [at] = useState(() => clock(new Date()))
  const again = retry ? <Button onClick={retry}>{t('state.retry')}</Button> : null
  if (!(error instanceof Problem)) {
    return (
      <State
        icon={CircleAlert}
        tone="danger"
        title={t('state.broken')}
        reason={String(error)}
        actions={again}
      />
    )
  }
  if (error.status === 0) {
    return (
      <State
        icon={CloudOff}
        tone="warning"
        title={t('state.unreachable')}
        reason={t('state.unreachableWhy')}
        actions={again}
      />
    )
  }
  if (error.status === 403) return <State icon={Lock} title={error.message} reason={error.hint} />
  if (error.status === 404) {
    return (
      <State icon={SearchX} title={t('state.notFound')} reason={t('state.notFoundWhy')} actions={again} />
    )
  }
  return (
    <State
      icon={CircleAlert}
      tone="danger"
      title={error.message}
      reason={[error.details, error.hint].filter(Boolean).join(' ')}
      actions={again}
      small={`${error.code} · ${at}`}
    />
  )
}

/** Rows of the real height; shown only after 150 ms, so that quick answers do not flicker. */
export function SkeletonRows({ rows, height }: { rows: number; height: number }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-label={t('state.loading')} style={{ minHeight: rows * height }}>
      {shown
        ? Array.from({ length: rows }, (_, row) => (
            <div key={row} className="skeleton-row" style={{ height }}>
              <span style={{ width: `${22 + ((row * 7) % 14)}%` }} />
              <span style={{ width: '12%' }} />
              <span style={{ width: '8%' }} />
            </div>
          ))
        : null}
    </div>
  )
}
