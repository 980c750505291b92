const STEPS = ['B', 'KB', 'MB', 'GB', 'TB']

/** `1234567` as `1.2 MB`: a thousand bytes are a kilobyte, as the limits have it. */
export function sizeText(bytes: number): string {
  let size = bytes
  let step = 0
  while (size >= 999.5 && step < STEPS.length - 1) {
    size /= 1000
    step += 1
  }
  const digits = step > 0 && size < 9.95 ? 1 : 0
  return `${size.toFixed(digits).replace(/\.0$/, '')} ${STEPS[step]}`
}
