import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectDefinition } from '../../engine/documents'
import { sameValue, toWire, useDraft, type Values } from '../../engine/draft'
import { useKeptDraft } from '../../engine/keptDraft'
import { isNamed, type RecordValues, recordsPath, useChange } from '../../engine/records'
import { send } from '../../lib/http'
import { Problem } from '../../lib/problem'

/** Somebody saved first: what the record held when editing began, and what it holds now. */
export interface Conflict {
  theirs: RecordValues
  etag: string | null
  /** Fields that both changed, to different values. */
  fields: string[]
}

function clashing(mine: Values, base: RecordValues, theirs: RecordValues): string[] {
  return Object.keys(mine).filter(
    (name) => !sameValue(theirs[name], base[name]) && !sameValue(theirs[name], mine[name]),
  )
}

/** Everything about changing one record: the draft, saving it, and what stands in the way. */
export function useRecordEditing(
  object: ObjectDefinition,
  record: RecordValues,
  etag: string | null,
  part: string,
) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [tab, show] = useState(part)
  // What the draft is laid over; it stays while one types, though the record may be read anew meanwhile.
  const [base, setBase] = useState({ record, etag })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [news, setNews] = useState<{ who: string | null } | null>(null)
  const draft = useDraft(base.record)
  const change = useChange(object.name)
  const kept = useKeptDraft(`${object.name}.${record.id}`, draft.changed, open)

  if (!conflict && !change.isPending && base.record !== record) {
    // Fields that nobody here touched take their new values; of the others one may choose.
    const fields = open ? clashing(draft.changed, base.record, record) : []
    if (fields.length > 0) setConflict({ theirs: record, etag, fields })
    else setBase({ record, etag })
    if (open && record.version !== base.record.version) {
      setNews({ who: isNamed(record.updated_by) ? record.updated_by.title : null })
    }
  }

  const close = () => {
    setOpen(false)
    setConflict(null)
    setNews(null)
    draft.clear()
    kept.forget()
    change.reset()
  }
  const findConflict = async (values: Values) => {
    const { data, etag: current } = await send<RecordValues>(
      'GET',
      `${recordsPath(object.name)}/${record.id}`,
    )
    setConflict({
      theirs: data,
      etag: current ?? (data.version === undefined ? null : `"${data.version}"`),
      fields: clashing(values, base.record, data),
    })
  }
  const save = (values: Values, over: string | null, done?: () => void) => {
    change.mutate(
      { id: record.id, etag: over, values: toWire(object, values) },
      {
        onSuccess: () => {
          close()
          done?.()
        },
        onError: (error) => {
          if (error instanceof Problem && [409, 412].includes(error.status)) void findConflict(values)
        },
      },
    )
  }
  const refused =
    change.error instanceof Problem && ![409, 412].includes(change.error.status) ? change.error : null
  return {
    open,
    tab,
    show,
    draft,
    conflict,
    news,
    found: kept.found,
    saving: change.isPending,
    problem: refused,
    start: () => {
      setOpen(true)
      show('details')
    },
    /** Goes on with what was typed at an earlier time. */
    takeUp: () => {
      draft.setAll(kept.found?.values ?? {})
      kept.taken()
      setOpen(true)
      show('details')
    },
    close,
    save: (done?: () => void) => (draft.dirty ? save(draft.changed, base.etag, done) : close()),
    /** Moves along the stage path at once; what the stage demands and lacks opens the form. */
    moveTo: (stage: string) => {
      const field = object.stagePath?.field
      if (!field) return
      draft.set(field, stage)
      setOpen(true)
      show('details')
      save({ ...draft.changed, [field]: stage }, base.etag, () => show(tab))
    },
    /** Saves mine over theirs, with what was chosen of theirs left alone. */
    saveOver: (mine: string[]) => {
      if (!conflict) return
      const values = Object.fromEntries(
        Object.entries(draft.changed).filter(
          ([name]) => !conflict.fields.includes(name) || mine.includes(name),
        ),
      )
      const over = conflict.etag
      if (Object.keys(values).length > 0) save(values, over)
      else {
        close()
        void client.invalidateQueries({ queryKey: ['records', object.name] })
      }
    },
  }
}

export type RecordEditing = ReturnType<typeof useRecordEditing>
