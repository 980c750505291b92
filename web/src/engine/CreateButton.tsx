import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../kit/usePhone'
import type { ObjectDefinition } from './documents'
import { useNames } from './labels'
import { useRights } from './session'

/** The one thing to do on a page of many records; nothing for whoever may not create any. */
export function CreateButton({ object }: { object: ObjectDefinition }) {
  const { t } = useTranslation()
  const names = useNames()
  const phone = usePhone()
  if (!useRights(object.name).may('create')) return null
  return (
    <Link to="/o/$object/new" params={{ object: object.name }}>
      <Button type="primary" icon={<Plus size={14} aria-hidden="true" />} tabIndex={-1}>
        {phone ? t('record.create') : names.create(object)}
      </Button>
    </Link>
  )
}
