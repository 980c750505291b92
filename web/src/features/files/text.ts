/** A byte that a multi-byte character begins or goes on with may be the last of a part that was cut off. */
const LONGEST_CHARACTER = 3

/** Text out of bytes: UTF-8 or UTF-16 by its mark, UTF-8 if it can be that, else what Chinese Windows writes. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  for (let cut = 0; cut <= LONGEST_CHARACTER; cut++) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {
      // one byte less, then another character set
    }
  }
  return new TextDecoder('gb18030').decode(bytes)
}
