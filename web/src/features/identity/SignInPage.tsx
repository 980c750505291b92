import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthField } from './AuthField'
import { AuthFrame } from './AuthFrame'
import { useSignIn } from './entry'

export function SignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { from } = useSearch({ strict: false }) as { from?: string }
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const problem = signIn.error

  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate(
      { email, password },
      { onSuccess: () => void navigate({ href: safe(from), replace: true }) },
    )
  }
  return (
    <AuthFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      <form onSubmit={submit} noValidate>
        {problem && problem.faults.length === 0 ? (
          <Alert
            type="error"
            showIcon
            title={problem.status === 0 ? t('state.unreachable') : problem.message}
          />
        ) : null}
        <AuthField id="email" label={t('signIn.email')} fault={problem?.faultOf('email')}>
          <Input
            id="email"
            size="large"
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </AuthField>
        <AuthField id="password" label={t('signIn.password')} fault={problem?.faultOf('password')}>
          <Input.Password
            id="password"
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </AuthField>
        <Button type="primary" size="large" block htmlType="submit" loading={signIn.isPending}>
          {t('signIn.action')}
        </Button>
      </form>
      <p className="auth-other">
        {t('signIn.noWorkspace')} <Link to="/sign-up">{t('signIn.toSignUp')}</Link>
      </p>
    </AuthFrame>
  )
}

/** Only a place within this product: a link from outside must not lead elsewhere after signing in. */
function safe(from: string | undefined): string {
  return from && /^\/(?![/\\])/.test(from) ? from : '/'
}
