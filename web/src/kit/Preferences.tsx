import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { keepText, keptText } from '../lib/kept'
import { changeLanguage, initialLanguage, keepLanguage, type Language } from './texts'

export type Theme = 'light' | 'dark'

export interface Preferences {
  language: Language
  theme: Theme
  setLanguage: (language: Language) => void
  setTheme: (theme: Theme) => void
}

const Context = createContext<Preferences | null>(null)

export function usePreferences(): Preferences {
  const value = useContext(Context)
  if (!value) throw new Error('no Preferences around this component')
  return value
}

function initialTheme(): Theme {
  const kept = keptText('theme')
  if (kept === 'light' || kept === 'dark') return kept
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguageState] = useState<Language>(initialLanguage)
  const [theme, setThemeState] = useState<Theme>(initialTheme)

  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])

  const setLanguage = useCallback((next: Language) => {
    keepLanguage(next)
    void changeLanguage(next).then(() => setLanguageState(next))
  }, [])
  const setTheme = useCallback((next: Theme) => {
    keepText('theme', next)
    setThemeState(next)
  }, [])

  const value = useMemo(
    () => ({ language, theme, setLanguage, setTheme }),
    [language, theme, setLanguage, setTheme],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}
