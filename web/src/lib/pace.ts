/** Calls at once, then at most once in `pace` milliseconds; what comes between is one call at its end. */
export function throttled(call: () => void, pace: number): { call: () => void; cancel: () => void } {
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = () => {
    timer = undefined
    last = Date.now()
    call()
  }
  return {
    call() {
      if (timer !== undefined) return
      const wait = last + pace - Date.now()
      if (wait <= 0) run()
      else timer = setTimeout(run, wait)
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

/** Milliseconds until the next try after so many failures: 1 s, 2 s, 4 s … at most 30 s, each up to half as long again. */
export function backoff(failures: number, chance: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1)) * (1 + chance / 2)
}
