import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ME, type Me } from '../engine/session'
import { send } from '../lib/http'
import { Problem } from '../lib/problem'
import { answerWaiting, useEnded } from './ended'

/** The session has ended: sign in over the page, and everything goes on where it was. */
export function SignInAgain() {
  return useEnded() ? <Dialog /> : null
}

function Dialog() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const before = client.getQueryData<Me>(ME)
  const [email, setEmail] = useState(before?.account?.email ?? '')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const signIn = async () => {
    setBusy(true)
    setFault(null)
    try {
      await send('POST', '/api/session', { body: { email, password } })
      const { data: me } = await send<Me>('GET', '/api/me', { again: true })
      const same = before === undefined || before.member.id === me.member.id
      if (!same) {
        location.reload()
        return
      }
      client.setQueryData(ME, me)
      answerWaiting(true)
      void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
    } catch (failure) {
      setFault(failure instanceof Problem ? failure.message : String(failure))
      setBusy(false)
    }
  }
  const leave = () => {
    answerWaiting(false)
    client.clear()
    void navigate({ to: '/sign-in' })
  }
  return (
    <Modal
      open
      title={t('ended.title')}
      footer={null}
      closable={false}
      width={400}
      mask={{ closable: false }}
    >
      <form
        className="sign-in-again"
        onSubmit={(event) => {
          event.preventDefault()
          void signIn()
        }}
      >
        <p>{t('ended.why')}</p>
        <label htmlFor="again-email" className="field-label">
          {t('signIn.email')}
        </label>
        <Input
          id="again-email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <label htmlFor="again-password" className="field-label">
          {t('signIn.password')}
        </label>
        <Input.Password
          id="again-password"
          autoComplete="current-password"
          autoFocus
          value={password}
          status={fault ? 'error' : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        {fault ? (
          <div className="field-fault" role="alert">
            {fault}
          </div>
        ) : null}
        <div className="sign-in-again-actions">
          <Button onClick={leave}>{t('ended.leave')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('ended.goOn')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
