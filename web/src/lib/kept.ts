/** What this browser remembers for one person: small choices of looks, never data. */
export function kept<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem('flywheel.' + name)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    return otherwise
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem('flywheel.' + name, JSON.stringify(value))
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the page.
  }
}

/** Plain texts, also read by early.js before the first paint. */
export function keepText(name: string, value: string): void {
  try {
    localStorage.setItem('flywheel.' + name, value)
  } catch {
    // As above.
  }
}

export function keptText(name: string): string | null {
  try {
    return localStorage.getItem('flywheel.' + name)
  } catch {
    return null
  }
}
