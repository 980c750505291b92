import { Select } from 'antd'
import { useState } from 'react'
import type { About } from './activities'
import type { ObjectDefinition } from './documents'
import { useNames } from './labels'
import { useSearch } from './search'

interface Props {
  label: string
  objects: ObjectDefinition[]
  /** The objects whose records may be chosen. */
  targets: string[]
  onPick: (about: About) => void
}

/** Finds a record of several objects by its words. */
export function RecordPicker({ label, objects, targets, onPick }: Props) {
  const names = useNames()
  const [words, setWords] = useState('')
  const found = useSearch(words)
  const fitting = (found.data ?? []).filter((one) => targets.includes(one.object))
  const nameOf = (name: string) => {
    const object = objects.find((one) => one.name === name)
    return object ? names.one(object) : ''
  }
  return (
    <Select
      className="wide"
      showSearch={{ filterOption: false, onSearch: setWords }}
      aria-label={label}
      placeholder={label}
      value={null}
      loading={found.isFetching}
      notFoundContent={null}
      onChange={(id: string | null) => {
        const picked = fitting.find((one) => one.id === id)
        if (picked) onPick({ object: picked.object, id: picked.id })
      }}
      options={fitting.map((one) => ({ value: one.id, label: `${one.title ?? ''} · ${nameOf(one.object)}` }))}
    />
  )
}
