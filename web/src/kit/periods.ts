export type Grain = 'month' | 'quarter' | 'year'

/** The period of that grain that holds a day: `2026-11`, `2026-Q4`, `2026`. */
export function periodOf(day: Date, grain: Grain): string {
  const year = day.getFullYear()
  const month = day.getMonth()
  if (grain === 'year') return String(year)
  if (grain === 'quarter') return `${year}-Q${Math.floor(month / 3) + 1}`
  return `${year}-${String(month + 1).padStart(2, '0')}`
}

export function grainOf(period: string): Grain {
  if (period.includes('Q')) return 'quarter'
  return /^\d{4}$/.test(period) ? 'year' : 'month'
}

/** The period so many steps later, or earlier if negative. */
export function movePeriod(period: string, steps: number): string {
  const grain = grainOf(period)
  const year = Number(period.slice(0, 4))
  if (grain === 'year') return String(year + steps)
  if (grain === 'quarter') {
    const quarters = year * 4 + Number(period.slice(6)) - 1 + steps
    return `${Math.floor(quarters / 4)}-Q${(((quarters % 4) + 4) % 4) + 1}`
  }
  const months = year * 12 + Number(period.slice(5)) - 1 + steps
  return `${Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** `2026 Q4`: as people write it. */
export function periodText(period: string): string {
  return period.replace('-Q', ' Q')
}

const QUARTERS = ['一', '二', '三', '四']

/** `2026 年第四季度`, `Q4 2026`: as it stands in a sentence. */
export function periodName(period: string, language: 'zh-CN' | 'en'): string {
  const year = period.slice(0, 4)
  const grain = grainOf(period)
  if (grain === 'quarter') {
    const quarter = Number(period.slice(6))
    return language === 'en' ? `Q${quarter} ${year}` : `${year} 年第${QUARTERS[quarter - 1]}季度`
  }
  if (grain === 'year') return language === 'en' ? year : `${year} 年`
  const month = Number(period.slice(5))
  const name = new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2000, month - 1, 1))
  return language === 'en' ? `${name} ${year}` : `${year} 年 ${month} 月`
}

/** Its first and last day. */
export function spanOf(period: string): { first: string; last: string } {
  const grain = grainOf(period)
  const year = Number(period.slice(0, 4))
  const month =
    grain === 'year'
      ? 0
      : grain === 'quarter'
        ? (Number(period.slice(6)) - 1) * 3
        : Number(period.slice(5)) - 1
  const months = grain === 'year' ? 12 : grain === 'quarter' ? 3 : 1
  const day = (at: number, date: number) => new Date(Date.UTC(year, at, date)).toISOString().slice(0, 10)
  return { first: day(month, 1), last: day(month + months, 0) }
}
