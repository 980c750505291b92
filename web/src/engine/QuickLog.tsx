import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { Check, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon'
import { offerUndo } from '../kit/undo'
import { useFormat } from '../kit/useFormat'
import { send } from '../lib/http'
import { Problem } from '../lib/problem'
import { type About, aboutTargets, type Logged, logActivity } from './activities'
import type { ObjectDefinition } from './documents'
import { activitiesOf } from './facilities'
import { useNames } from './labels'
import { fieldOf } from './paths'
import { RecordPicker } from './RecordPicker'
import { recordsPath, titleOf, type RecordValues } from './records'
import './quickLog.css'

interface Props {
  activity: ObjectDefinition
  objects: ObjectDefinition[]
  /** The record in view, or the one that was seen last. */
  about: About | null
}

/** Two taps log a contact: the button, and what it was. A text may follow, and it can be taken back. */
export function QuickLog({ activity, objects, about }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [logged, setLogged] = useState<Logged | null>(null)
  const undo = useUndo(activity)
  const close = () => {
    setOpen(false)
    setLogged(null)
    // While the sheet is open it offers the way back itself.
    if (logged) offerUndo(t('quickLog.logged', { title: logged.title }), () => undo(logged))
  }
  const takeBack = async (done: Logged) => {
    await undo(done)
    setLogged(null)
  }
  return (
    <>
      <button type="button" className="log-button" onClick={() => setOpen(true)}>
        <Plus size={20} aria-hidden="true" /> {t('quickLog.log')}
      </button>
      <Drawer
        open={open}
        onClose={close}
        placement="bottom"
        size="auto"
        title={t('quickLog.title')}
        destroyOnHidden
        className="log-sheet"
      >
        {logged ? (
          <After activity={activity} logged={logged} close={close} takeBack={() => void takeBack(logged)} />
        ) : (
          <Sheet activity={activity} objects={objects} about={about} onLogged={setLogged} />
        )}
      </Drawer>
    </>
  )
}

function useUndo(activity: ObjectDefinition) {
  const client = useQueryClient()
  return async (logged: Logged) => {
    await send('DELETE', `${recordsPath(activity.name)}/${logged.id}`)
    await client.invalidateQueries({ queryKey: ['records'] })
  }
}

function useTitle(object: ObjectDefinition | null, id: string | undefined) {
  const title = object?.roles.title
  return useQuery({
    queryKey: ['records', object?.name, 'title', id],
    enabled: object !== null && id !== undefined && title !== undefined,
    queryFn: async ({ signal }) => {
      const path = `${recordsPath(object?.name ?? '')}/${id ?? ''}`
      const { data } = await send<RecordValues>('GET', path, {
        query: { fields: `id,${title ?? ''}` },
        signal,
      })
      return object ? titleOf(object, data) : ''
    },
    retry: false,
  })
}

function Sheet({ activity, objects, about, onLogged }: Props & { onLogged: (logged: Logged) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = useNames()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<About | null>(null)
  const [picking, setPicking] = useState(false)
  const target = chosen ?? about
  const object = objects.find((one) => one.name === target?.object) ?? null
  const title = useTitle(object, target?.id)
  const settings = activitiesOf(activity)
  const kind = settings ? fieldOf(activity, settings.kind) : null
  const quick = Object.keys(settings?.kinds ?? {})
  const options = (kind?.type.options ?? []).filter((one) => !one.retired)
  const kinds =
    quick.length > 0 ? quick.flatMap((key) => options.find((one) => one.key === key) ?? []) : options
  const log = useMutation({
    mutationFn: (key: string) => {
      if (!object || !target) throw new Error('nothing to log about')
      const label = format.label(options.find((one) => one.key === key)?.label)
      return logActivity(activity, { key, label }, { object, id: target.id })
    },
    onSuccess: (done) => {
      onLogged(done)
      void client.invalidateQueries({ queryKey: ['records'] })
    },
    onError: (problem) =>
      void message.warning(problem instanceof Problem ? problem.message : String(problem)),
  })
  const known = object !== null && title.data !== undefined && !picking
  return (
    <div className="log">
      {known ? (
        <div className="log-about">
          <span className="log-icon">
            <Icon name={object.icon} size={18} />
          </span>
          <span className="log-names">
            <strong className="ellipsis">{title.data || t('record.untitled')}</strong>
            <span>{names.one(object)}</span>
          </span>
          <Button onClick={() => setPicking(true)}>{t('quickLog.other')}</Button>
        </div>
      ) : title.isFetching && !picking ? null : (
        <RecordPicker
          label={t('quickLog.about')}
          objects={objects}
          targets={aboutTargets(activity)}
          onPick={(picked) => {
            setChosen(picked)
            setPicking(false)
          }}
        />
      )}
      <div className="log-kinds" role="group" aria-label={t('quickLog.kinds')}>
        {kinds.map((one) => (
          <button
            key={one.key}
            type="button"
            className="log-kind"
            disabled={!known || log.isPending}
            onClick={() => log.mutate(one.key)}
          >
            <Icon name={settings?.kinds?.[one.key]?.icon ?? 'activity'} size={24} />
            {format.label(one.label)}
          </button>
        ))}
      </div>
    </div>
  )
}

interface AfterProps {
  activity: ObjectDefinition
  logged: Logged
  close: () => void
  takeBack: () => void
}

/** It is kept already; what was said and what comes next may be added. */
function After({ activity, logged, close, takeBack }: AfterProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const settings = activitiesOf(activity)
  const [note, setNote] = useState('')
  const [next, setNext] = useState('')
  const add = useMutation({
    mutationFn: () =>
      send('PATCH', `${recordsPath(activity.name)}/${logged.id}`, {
        body: {
          ...(settings?.note && note.trim() ? { [settings.note]: note.trim() } : {}),
          ...(settings?.nextStep && next.trim() ? { [settings.nextStep]: next.trim() } : {}),
        },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['records'] })
      close()
    },
    onError: (problem) =>
      void message.warning(problem instanceof Problem ? problem.message : String(problem)),
  })
  const typed = note.trim() !== '' || next.trim() !== ''
  return (
    <div className="log">
      <p className="log-done" role="status">
        <Check size={18} aria-hidden="true" /> <strong className="ellipsis">{logged.title}</strong>
        <Button onClick={takeBack}>{t('quickLog.undo')}</Button>
      </p>
      {settings?.note ? (
        <Input.TextArea
          value={note}
          autoSize={{ minRows: 2, maxRows: 6 }}
          aria-label={t('quickLog.note')}
          placeholder={t('quickLog.note')}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      {settings?.nextStep ? (
        <Input
          value={next}
          maxLength={300}
          aria-label={t('quickLog.next')}
          placeholder={t('quickLog.next')}
          onChange={(event) => setNext(event.target.value)}
        />
      ) : null}
      <Button
        type="primary"
        className="log-finish"
        loading={add.isPending}
        onClick={() => (typed ? add.mutate() : close())}
      >
        {typed ? t('quickLog.keep') : t('quickLog.finish')}
      </Button>
    </div>
  )
}
