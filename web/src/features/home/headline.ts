/** A sentence in pieces: its words, and what was put into its slots. */
export interface Piece {
  text: string
  slot: string | null
}

/** Fills `{slot}`s; a slot without a value is a dash. */
export function fill(sentence: string, values: Record<string, string | null>): Piece[] {
  return sentence.split(/(\{\w+\})/).flatMap((part): Piece[] => {
    if (part === '') return []
    const slot = /^\{(\w+)\}$/.exec(part)?.[1]
    return [slot ? { text: values[slot] ?? '–', slot } : { text: part, slot: null }]
  })
}
