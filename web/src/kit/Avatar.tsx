const TINTS = 7

/** Round, one character (Chinese) or two letters, one of seven fixed tints by the person's id. */
export function Avatar({ id, name, size = 22 }: { id: string; name: string; size?: number }) {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return (
    <span
      className={`avatar tint-${sum % TINTS}`}
      style={{ width: size, height: size, fontSize: Math.max(10, size * 0.46) }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  )
}

export function initials(name: string): string {
  const trimmed = name.trim()
  const first = [...trimmed][0] ?? '?'
  if (/\p{Script=Han}/u.test(first)) return first
  const words = trimmed.split(/\s+/)
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
