import type { Named } from '../../engine/records'

/** A text as one types it, with names, and whom the names stand for in the order they were picked. */
export interface Draft {
  text: string
  picks: { id: string; name: string }[]
}

export const EMPTY: Draft = { text: '', picks: [] }

const MENTION = /<@([0-9a-f-]{36})>/g

/** A piece of a comment: plain words, or a person. */
export type Piece = { kind: 'words'; text: string } | { kind: 'person'; id: string; name: string | null }

export function pieces(text: string, mentions: Named[]): Piece[] {
  const names = new Map(mentions.map((one) => [one.id, one.title]))
  const all: Piece[] = []
  let from = 0
  for (const match of text.matchAll(MENTION)) {
    const id = match[1] ?? ''
    if (match.index > from) all.push({ kind: 'words', text: text.slice(from, match.index) })
    all.push({ kind: 'person', id, name: names.get(id) ?? null })
    from = match.index + match[0].length
  }
  if (from < text.length) all.push({ kind: 'words', text: text.slice(from) })
  return all
}

/** Names become people: each `@name` that was picked, the first pick of a name for its first place. */
export function toWire({ text, picks }: Draft): string {
  const left = [...picks].toSorted((a, b) => b.name.length - a.name.length)
  let wire = ''
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const index = left.findIndex((pick) => rest.startsWith('@' + pick.name))
    const pick = left[index]
    if (!pick) {
      wire += text[at]
      at += 1
      continue
    }
    wire += `<@${pick.id}>`
    at += pick.name.length + 1
    // The last pick of a name stands for all further places of it.
    if (left.filter((other) => other.name === pick.name).length > 1) left.splice(index, 1)
  }
  return wire
}

/** The other way, to edit what was said. */
export function fromWire(text: string, mentions: Named[]): Draft {
  const picks: Draft['picks'] = []
  const words = pieces(text, mentions).map((piece) => {
    if (piece.kind === 'words') return piece.text
    // Somebody out of sight has no name to type; the mention stays as it is.
    if (piece.name === null) return `<@${piece.id}>`
    picks.push({ id: piece.id, name: piece.name })
    return '@' + piece.name
  })
  return { text: words.join(''), picks }
}
