import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../kit/Preferences'
import { AuthField } from './AuthField'
import { AuthFrame } from './AuthFrame'
import { useSignUp } from './entry'

export function SignUpPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { language } = usePreferences()
  const signUp = useSignUp()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [sampleData, setSampleData] = useState(true)
  const problem = signUp.error

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wish = { name, email, password, language, template: '', sampleData }
    signUp.mutate(wish, { onSuccess: () => void navigate({ to: '/', replace: true }) })
  }
  const loose = problem?.faults.filter((fault) => !['name', 'email', 'password'].includes(fault.path)) ?? []
  return (
    <AuthFrame title={t('signUp.title')} lead={t('signUp.lead')}>
      <form onSubmit={submit} noValidate>
        {problem && (problem.faults.length === 0 || loose.length > 0) ? (
          <Alert
            type="error"
            showIcon
            title={problem.status === 0 ? t('state.unreachable') : (loose[0]?.message ?? problem.message)}
          />
        ) : null}
        <AuthField
          id="name"
          label={t('signUp.name')}
          fault={problem?.faultOf('name')}
          help={t('signUp.nameHelp')}
        >
          <Input
            id="name"
            size="large"
            autoComplete="organization"
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </AuthField>
        <AuthField id="email" label={t('signIn.email')} fault={problem?.faultOf('email')}>
          <Input
            id="email"
            size="large"
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </AuthField>
        <AuthField
          id="password"
          label={t('signIn.password')}
          fault={problem?.faultOf('password')}
          help={t('signUp.passwordHelp')}
        >
          <Input.Password
            id="password"
            size="large"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </AuthField>
        <Checkbox checked={sampleData} onChange={(event) => setSampleData(event.target.checked)}>
          {t('signUp.sampleData')}
        </Checkbox>
        <Button type="primary" size="large" block htmlType="submit" loading={signUp.isPending}>
          {t('signUp.action')}
        </Button>
      </form>
      <p className="auth-other">
        {t('signUp.haveWorkspace')} <Link to="/sign-in">{t('signUp.toSignIn')}</Link>
      </p>
    </AuthFrame>
  )
}
