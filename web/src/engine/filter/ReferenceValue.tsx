import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObject } from '../definitions'
import { shownType } from '../paths'
import { findByTitle, titlesOf } from '../records'
import type { Operand } from './model'
import type { ValueProps } from './values'

const ME = 'me'

const keyOf = (operand: Operand) => (operand.is === 'me' ? [ME] : operand.is === 'text' ? [operand.text] : [])
const operandOf = (key: string): Operand => (key === ME ? { is: 'me' } : { is: 'text', text: key })

/** Records looked for by title; of members also "me". */
export function ReferenceValue({ field, operands, onChange, size, name }: ValueProps) {
  const { t } = useTranslation()
  const type = shownType(field.type)
  const { object } = useObject(type.object ?? '')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const chosen = operands.flatMap(keyOf)
  const ids = chosen.filter((key) => key !== ME)
  const titles = useQuery({
    queryKey: ['records', object?.name, 'titles', ids.join(',')],
    queryFn: () => (object ? titlesOf(object, ids) : []),
    enabled: object !== null && ids.length > 0,
    staleTime: 60_000,
  })
  const found = useQuery({
    queryKey: ['records', object?.name, 'find', asked],
    queryFn: () => (object ? findByTitle(object, asked, null) : []),
    enabled: open && object !== null,
    staleTime: 30_000,
  })
  const known = [...(titles.data ?? []), ...(found.data ?? [])]
  const offered = [...new Set([...ids, ...(found.data ?? []).map((one) => one.id)])].map((id) => ({
    value: id,
    label: known.find((one) => one.id === id)?.title ?? (titles.isPending ? '…' : t('field.outOfSight')),
  }))
  const me = type.kind === 'member' && !text ? [{ value: ME, label: t('filter.me') }] : []
  return (
    <Select<string[]>
      size={size}
      className="filter-value"
      mode="multiple"
      maxTagCount={3}
      aria-label={name}
      placeholder={t('filter.choose')}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      onOpenChange={setOpen}
      value={chosen}
      options={
        chosen.includes(ME) && text ? [{ value: ME, label: t('filter.me') }, ...offered] : [...me, ...offered]
      }
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('state.loading') : t('field.nothingFound')}
      onChange={(next) => {
        setText('')
        onChange(next.map(operandOf))
      }}
    />
  )
}
