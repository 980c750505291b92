/** A reason for which rows were refused. */
export interface Reason {
  text: string
  rows: number
  /** The first few rows, as they stood in the file, with their line. */
  lines: string[]
}

const REASONS_FROM = 1_000

export function reasonsOf(csv: string): Reason[] {
  const found = new Map<string, Reason>()
  for (const [line = '', text = '', ...cells] of rowsOf(csv.replace(/^\uFEFF/, '')).slice(1, REASONS_FROM)) {
    const reason = found.get(text) ?? { text, rows: 0, lines: [] }
    reason.rows += 1
    if (reason.lines.length < 3)
      reason.lines.push(`${line}: ${cells.filter(Boolean).slice(0, 5).join(' · ')}`)
    found.set(text, reason)
  }
  return [...found.values()].toSorted((a, b) => b.rows - a.rows)
}

/** Rows of a csv with quotes, as the server writes it. */
export function rowsOf(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < csv.length; at++) {
    const one = csv.charAt(at)
    if (quoted) {
      if (one !== '"') cell += one
      else if (csv.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (one === '"') quoted = true
    else if (one === ',') {
      row.push(cell)
      cell = ''
    } else if (one === '\n' || one === '\r') {
      if (one === '\r' && csv.charAt(at + 1) === '\n') at += 1
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += one
  }
  return cell !== '' || row.length > 0 ? [...rows, [...row, cell]] : rows
}
