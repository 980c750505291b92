import { useMemo } from 'react'
import * as format from './format'
import { usePreferences } from './Preferences'
import { useToday } from './useToday'

/** The formats, bound to the reader's language and to today. */
export function useFormat() {
  const { language } = usePreferences()
  const now = useToday()
  return useMemo(() => {
    return {
      figure: format.figure,
      percent: format.percent,
      short: (decimal: string) => format.shortText(decimal, language),
      shortParts: (decimal: string) => format.shortFigure(decimal, language),
      day: (date: string) => format.day(date, language, format.localDay(now)),
      moment: (instant: string) => format.moment(instant, language, now),
      label: (label: { zh: string; en: string } | null | undefined) =>
        label ? (language === 'zh-CN' ? label.zh : label.en) : '',
    }
  }, [language, now])
}
