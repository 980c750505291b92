import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kit/useFormat'
import type { ListState } from './listState'

/** The saved views of an object; a dot marks the one that was changed and not saved. */
export function ViewTabs({ state }: { state: ListState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const tabs = [
    ...state.views.map((view) => ({ name: view.name as string | null, label: format.label(view.label) })),
    ...(state.views.some((view) => !view.where) ? [] : [{ name: null, label: t('list.all') }]),
  ]
  const here = state.view?.name ?? null
  return (
    <div className="view-tabs">
      <div className="view-tabs-scroll" role="tablist" aria-label={t('list.views')}>
        {tabs.map((tab) => (
          <button
            key={tab.name ?? '-'}
            type="button"
            role="tab"
            aria-selected={tab.name === here}
            className={tab.name === here ? 'view-tab view-tab-here' : 'view-tab'}
            onClick={() => state.choose(tab.name)}
          >
            {tab.label}
            {tab.name === here && state.changed ? (
              <span className="view-dot" role="img" aria-label={t('list.changed')} />
            ) : null}
          </button>
        ))}
      </div>
      {state.changed ? (
        <span className="view-changed">
          <span className="wide-only">{t('list.changed')}</span>
          <Button size="small" onClick={() => state.choose(here)}>
            {t('list.discard')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
