/** The expression language cut into its smallest pieces, each with where it stands. */

export interface Token {
  is: 'name' | 'text' | 'number' | 'sign' | 'wrong'
  /** As written; of a text what it says, of a sign its plain form. */
  text: string
  start: number
  end: number
}

/** Full-width signs mean the same as the plain ones. */
const PLAIN: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '！': '!',
  '＋': '+',
  '－': '-',
  '−': '-',
  '＊': '*',
  '／': '/',
  '％': '%',
  '＆': '&',
  '．': '.',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
}
const OPENING = ['"', '“', '”', '＂']
const CLOSING: Record<string, string[]> = { '"': ['"'], '“': ['”', '“'], '”': ['”'], '＂': ['＂'] }
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_]*(?:\.[\p{L}_][\p{L}\p{N}\p{M}_]*)*/uy
const NUMBER = /\d+(?:\.\d+)?/y
const SPACE = /\s+/y

export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0] ?? null
  }
  while (at < source.length) {
    const start = at
    const space = match(SPACE)
    if (space) {
      at += space.length
      continue
    }
    const name = match(NAME)
    const number = name ? null : match(NUMBER)
    const char = source[at] ?? ''
    if (name) {
      at += name.length
      tokens.push({ is: 'name', text: name, start, end: at })
    } else if (number) {
      at += number.length
      tokens.push({ is: 'number', text: number, start, end: at })
    } else if (OPENING.includes(char)) {
      const read = quotedText(source, at)
      at = read.end
      tokens.push({ is: read.closed ? 'text' : 'wrong', text: read.text, start, end: at })
    } else {
      const sign = signAt(source, at)
      at += sign.length
      tokens.push({ is: 'sign', text: sign.text, start, end: at })
    }
  }
  return tokens
}

function signAt(source: string, at: number): { text: string; length: number } {
  const first = PLAIN[source[at] ?? ''] ?? source[at] ?? ''
  const second = PLAIN[source[at + 1] ?? ''] ?? source[at + 1] ?? ''
  const both = first + second
  if (both === '!=' || both === '<>') return { text: '<>', length: 2 }
  if (both === '<=' || both === '>=') return { text: both, length: 2 }
  return { text: first, length: 1 }
}

const ESCAPES: Record<string, string> = { n: '\n', '"': '"', '\\': '\\' }

function quotedText(source: string, start: number): { text: string; end: number; closed: boolean } {
  const closing = CLOSING[source[start] ?? '"'] ?? ['"']
  let text = ''
  let at = start + 1
  while (at < source.length) {
    const char = source[at] ?? ''
    const next = source[at + 1] ?? ''
    if (char === '\\' && next in ESCAPES) {
      text += ESCAPES[next]
      at += 2
    } else if (closing.includes(char)) {
      if (char !== '"' || next !== '"') return { text, end: at + 1, closed: true }
      text += '"'
      at += 2
    } else {
      text += char
      at += 1
    }
  }
  return { text, end: at, closed: false }
}
