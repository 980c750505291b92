import { Input, type InputRef, Modal } from 'antd'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, remember, useFindings } from './findings'

/** Finds pages, actions and records; arrows choose, Enter goes. */
export function CommandBar({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const input = useRef<InputRef>(null)
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      className="command"
      destroyOnHidden
      title={null}
      aria-label={t('app.search')}
      afterOpenChange={(shown) => shown && input.current?.focus()}
    >
      <Search className="command-icon" size={16} aria-hidden="true" />
      <Finder input={input} onClose={onClose} />
    </Modal>
  )
}

function Finder({ input, onClose }: { input: React.RefObject<InputRef | null>; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 150)
    return () => clearTimeout(timer)
  }, [text])
  const { findings, searching } = useFindings(text.trim(), asked)
  const chosen = Math.min(at, Math.max(0, findings.length - 1))
  const go = (finding: Finding | undefined) => {
    if (!finding) return
    onClose()
    remember(finding)
    finding.go()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(findings.length - 1, chosen + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1))
    else if (event.key === 'Enter') go(findings[chosen])
    else return
    event.preventDefault()
  }
  return (
    <div>
      <Input
        ref={input}
        variant="borderless"
        size="large"
        value={text}
        placeholder={t('app.searchHint')}
        aria-label={t('app.search')}
        role="combobox"
        aria-expanded="true"
        aria-controls="findings"
        aria-activedescendant={findings[chosen] ? `finding-${chosen}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div id="findings" role="listbox" aria-label={t('app.findings')} className="findings">
        {findings.map((finding, index) => (
          <button
            type="button"
            key={finding.key}
            id={`finding-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={index === chosen ? 'finding finding-here' : 'finding'}
            onMouseMove={() => setAt(index)}
            onClick={() => go(finding)}
          >
            {finding.icon}
            <span className="ellipsis">{finding.title}</span>
            <span className="finding-kind">{finding.kind}</span>
          </button>
        ))}
        {findings.length === 0 ? (
          <p className="findings-none">{searching ? t('state.loading') : t('app.nothingFound')}</p>
        ) : null}
      </div>
    </div>
  )
}
