import { Select, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props extends Omit<SelectProps, 'id'> {
  id: string
  label: string
  /** Whether the server may find it out, which is what an empty value means. */
  found?: boolean
}

/** One thing to choose about a file, its label above. */
export function Choice({ id, label, found, className, options = [], ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <Select
        id={id}
        options={found ? [{ value: '', label: t('imports.found') }, ...options] : options}
        {...rest}
      />
    </div>
  )
}
