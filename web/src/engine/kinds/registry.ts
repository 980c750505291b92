import type { FieldType, KindName } from '../documents'
import { shownType } from '../paths'
import * as choices from './choice'
import type { Kind } from './kind'
import { asIs } from './kind'
import * as numbers from './number'
import * as references from './reference'
import * as texts from './text'
import * as times from './time'

/** Children live in lists of their own; as one value they show nothing. */
const lines: Kind = {
  align: 'start',
  width: 100,
  Display: () => null,
  Input: null,
  toWire: asIs,
  sortable: false,
}

/** Formulas and roll-ups never reach their entry: they show as their result. */
const computed: Kind = { ...texts.text, Input: null }

const KINDS: { [name in KindName]: Kind } = {
  text: texts.text,
  longText: texts.longText,
  autoNumber: texts.autoNumber,
  phone: texts.phone,
  email: texts.email,
  link: texts.link,
  number: numbers.number,
  money: numbers.money,
  percent: numbers.percent,
  date: times.date,
  dateTime: times.dateTime,
  yesNo: choices.yesNo,
  choice: choices.choice,
  multiChoice: choices.multiChoice,
  member: references.member,
  team: references.team,
  reference: references.reference,
  lines,
  formula: computed,
  rollUp: computed,
}

/** How a field of this type looks and is given. A type that is newer than this face shows as text. */
export function kindOf(type: FieldType): Kind {
  return KINDS[shownType(type).kind] ?? computed
}
