import { useTranslation } from 'react-i18next'
import { useFormat } from '../kit/useFormat'
import type { Column } from './paths'

/** A column's head: the labels of the way to it. */
export function useColumnLabel() {
  const format = useFormat()
  return (column: Column) => column.way.map((field) => format.label(field.label)).join(' · ')
}

/** Labels of an object, and words that name it. */
export function useNames() {
  const { t } = useTranslation()
  const format = useFormat()
  return {
    one: (object: { label: { zh: string; en: string } }) => format.label(object.label),
    many: (object: { plural: { zh: string; en: string } }) => format.label(object.plural),
    create: (object: { label: { zh: string; en: string } }) =>
      t('record.new', { object: inSentence(format.label(object.label)) }),
  }
}

/** English object names stand in lower case inside a sentence, unless they are abbreviations. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
