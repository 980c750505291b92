import { Button, Dropdown, type MenuProps, Select } from 'antd'
import { CircleAlert, Ellipsis, Plus, TriangleAlert, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
import type { SavedView } from '../../../engine/savedViews'
import { useFormat } from '../../../kit/useFormat'
import { usePhone } from '../../../kit/usePhone'
import type { ListState } from '../listState'
import { useViewActions, type ViewActions } from './useViewActions'
import './views.css'

interface Tab {
  name: string | null
  label: string
  view: SavedView | null
}

/** The saved views of an object; a dot marks the one that was changed and not saved. */
export function ViewTabs({ object, state }: { object: ObjectDefinition; state: ListState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = usePhone()
  const actions = useViewActions(object, state)
  const tabs: Tab[] = [
    ...state.views.map((view) => ({ name: view.name, label: format.label(view.label), view })),
    ...(state.views.some((view) => !view.where) ? [] : [{ name: null, label: t('list.all'), view: null }]),
  ]
  const faults = state.view?.faults.filter((fault) => fault.path.startsWith('columns')) ?? []
  return (
    <>
      <div className="view-tabs">
        {phone ? (
          <PhoneViews tabs={tabs} state={state} />
        ) : (
          <div className="view-tabs-scroll" role="tablist" aria-label={t('list.views')}>
            {tabs.map((tab) => (
              <ViewTab key={tab.name ?? '-'} tab={tab} state={state} />
            ))}
          </div>
        )}
        <span className="view-actions">
          <ViewMenu state={state} actions={actions} />
          {phone ? null : (
            <Button
              size="small"
              type="text"
              icon={<Plus size={14} aria-hidden="true" />}
              aria-label={t('views.saveNew')}
              title={t('views.saveNew')}
              onClick={actions.saveNew}
            />
          )}
        </span>
        {state.changed ? <Unsaved state={state} actions={actions} phone={phone} /> : null}
      </div>
      {faults.map((fault) => (
        <div key={fault.message} className="view-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {fault.message}
        </div>
      ))}
      {actions.dialog}
    </>
  )
}

function ViewTab({ tab, state }: { tab: Tab; state: ListState }) {
  const { t } = useTranslation()
  const here = tab.name === (state.view?.name ?? null)
  return (
    <button
      type="button"
      role="tab"
      aria-selected={here}
      className={here ? 'view-tab view-tab-here' : 'view-tab'}
      onClick={() => state.choose(tab.name)}
    >
      {tab.view?.mine ? (
        <UserRound size={12} strokeWidth={1.75} role="img" aria-label={t('views.mine')} />
      ) : null}
      {tab.label}
      {tab.view && tab.view.faults.length > 0 ? (
        <TriangleAlert size={12} className="view-tab-fault" role="img" aria-label={t('views.faulty')} />
      ) : null}
      {here && state.changed ? <span className="view-dot" role="img" aria-label={t('list.changed')} /> : null}
    </button>
  )
}

function PhoneViews({ tabs, state }: { tabs: Tab[]; state: ListState }) {
  const { t } = useTranslation()
  return (
    <Select
      className="view-select"
      aria-label={t('list.views')}
      value={state.view?.name ?? '-'}
      options={tabs.map((tab) => ({ value: tab.name ?? '-', label: tab.label }))}
      onChange={(name) => state.choose(name === '-' ? null : name)}
    />
  )
}

interface ActionProps {
  state: ListState
  actions: ViewActions
}

/** What can be done with the chosen view. */
function ViewMenu({ state, actions }: ActionProps) {
  const { t } = useTranslation()
  const items: MenuProps['items'] = [
    { key: 'new', label: t('views.saveNew'), onClick: actions.saveNew },
    ...(actions.mayShare ? [{ key: 'share', label: t('views.share'), onClick: actions.share }] : []),
    ...(actions.mayChange
      ? [
          { key: 'rename', label: t('views.rename'), onClick: actions.rename },
          { key: 'remove', label: t('views.remove'), danger: true, onClick: actions.remove },
        ]
      : []),
  ]
  const view = state.view
  if (!view && !state.changed) return null
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        size="small"
        type="text"
        icon={<Ellipsis size={14} aria-hidden="true" />}
        aria-label={t('views.more')}
      />
    </Dropdown>
  )
}

/** Whoever may not change the view keeps the list as one of his own. */
function Unsaved({ state, actions, phone }: ActionProps & { phone: boolean }) {
  const { t } = useTranslation()
  return (
    <span className="view-changed">
      <span className="wide-only">{t('list.changed')}</span>
      <Button size={phone ? 'middle' : 'small'} onClick={() => state.choose(state.view?.name ?? null)}>
        {t('list.discard')}
      </Button>
      <Button
        size={phone ? 'middle' : 'small'}
        loading={actions.saving}
        onClick={state.view?.mine ? actions.save : actions.saveNew}
      >
        {t('views.save')}
      </Button>
      {state.view && !state.view.mine && actions.mayChange ? (
        <Button size={phone ? 'middle' : 'small'} className="wide-only" onClick={actions.save}>
          {t('views.saveShared')}
        </Button>
      ) : null}
    </span>
  )
}
