import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  id: string
  label: string
  fault?: string
  help?: string
  children: ReactNode
}

export function AuthField({ id, label, fault, help, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {children}
      {fault ? (
        <div className="field-fault" role="alert">
          <CircleAlert size={12} aria-hidden="true" /> {fault}
        </div>
      ) : help ? (
        <div className="field-help">{help}</div>
      ) : null}
    </div>
  )
}
