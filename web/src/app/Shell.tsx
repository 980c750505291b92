import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CrumbsPlace } from '../kit/Crumbs'
import { Failure } from '../kit/States'
import { useNarrow, usePhone } from '../kit/usePhone'
import { usePreferences } from '../kit/Preferences'
import { useFresh } from '../engine/fresh'
import { useMe } from '../engine/session'
import { keep, kept } from '../lib/kept'
import { Problem } from '../lib/problem'
import { Offline } from './Offline'
import { Rail } from './Rail'
import { SignInAgain } from './SignInAgain'
import { Tabs } from './Tabs'
import { TopBar } from './TopBar'
import './shell.css'

const loadCommandBar = () => import('./CommandBar')
const CommandBar = lazy(() => loadCommandBar().then((loaded) => ({ default: loaded.CommandBar })))
const LogButton = lazy(() => import('./LogButton').then((loaded) => ({ default: loaded.LogButton })))

/** The frame around all pages of someone who is signed in. */
export function Shell() {
  const { t } = useTranslation()
  const me = useMe()
  useFresh(me.data !== undefined)
  const phone = usePhone()
  const narrow = useNarrow()
  const { language, setLanguage } = usePreferences()
  const [folded, setFolded] = useState(() => kept('rail', false))
  const [searching, setSearching] = useState(false)
  const [searched, setSearched] = useState(false)
  if (searching && !searched) setSearched(true)
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null)

  useEffect(() => {
    // Not part of what is loaded first, but there before anybody asks for it.
    const timer = setTimeout(() => void loadCommandBar(), 1_000)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setSearching(true)
      }
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  const theirs = me.data?.language
  useEffect(() => {
    // A browser that was never told otherwise speaks as the account does.
    if (theirs && localStorage.getItem('flywheel.language') === null && theirs !== language) {
      setLanguage(theirs.startsWith('zh') ? 'zh-CN' : 'en')
    }
  }, [theirs, language, setLanguage])

  const signedOut = me.error instanceof Problem && me.error.status === 401
  if (signedOut && !me.data) return null
  if (me.isError && !me.data) return <Failure error={me.error} retry={() => void me.refetch()} />
  const fold = () => {
    setFolded(!folded)
    keep('rail', !folded)
  }
  return (
    <CrumbsPlace value={crumbs}>
      <a className="skip" href="#page">
        {t('app.skip')}
      </a>
      <div className={folded || narrow ? 'shell shell-folded' : 'shell'}>
        {phone ? null : <Rail folded={folded || narrow} canFold={!narrow} onFold={fold} me={me.data} />}
        <div className="shell-main">
          <TopBar crumbs={setCrumbs} onSearch={() => setSearching(true)} phone={phone} me={me.data} />
          <Offline />
          <main id="page" className="page" tabIndex={-1}>
            {me.data ? <Outlet /> : null}
          </main>
        </div>
        {phone && me.data ? (
          <Suspense fallback={null}>
            <LogButton />
          </Suspense>
        ) : null}
        {phone ? <Tabs me={me.data} /> : null}
      </div>
      <Suspense fallback={null}>
        {searched ? <CommandBar open={searching} onClose={() => setSearching(false)} /> : null}
      </Suspense>
      <SignInAgain />
    </CrumbsPlace>
  )
}
