import { Button, Input } from 'antd'
import { CircleAlert, Code } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { both } from '../../engine/conditions'
import type { ObjectDefinition } from '../../engine/documents'
import type { Problem } from '../../lib/problem'
import { ConditionMaker } from './ConditionMaker'
import type { ListState } from './listState'

interface Props {
  object: ObjectDefinition
  state: ListState
  /** What is wrong with the condition as it stands. */
  problem: Problem | null
}

/** The condition as text; rows made with the mouse write into the same text. */
export function FilterBar({ object, state, problem }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(state.where)
  const apply = (where: string) => state.set({ where: where.trim() })
  const messages = problem
    ? problem.faults.length > 0
      ? problem.faults.map((fault) => fault.message)
      : [[problem.message, problem.details, problem.hint].filter(Boolean).join(' ')]
    : []
  return (
    <div className="filter">
      <form
        className="filter-line"
        onSubmit={(event) => {
          event.preventDefault()
          apply(text)
        }}
      >
        <Code size={14} aria-hidden="true" className="filter-icon" />
        <Input
          variant="borderless"
          className="filter-text"
          value={text}
          spellCheck={false}
          aria-label={t('list.condition')}
          aria-invalid={problem !== null}
          placeholder={t('list.conditionHint')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText(state.where)
          }}
        />
        {text.trim() === state.where ? null : (
          <Button size="small" htmlType="submit">
            {t('list.apply')}
          </Button>
        )}
        {state.where && text === state.where ? (
          <Button size="small" type="text" onClick={() => apply('')}>
            {t('list.clear')}
          </Button>
        ) : null}
        <ConditionMaker object={object} onMade={(made) => apply(both(text, made))} />
      </form>
      {messages.map((message) => (
        <div key={message} className="filter-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {message}
        </div>
      ))}
    </div>
  )
}
