/** Both conditions must hold; an empty one says nothing. What holds an `or` is bracketed, so that it keeps its meaning. */
export function both(one: string, other: string): string {
  const parts = [one, other].map((text) => text.trim()).filter((text) => text !== '' && text !== 'true')
  if (parts.length < 2) return parts[0] ?? ''
  return parts.map((text) => (/\bor\b/i.test(text) ? `(${text})` : text)).join(' and ')
}
