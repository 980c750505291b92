import { Input, Modal } from 'antd'
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../lib/problem'

interface Props {
  title: string
  action: string
  initial: string
  /** Resolves when it is done; what it throws is shown. */
  onName: (name: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for the name of a view. */
export function NameDialog({ title, action, initial, onName, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    if (name.trim() === '' || busy) return
    setBusy(true)
    try {
      await onName(name.trim())
      onClose()
    } catch (failure) {
      setFault(wordsOf(failure))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText={t('views.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={400}
    >
      <label className="field-label" htmlFor="view-name">
        {t('views.name')}
      </label>
      <Input
        id="view-name"
        autoFocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => void save()}
      />
      {fault ? (
        <div className="field-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {fault}
        </div>
      ) : null}
    </Modal>
  )
}

export function wordsOf(failure: unknown): string {
  if (!(failure instanceof Problem)) return String(failure)
  return failure.faults[0]?.message ?? [failure.message, failure.hint].filter(Boolean).join(' ')
}
