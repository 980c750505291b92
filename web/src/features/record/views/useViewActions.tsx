import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
import { type SavedView, useViewChanges } from '../../../engine/savedViews'
import { useMe } from '../../../engine/session'
import { offerUndo } from '../../../kit/undo'
import { useFormat } from '../../../kit/useFormat'
import type { ListState } from '../listState'
import { NameDialog, wordsOf } from './NameDialog'

/** What can be done with the views of a list, and the dialog that one of them may need. */
export function useViewActions(object: ObjectDefinition, state: ListState) {
  const { t } = useTranslation()
  const format = useFormat()
  const { message, modal } = App.useApp()
  const { data: me } = useMe()
  const changes = useViewChanges(object.name)
  const [asked, setAsked] = useState<'new' | 'rename' | null>(null)
  const { view } = state
  const publishes = me?.permissions?.administers === true
  const mayChange = view !== null && (view.mine || publishes)
  const failed = (failure: unknown) => void message.error(wordsOf(failure))
  const label = (of: SavedView) => format.label(of.label)
  const named = (document: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null))

  const save = async () => {
    if (!view) return
    const { object: _, label: __, ...properties } = state.document(null)
    try {
      state.choose(await changes.change.mutateAsync({ view, properties }))
    } catch (failure) {
      failed(failure)
    }
  }
  const remove = async () => {
    if (!view) return
    const document = named({ ...documentOf(view) })
    try {
      await changes.remove.mutateAsync(view)
    } catch (failure) {
      failed(failure)
      return
    }
    state.choose(null)
    if (view.mine) {
      offerUndo(t('views.removed', { name: label(view) }), () =>
        changes.keep.mutateAsync(document as ReturnType<typeof documentOf>).then(() => undefined),
      )
    }
  }
  const share = async () => {
    if (!view) return
    const document = documentOf(view)
    try {
      state.choose(await changes.share.mutateAsync({ view, document: named(document) as typeof document }))
      void message.success(t('views.shared', { name: label(view) }))
    } catch (failure) {
      failed(failure)
    }
  }
  const dialog = asked ? (
    <NameDialog
      title={asked === 'new' ? t('views.saveNew') : t('views.rename')}
      action={asked === 'new' ? t('views.keep') : t('views.rename')}
      initial={asked === 'new' || !view ? '' : label(view)}
      onClose={() => setAsked(null)}
      onName={async (name) => {
        if (asked === 'new') {
          const document = named(state.document(name)) as ReturnType<typeof documentOf>
          state.choose(await changes.keep.mutateAsync(document))
        } else if (view) {
          await changes.change.mutateAsync({ view, properties: { label: name } })
        }
      }}
    />
  ) : null
  return {
    mayChange,
    mayShare: view !== null && view.mine && publishes,
    saving: changes.change.isPending,
    save: () => void save(),
    saveNew: () => setAsked('new'),
    rename: () => setAsked('rename'),
    share: () => void share(),
    remove: () => {
      if (view && !view.mine) {
        modal.confirm({
          title: t('views.removeShared', { name: label(view) }),
          content: t('views.removeSharedWhy'),
          okText: t('views.remove'),
          okButtonProps: { danger: true },
          cancelText: t('views.cancel'),
          onOk: remove,
        })
      } else void remove()
    },
    dialog,
  }
}

export type ViewActions = ReturnType<typeof useViewActions>

/** A saved view as it was saved. */
function documentOf(view: SavedView) {
  return {
    object: view.object,
    label: view.label as unknown,
    type: 'list',
    columns: view.columns,
    where: view.where,
    order: view.order.length > 0 ? view.order : null,
    density: view.density,
    widths: Object.keys(view.widths).length > 0 ? view.widths : null,
  }
}
