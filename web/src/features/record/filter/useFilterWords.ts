import { useTranslation } from 'react-i18next'
import type { ObjectDefinition } from '../../../engine/documents'
import { filterKindOf, read } from '../../../engine/filter/kinds'
import { type Operand, type Operator, type Part, TIMED } from '../../../engine/filter/model'
import { writeOperand } from '../../../engine/filter/write'
import { shownType } from '../../../engine/paths'
import { useFormat } from '../../../kit/useFormat'
import { useFilterFields } from './fields'

/** What a comparison is called: dates are before each other, figures below. */
export function useComparisonWords() {
  const { t } = useTranslation()
  return (operator: Operator, words: 'plain' | 'time') =>
    words === 'time' && TIMED.includes(operator)
      ? t(`filter.time.${operator as 'less'}`)
      : t(`filter.operator.${operator}`)
}

/** A condition as people say it, or its text where it has another shape than rows. */
export function useFilterWords(object: ObjectDefinition) {
  const { t } = useTranslation()
  const format = useFormat()
  const fields = useFilterFields(object)
  const compared = useComparisonWords()
  const valueOf = (path: string, operand: Operand): string => {
    if (operand.is === 'me') return t('filter.me')
    if (operand.is === 'day') return format.day(operand.day)
    if (operand.is === 'number') return format.figure(operand.digits)
    if (operand.is !== 'text') return writeOperand(operand)
    const field = fields.fieldAt(path)
    const option = field ? shownType(field.type).options.find((one) => one.key === operand.text) : null
    return option ? format.label(option.label) : operand.text
  }
  const say = (part: Part): string => {
    if (part.kind === 'group') return part.parts.map(say).join(` ${t(`filter.${part.join}`)} `)
    const field = fields.fieldAt(part.path)
    if (!field) return part.path
    const values = part.operands.map((operand) => valueOf(part.path, operand)).join(', ')
    const kind = filterKindOf(field.type)
    return [format.label(field.label), compared(part.operator, kind.words), values].filter(Boolean).join(' ')
  }
  return (where: string): string => {
    const filter = read(where, (path) => fields.fieldAt(path)?.type ?? null)
    // Ids of records say nothing to people.
    return filter && !/[0-9a-f]{8}-[0-9a-f]{4}-/.test(where) ? say(filter) : where
  }
}
