import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { Languages, LogOut, Sun } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { forgetDrafts } from '../engine/keptDraft'
import type { Me } from '../engine/session'
import { usePreferences } from '../kit/Preferences'
import { send } from '../lib/http'

/** Language, theme and signing out. */
export function MeMenu({ me, children }: { me: Me | undefined; children: ReactElement }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { language, themeChoice, setLanguage, chooseTheme } = usePreferences()
  const other = language === 'zh-CN' ? 'en' : 'zh-CN'

  const switchLanguage = () => {
    setLanguage(other)
    // The account remembers it for the next browser; here it counts at once, whatever the server says.
    send('PATCH', '/api/me', { body: { language: other } }).catch(() => undefined)
  }
  const signOut = async () => {
    await send('DELETE', '/api/session').catch(() => undefined)
    forgetDrafts()
    client.clear()
    await navigate({ to: '/sign-in' })
  }
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: [me?.account?.email, me?.workspace.name].filter(Boolean).join(' · '),
    },
    {
      key: 'language',
      icon: <Languages size={14} aria-hidden="true" />,
      label: other === 'en' ? 'English' : '中文',
      onClick: switchLanguage,
    },
    {
      key: 'theme',
      icon: <Sun size={14} aria-hidden="true" />,
      label: t('app.theme.theme'),
      children: (['light', 'dark', 'system'] as const).map((choice) => ({
        key: choice,
        label: t(`app.theme.${choice}`),
        onClick: () => chooseTheme(choice),
      })),
    },
    { type: 'divider' as const },
    {
      key: 'out',
      icon: <LogOut size={14} aria-hidden="true" />,
      label: t('app.signOut'),
      onClick: () => void signOut(),
    },
  ]
  return (
    <Dropdown menu={{ items, selectedKeys: [themeChoice] }} trigger={['click']} placement="topLeft">
      {children}
    </Dropdown>
  )
}
