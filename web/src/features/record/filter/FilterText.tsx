import { Button } from 'antd'
import { CircleAlert, Code, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tokensOf } from '../../../engine/filter/tokens'
import { WORDS } from '../../../engine/filter/words'
import type { Problem } from '../../../lib/problem'

interface Props {
  where: string
  problem: Problem | null
  onApply: (where: string) => void
}

/** The filter as text, with what is wrong with it beneath. Enter applies it, Escape takes what was typed back. */
export function FilterText({ where, problem, onApply }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(where)
  const [at, setAt] = useState(where)
  if (at !== where) {
    setAt(where)
    setText(where)
  }
  const changed = text.trim() !== where
  const apply = () => {
    if (changed) onApply(text.trim())
  }
  return (
    <>
      <form
        className="filter-line"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <Code size={14} aria-hidden="true" className="filter-icon" />
        <span className="filter-code">
          <span className="filter-ink" aria-hidden="true">
            {inked(text)}
          </span>
          <textarea
            className="filter-text"
            rows={1}
            value={text}
            spellCheck={false}
            aria-label={t('list.condition')}
            aria-invalid={problem !== null}
            placeholder={t('list.conditionHint')}
            onChange={(event) => setText(event.target.value)}
            onBlur={apply}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault()
                apply()
              }
              if (event.key === 'Escape') setText(where)
            }}
          />
        </span>
        {changed ? (
          <Button size="small" htmlType="submit">
            {t('list.apply')}
          </Button>
        ) : null}
        {where && !changed ? (
          <>
            <Button size="small" type="text" onClick={() => onApply('')}>
              {t('list.clear')}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<Copy size={14} aria-hidden="true" />}
              aria-label={t('filter.copy')}
              title={t('filter.copy')}
              onClick={() => void navigator.clipboard?.writeText(where)}
            />
          </>
        ) : null}
      </form>
      {faultsOf(problem).map((message) => (
        <div key={message} className="filter-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {message}
        </div>
      ))}
    </>
  )
}

function faultsOf(problem: Problem | null): string[] {
  if (!problem) return []
  if (problem.faults.length > 0) return [...new Set(problem.faults.map((fault) => fault.message))]
  return [[problem.message, problem.details, problem.hint].filter(Boolean).join(' ')]
}

/** The pieces of the text in the colours of their kinds. */
function inked(text: string) {
  const pieces = []
  let end = 0
  for (const token of tokensOf(text)) {
    if (token.start > end) pieces.push(text.slice(end, token.start))
    const word = token.is === 'name' && WORDS.includes(token.text.toLowerCase())
    pieces.push(
      <span key={token.start} className={`ink-${word ? 'word' : token.is}`}>
        {text.slice(token.start, token.end)}
      </span>,
    )
    end = token.end
  }
  pieces.push(text.slice(end) + '\u200b')
  return pieces
}
