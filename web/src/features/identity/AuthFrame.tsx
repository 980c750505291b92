import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../../kit/Logo'
import { usePreferences } from '../../kit/Preferences'
import type { Language } from '../../kit/texts'
import './identity.css'

/** What stands around signing in and up: the product's name, the language, and one form. */
export function AuthFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation()
  const { language, setLanguage } = usePreferences()
  return (
    <div className="auth">
      <header className="auth-head">
        <span className="brand">
          <Logo size={22} /> {t('app.name')}
        </span>
        <Segmented<Language>
          size="small"
          aria-label={t('app.language')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </header>
      <main className="auth-card">
        <h1>{title}</h1>
        <p className="auth-lead">{lead}</p>
        {children}
      </main>
      <p className="auth-foot">{t('app.promise')}</p>
    </div>
  )
}
