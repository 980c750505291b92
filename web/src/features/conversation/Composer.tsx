import { useQuery } from '@tanstack/react-query'
import { Button, Mentions } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObject } from '../../engine/definitions'
import { findByTitle } from '../../engine/records'
import { Avatar } from '../../kit/Avatar'
import { Problem } from '../../lib/problem'
import { type Draft, EMPTY, toWire } from './mentions'

/** Letters of an id. */
const ID = 36

interface Props {
  label: string
  draft: Draft
  onDraft: (draft: Draft) => void
  onSend: (wire: string) => Promise<unknown>
  action: string
  onCancel?: () => void
  autoFocus?: boolean
  rows?: number
}

/** People whose names contain what is typed after the @. */
function usePeople(text: string | null) {
  const { object } = useObject('member')
  const asked = useDeferredValue(text)
  return useQuery({
    queryKey: ['records', 'member', 'find', asked],
    queryFn: () => (object ? findByTitle(object, asked ?? '', null) : []),
    enabled: asked !== null && object !== null,
    staleTime: 30_000,
    placeholderData: (before) => before,
  })
}

/** Where one types: @ finds colleagues, Ctrl Enter sends. What is refused stays as it was typed. */
export function Composer({ label, draft, onDraft, onSend, action, onCancel, autoFocus, rows = 2 }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const people = usePeople(asked)
  // Choosing somebody changes the text first and names the person after, before anything is drawn anew.
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
  }, [draft])
  const change = (next: Draft) => {
    latest.current = next
    onDraft(next)
  }
  const empty = draft.text.trim() === ''

  const submit = async () => {
    if (empty || busy) return
    const sent = draft
    setBusy(true)
    setRefusal(null)
    onDraft(EMPTY)
    try {
      await onSend(toWire(sent))
    } catch (failure) {
      onDraft(sent)
      const fault = failure instanceof Problem ? failure.faults[0]?.message : undefined
      setRefusal(fault ?? (failure instanceof Problem ? failure.message : String(failure)))
    } finally {
      setBusy(false)
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
    if (event.key === 'Escape' && onCancel && asked === null) onCancel()
  }
  return (
    <div className="composer">
      <Mentions
        aria-label={label}
        placeholder={label}
        value={draft.text}
        dir="auto"
        maxLength={20_000}
        variant="borderless"
        autoSize={{ minRows: rows, maxRows: 12 }}
        autoFocus={autoFocus}
        onKeyDown={press}
        onBlur={() => setAsked(null)}
        onSearch={(text) => setAsked(text)}
        onChange={(text) => {
          if (!text.includes('@')) setAsked(null)
          change({ ...latest.current, text })
        }}
        onSelect={(option) => {
          setAsked(null)
          // The list adds a mark of its own to each key.
          const pick = { id: String(option.key).slice(0, ID), name: String(option.value) }
          change({ ...latest.current, picks: [...latest.current.picks, pick] })
        }}
        notFoundContent={people.isFetching ? t('state.loading') : t('talk.noPerson')}
        options={(people.data ?? []).map((person) => ({
          key: person.id,
          value: person.title ?? '',
          label: (
            <span className="person">
              <Avatar id={person.id} name={person.title ?? '?'} size={20} />
              <span className="ellipsis">{person.title}</span>
            </span>
          ),
        }))}
      />
      {refusal ? (
        <p className="composer-refusal" role="alert">
          {refusal}
        </p>
      ) : null}
      <div className="composer-foot">
        <span className="composer-hint">{t('talk.shortcut')}</span>
        {onCancel ? (
          <Button size="small" onClick={onCancel}>
            {t('talk.cancel')}
          </Button>
        ) : null}
        <Button
          size="small"
          type={empty ? 'default' : 'primary'}
          disabled={empty}
          loading={busy}
          onClick={() => void submit()}
        >
          {action}
        </Button>
      </div>
    </div>
  )
}
