import type { Group, Join, Operand, Operator, Part, Row, Unit } from './model'
import { tidy } from './model'
import { CALLS, COMPARISONS, MONTHS, NEGATED, STARTS, WORDS } from './words'
import { type Token, tokensOf } from './tokens'

/** Thrown where the text has another shape than rows; it never leaves this file. */
class NoRows extends Error {}

/** The text as rows if it has their shape, else null: then only the text can be edited. An empty text has no rows. */
export function readShape(source: string): Group | null {
  if (source.trim() === '') return { kind: 'group', join: 'and', parts: [] }
  try {
    const reader = new Reader(tokensOf(source))
    const part = reader.either()
    reader.end()
    return tidy(part.kind === 'group' ? part : { kind: 'group', join: 'and', parts: [part] })
  } catch (failure) {
    if (failure instanceof NoRows) return null
    throw failure
  }
}

class Reader {
  private at = 0
  private readonly tokens: Token[]

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  end(): void {
    if (this.at < this.tokens.length) throw new NoRows()
  }

  either(): Part {
    return this.chain('or', () => this.chain('and', () => this.one()))
  }

  private chain(join: Join, next: () => Part): Part {
    const parts = [next()]
    while (this.word(join)) parts.push(next())
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'group', join, parts }
  }

  private one(): Part {
    if (this.sign('(')) {
      const inner = this.either()
      this.needSign(')')
      return inner
    }
    return this.row()
  }

  private row(): Row {
    const negated = this.word('not')
    const call = this.call()
    if (call) {
      const operator = negated ? NEGATED[call.operator] : call.operator
      if (!operator) throw new NoRows()
      return { kind: 'row', path: call.path, operator, operands: call.operands }
    }
    const path = this.path()
    if (negated) throw new NoRows()
    return this.comparison(path)
  }

  /** `contains(path, "…")` and its like. */
  private call(): { path: string; operator: Operator; operands: Operand[] } | null {
    const [name, bracket] = [this.tokens[this.at], this.tokens[this.at + 1]]
    if (name?.is !== 'name' || bracket?.text !== '(' || bracket.is !== 'sign') return null
    const operator = CALLS[name.text.toLowerCase()]
    if (!operator) throw new NoRows()
    this.at += 2
    const path = this.path()
    const operands: Operand[] = []
    if (operator !== 'isEmpty') {
      this.needSign(',')
      operands.push(this.text())
    }
    this.needSign(')')
    return { path, operator, operands }
  }

  private comparison(path: string): Row {
    const row = (operator: Operator, operands: Operand[]): Row => ({ kind: 'row', path, operator, operands })
    if (this.word('is')) {
      const operator = this.word('not') ? 'isNotEmpty' : 'isEmpty'
      this.needWord('null')
      return row(operator, [])
    }
    const not = this.word('not')
    if (this.word('in')) return row(not ? 'isNoneOf' : 'isAnyOf', this.list())
    if (not) throw new NoRows()
    if (this.word('between')) {
      const from = this.operand()
      this.needWord('and')
      return row('between', [from, this.operand()])
    }
    const sign = this.tokens[this.at]
    const operator = sign?.is === 'sign' ? COMPARISONS[sign.text] : undefined
    if (!operator) return row('isTrue', [])
    this.at += 1
    const equal = operator === 'is' || operator === 'isNot'
    if (equal && this.word('null')) return row(operator === 'is' ? 'isEmpty' : 'isNotEmpty', [])
    const operand = this.operand()
    if (operator === 'is' && operand.is === 'yesNo') return row(operand.value ? 'isTrue' : 'isFalse', [])
    return row(operator, [operand])
  }

  private list(): Operand[] {
    this.needSign('(')
    const operands = [this.operand()]
    while (this.sign(',')) operands.push(this.operand())
    this.needSign(')')
    return operands
  }

  private path(): string {
    const token = this.tokens[this.at]
    if (token?.is !== 'name' || WORDS.includes(token.text.toLowerCase())) throw new NoRows()
    if (this.tokens[this.at + 1]?.text === '(' && this.tokens[this.at + 1]?.is === 'sign') throw new NoRows()
    this.at += 1
    return token.text
  }

  private operand(): Operand {
    const token = this.tokens[this.at]
    if (token?.is === 'text') return this.text()
    if (token?.is === 'number' || token?.text === '-') return { is: 'number', digits: this.digits() }
    if (this.word('me')) return { is: 'me' }
    if (this.word('true')) return { is: 'yesNo', value: true }
    if (this.word('false')) return { is: 'yesNo', value: false }
    if (this.word('date')) return { is: 'day', day: this.day() }
    if (this.word('datetime')) return { is: 'moment', moment: this.inBrackets(() => this.text().text) }
    return this.relative()
  }

  private day(): string {
    const day = this.inBrackets(() => this.text().text)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new NoRows()
    return day
  }

  private relative(): Operand {
    if (this.word('addDays')) return this.moved(1)
    if (this.word('addMonths')) return this.moved(null)
    const base = this.base()
    const sign = this.tokens[this.at]
    if (base.unit !== 'day' || sign?.is !== 'sign' || !['+', '-'].includes(sign.text)) return base
    this.at += 1
    const days = Number(this.digits())
    return { is: 'relative', unit: 'day', offset: sign.text === '+' ? days : -days }
  }

  /** `addDays(base, n)`, and `addMonths(base, n)` where `days` is null. */
  private moved(days: 1 | null): Operand {
    this.needSign('(')
    const { unit } = this.base()
    this.needSign(',')
    const by = Number(this.digits())
    this.needSign(')')
    const step = days === null ? MONTHS[unit] : unit === 'day' ? 1 : unit === 'week' ? 7 : undefined
    if (step === undefined || !Number.isSafeInteger(by) || by % step !== 0) throw new NoRows()
    return { is: 'relative', unit, offset: by / step }
  }

  private base(): { is: 'relative'; unit: Unit; offset: number } {
    if (this.word('today')) {
      this.inBrackets(() => null)
      return { is: 'relative', unit: 'day', offset: 0 }
    }
    const unit = STARTS[this.tokens[this.at]?.text.toLowerCase() ?? '']
    if (!unit) throw new NoRows()
    this.at += 1
    this.inBrackets(() => {
      this.needWord('today')
      this.inBrackets(() => null)
    })
    return { is: 'relative', unit, offset: 0 }
  }

  private digits(): string {
    const minus = this.sign('-') ? '-' : ''
    const token = this.tokens[this.at]
    if (token?.is !== 'number') throw new NoRows()
    this.at += 1
    return minus + token.text
  }

  private text(): { is: 'text'; text: string } {
    const token = this.tokens[this.at]
    if (token?.is !== 'text') throw new NoRows()
    this.at += 1
    return { is: 'text', text: token.text }
  }

  private inBrackets<T>(inner: () => T): T {
    this.needSign('(')
    const answer = inner()
    this.needSign(')')
    return answer
  }

  private word(word: string): boolean {
    const token = this.tokens[this.at]
    const here = token?.is === 'name' && token.text.toLowerCase() === word.toLowerCase()
    if (here) this.at += 1
    return here
  }

  private sign(sign: string): boolean {
    const token = this.tokens[this.at]
    const here = token?.is === 'sign' && token.text === sign
    if (here) this.at += 1
    return here
  }

  private needWord(word: string): void {
    if (!this.word(word)) throw new NoRows()
  }

  private needSign(sign: string): void {
    if (!this.sign(sign)) throw new NoRows()
  }
}
