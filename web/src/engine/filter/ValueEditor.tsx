import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindName } from '../documents'
import { shownType } from '../paths'
import { arityOf, type Operand, type Operator } from './model'
import { ReferenceValue } from './ReferenceValue'
import { ChoiceValue, NumberValue, TextValue, TimeValue, type ValueProps } from './values'

const EDITORS: Partial<Record<KindName, ComponentType<ValueProps>>> = {
  number: NumberValue,
  money: NumberValue,
  percent: NumberValue,
  date: TimeValue,
  dateTime: TimeValue,
  choice: ChoiceValue,
  multiChoice: ChoiceValue,
  member: ReferenceValue,
  team: ReferenceValue,
  reference: ReferenceValue,
}

/** The values that an operator takes, each in the input that its kind of field wants. */
export function ValueEditor({ operator, ...props }: Omit<ValueProps, 'many'> & { operator: Operator }) {
  const { t } = useTranslation()
  const arity = arityOf(operator)
  if (arity === 'none') return null
  const Editor = EDITORS[shownType(props.field.type).kind] ?? TextValue
  if (arity !== 'two') return <Editor {...props} many={arity === 'many'} />
  const [from, to] = props.operands
  const change = (first: Operand | undefined, second: Operand | undefined) =>
    props.onChange([first, second].flatMap((one) => one ?? []))
  return (
    <>
      <Editor {...props} many={false} operands={from ? [from] : []} onChange={([next]) => change(next, to)} />
      <span className="filter-word">{t('filter.to')}</span>
      <Editor {...props} many={false} operands={to ? [to] : []} onChange={([next]) => change(from, next)} />
    </>
  )
}
