import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { keepText, keptText } from '../lib/kept'
import { changeLanguage, initialLanguage, keepLanguage, type Language } from './texts'

export type Theme = 'light' | 'dark'
/** `system`: as the device has it, and it may change its mind. */
export type ThemeChoice = Theme | 'system'

export interface Preferences {
  language: Language
  /** The theme that is shown. */
  theme: Theme
  themeChoice: ThemeChoice
  setLanguage: (language: Language) => void
  chooseTheme: (choice: ThemeChoice) => void
}

const Context = createContext<Preferences | null>(null)

export function usePreferences(): Preferences {
  const value = useContext(Context)
  if (!value) throw new Error('no Preferences around this component')
  return value
}

function initialChoice(): ThemeChoice {
  const kept = keptText('theme')
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

const dark = matchMedia('(prefers-color-scheme: dark)')

function useDeviceTheme(): Theme {
  const matches = useSyncExternalStore(
    (listener) => {
      dark.addEventListener('change', listener)
      return () => dark.removeEventListener('change', listener)
    },
    () => dark.matches,
  )
  return matches ? 'dark' : 'light'
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguageState] = useState<Language>(initialLanguage)
  const [themeChoice, setThemeChoice] = useState<ThemeChoice>(initialChoice)
  const device = useDeviceTheme()
  const theme = themeChoice === 'system' ? device : themeChoice

  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])

  const setLanguage = useCallback((next: Language) => {
    keepLanguage(next)
    void changeLanguage(next).then(() => setLanguageState(next))
  }, [])
  const chooseTheme = useCallback((next: ThemeChoice) => {
    keepText('theme', next)
    setThemeChoice(next)
  }, [])

  const value = useMemo(
    () => ({ language, theme, themeChoice, setLanguage, chooseTheme }),
    [language, theme, themeChoice, setLanguage, chooseTheme],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}
