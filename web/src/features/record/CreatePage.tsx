import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ObjectCrumbs } from '../../engine/ObjectCrumbs'
import { useObject, useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import { toWire, useDraft, type Values } from '../../engine/draft'
import { useForm, type FormDefinition } from '../../engine/forms'
import { useNames } from '../../engine/labels'
import { useKeptDraft } from '../../engine/keptDraft'
import { type Line, lineFields, LinesEditor, linesToWire } from '../../engine/LinesEditor'
import { usePreview } from '../../engine/preview'
import { RecordForm } from '../../engine/RecordForm'
import { useCreate } from '../../engine/records'
import { Failure, SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { Problem } from '../../lib/problem'
import { KeptDraft } from './page/KeptDraft'
import './record.css'
import './page/page.css'

export function CreatePage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const { object, isPending, error } = useObject(name)
  const form = useForm(name)
  if (isPending || form === undefined) return <SkeletonRows rows={8} height={56} />
  if (!object) return <Failure error={error ?? new Problem(404, {})} />
  return <Create key={object.name} object={object} form={form} />
}

const NOTHING: Values = {}

function Create({ object, form }: { object: ObjectDefinition; form: FormDefinition | null }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const names = useNames()
  const format = useFormat()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { via?: string; parent?: string; title?: string }
  const draft = useDraft(NOTHING)
  const objects = useObjects()
  const lists = lineFields(object, objects.data ?? [])
  const linesOf = (name: string) => (draft.values[name] as Line[] | undefined) ?? []
  const kept = useKeptDraft(`${object.name}.new`, draft.changed, draft.dirty)
  const parent =
    search.via && search.parent && !(search.via in draft.changed)
      ? { [search.via]: { id: search.parent, title: search.title ?? null } }
      : NOTHING
  const given = { ...parent, ...draft.changed }
  const preview = usePreview(object, null, given, true)
  const create = useCreate(object.name)
  const problem = create.error instanceof Problem ? create.error : null

  const whole = () => ({
    ...toWire(object, given),
    ...Object.fromEntries(
      lists
        .map((list) => [list.field.name, linesToWire(list, linesOf(list.field.name))] as const)
        .filter(([, lines]) => lines.length > 0),
    ),
  })
  const save = () =>
    create.mutate(whole(), {
      onSuccess: (made) => {
        draft.clear()
        kept.forget()
        void message.success(t('record.created', { object: names.one(object) }))
        void navigate({ to: '/o/$object/$id', params: { object: object.name, id: made.id }, replace: true })
      },
    })
  return (
    <form
      className="create-page"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <ObjectCrumbs object={object} here={names.create(object)} />
      <h1>{names.create(object)}</h1>
      {kept.found && !draft.dirty ? (
        <KeptDraft
          text={t('record.keptNew', { at: format.moment(new Date(kept.found.at).toISOString()) })}
          onGoOn={() => {
            draft.setAll(kept.found?.values ?? {})
            kept.taken()
          }}
          onDrop={kept.forget}
        />
      ) : null}
      <RecordForm
        object={object}
        form={form}
        values={{ ...preview.values, ...draft.values, ...parent }}
        preview={preview}
        editing
        creating
        problem={problem}
        onChange={draft.set}
        lists={Object.fromEntries(
          lists.map((list) => [
            list.field.name,
            <LinesEditor
              key={list.field.name}
              of={list}
              lines={linesOf(list.field.name)}
              problem={problem}
              onChange={(lines) => draft.set(list.field.name, lines)}
            />,
          ]),
        )}
      />
      <div className="save-bar">
        <Link to="/o/$object" params={{ object: object.name }}>
          <Button tabIndex={-1}>{t('record.cancel')}</Button>
        </Link>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('record.saveNew')}
        </Button>
      </div>
    </form>
  )
}
