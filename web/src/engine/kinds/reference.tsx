import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../kit/Avatar'
import { useObject } from '../definitions'
import { useNames } from '../labels'
import { findByTitle, isNamed, type Named } from '../records'
import { useRights } from '../session'
import type { DisplayProps, InputProps, Kind } from './kind'

/** A record that was deleted, or that the reader may not see, has no name here. */
function useName(value: unknown): string {
  const { t } = useTranslation()
  return isNamed(value) ? (value.title ?? t('field.outOfSight')) : String(value)
}

function ReferenceDisplay({ value, field, dense }: DisplayProps) {
  const name = useName(value)
  if (dense || !isNamed(value) || value.title === null || !field.type.object) return <>{name}</>
  return (
    <Link to="/o/$object/$id" params={{ object: field.type.object, id: value.id }}>
      {name}
    </Link>
  )
}

function MemberDisplay({ value }: DisplayProps) {
  const name = useName(value)
  return (
    <span className="person">
      <Avatar id={isNamed(value) ? value.id : name} name={name} size={20} />
      <span className="ellipsis">{name}</span>
    </span>
  )
}

const QuickCreate = lazy(() => import('../QuickCreate'))
/** Among the choices: none of these, a new one. */
const NEW = '+'

/** Looks for records by title as one types; the last question's answer wins. */
function ReferenceInput(props: InputProps) {
  const { id, value, onChange, field, invalid, disabled, autoFocus, opened } = props
  const { t } = useTranslation()
  const { object } = useObject(field.type.object ?? '')
  const names = useNames()
  const rights = useRights(field.type.object ?? '')
  const mayCreate = props.mayCreate && object !== null && !object.system && rights.may('create')
  const [making, setMaking] = useState<string | null>(null)
  const [open, setOpen] = useState(opened ?? false)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const found = useQuery({
    queryKey: ['records', object?.name, 'find', asked],
    queryFn: () => (object ? findByTitle(object, asked, null) : []),
    enabled: open && object !== null,
    staleTime: 30_000,
  })
  const chosen = isNamed(value) ? value : null
  const options = [...(found.data ?? []), ...(chosen ? [chosen] : [])]
  const unique = options.filter((option, index) => options.findIndex((one) => one.id === option.id) === index)
  const select = (
    <Select
      id={id}
      className="wide"
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={chosen?.id}
      onOpenChange={setOpen}
      onChange={(next: string | undefined) => {
        if (next === NEW) setMaking(text)
        else onChange(unique.find((option) => option.id === next) ?? null)
        setText('')
      }}
      options={[
        ...unique.map((option: Named) => ({
          value: option.id,
          label: option.title ?? t('field.outOfSight'),
        })),
        ...(mayCreate ? [{ value: NEW, label: `+ ${names.create(object)}` }] : []),
      ]}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('state.loading') : t('field.nothingFound')}
      status={invalid ? 'error' : undefined}
      disabled={disabled}
      autoFocus={autoFocus}
      defaultOpen={opened}
    />
  )
  return (
    <>
      {select}
      {making !== null && object ? (
        <Suspense fallback={null}>
          <QuickCreate
            object={object}
            title={making}
            onMade={(made) => {
              onChange(made)
              setMaking(null)
            }}
            onClose={() => setMaking(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

const toWire = (value: unknown): unknown => (isNamed(value) ? value.id : (value ?? null))

const base = { align: 'start', width: 160, Input: ReferenceInput, toWire, sortable: true } as const

export const reference: Kind = { ...base, Display: ReferenceDisplay }
export const member: Kind = { ...base, width: 140, Display: MemberDisplay }
export const team: Kind = { ...base, Display: ReferenceDisplay }
