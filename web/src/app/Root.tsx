import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect } from 'react'
import { ME } from '../engine/session'
import { whenSignedOut } from '../lib/http'
import { Problem } from '../lib/problem'
import { watchNetwork } from '../lib/reach'
import { PreferencesProvider, usePreferences } from '../kit/Preferences'
import { antThemeOf } from '../kit/theme'
import { usePhone } from '../kit/usePhone'
import { Undos } from '../kit/undo'
import { askToSignIn } from './ended'
import { router } from './router'

/** Asking again helps against a lost connection or a busy server, never against a refusal. */
function worthRetry(count: number, error: unknown): boolean {
  return count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502)
}

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetry, staleTime: 10_000, refetchOnWindowFocus: true },
    // Without a network a save says so at once, instead of waiting unseen until there is one.
    mutations: { networkMode: 'always' },
  },
})

function Dressed({ children }: { children: ReactNode }) {
  const { language, theme } = usePreferences()
  const phone = usePhone()
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider
      theme={antThemeOf(theme, phone)}
      locale={language === 'zh-CN' ? zh : en}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp className="app">
        {children}
        <Undos />
      </AntApp>
    </ConfigProvider>
  )
}

export function Root() {
  useEffect(() => {
    watchNetwork()
    whenSignedOut(() => {
      const { pathname, href } = router.state.location
      if (pathname.startsWith('/sign-')) return Promise.resolve(false)
      // Who was at work signs in over the page; who comes anew is sent to the door and back.
      if (queryClient.getQueryData(ME) !== undefined) return askToSignIn()
      queryClient.removeQueries({ queryKey: ME })
      void router.navigate({ to: '/sign-in', search: { from: href } })
      return Promise.resolve(false)
    })
  }, [])
  return (
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider>
        <Dressed>
          <RouterProvider router={router} />
        </Dressed>
      </PreferencesProvider>
    </QueryClientProvider>
  )
}
