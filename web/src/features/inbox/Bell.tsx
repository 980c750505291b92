import { Link, useLocation } from '@tanstack/react-router'
import { Popover } from 'antd'
import { Bell as BellIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SkeletonRows } from '../../kit/States'
import { useInbox } from '../../lib/live'
import './bell.css'

const InboxList = lazy(() => import('./InboxList').then((all) => ({ default: all.InboxList })))

/** The way to the inbox, with how much is unread: a layer on a desk, a page on a phone. */
export function Bell({ phone }: { phone: boolean }) {
  const { t } = useTranslation()
  const { unread } = useInbox()
  const here = useLocation().pathname
  const [openAt, setOpenAt] = useState<string | null>(null)
  const label = unread > 0 ? t('inbox.openCount', { count: unread }) : t('inbox.open')
  const face = (
    <>
      <BellIcon size={phone ? 18 : 16} aria-hidden="true" />
      {unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </>
  )
  if (phone) {
    return (
      <Link to="/inbox" className="icon-button bell" aria-label={label}>
        {face}
      </Link>
    )
  }
  return (
    <Popover
      open={openAt === here}
      onOpenChange={(open) => setOpenAt(open ? here : null)}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      classNames={{ root: 'bell-layer' }}
      title={t('inbox.title')}
      content={
        <Suspense fallback={<SkeletonRows rows={4} height={64} />}>
          <InboxList onGo={() => setOpenAt(null)} />
        </Suspense>
      }
    >
      <button type="button" className="icon-button bell" aria-label={label} aria-haspopup="dialog">
        {face}
      </button>
    </Popover>
  )
}
