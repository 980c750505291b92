import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { speak } from '../lib/http'
import { keepText, keptText } from '../lib/kept'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const loaders: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('./texts/zh-CN'),
  en: () => import('./texts/en'),
}

export function initialLanguage(): Language {
  const wanted = keptText('language') ?? navigator.language
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {},
    react: { useSuspense: false },
  })
  await changeLanguage(initialLanguage())
}

/** Loads the language if it is not there yet, then switches everything at once. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await loaders[language]()).default)
  }
  document.documentElement.lang = language
  speak(language)
  await i18next.changeLanguage(language)
}

export function keepLanguage(language: Language): void {
  keepText('language', language)
}
