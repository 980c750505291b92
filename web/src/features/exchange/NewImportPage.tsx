import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Progress, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObjects } from '../../engine/definitions'
import { Crumbs } from '../../kit/Crumbs'
import { SkeletonRows } from '../../kit/States'
import { usePhone } from '../../kit/usePhone'
import type { Problem } from '../../lib/problem'
import { DryRun } from './DryRun'
import { FileStep } from './FileStep'
import { type ColumnMapping, type Understood, useUpload, type Wish } from './imports'
import { MappingStep } from './MappingStep'
import './exchange.css'

const START: Omit<Wish, 'object'> = {
  sheet: null,
  separator: null,
  charset: null,
  mode: 'insert',
  match: [],
  stopOnFault: false,
  mapping: null,
}

/** From a file to records in three steps: the file, what its columns are, and a look at what would happen. */
export function NewImportPage() {
  const { t } = useTranslation()
  const objects = useObjects()
  const phone = usePhone()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { object?: string }
  const [wish, setWish] = useState<Wish>({ ...START, object: search.object ?? '' })
  const [file, setFile] = useState<File | null>(null)
  const [understood, setUnderstood] = useState<Understood | null>(null)
  const [step, setStep] = useState(0)
  const upload = useUpload()
  const object = objects.data?.find((one) => one.name === wish.object) ?? null
  if (objects.isPending) return <SkeletonRows rows={8} height={44} />

  /** Looks at the file without writing; a file read otherwise than before has other columns. */
  const look = async (next: Wish, to: number) => {
    if (!file) return
    const answer = await upload.run(file, next, true)
    if (!answer) return
    setWish(next.mapping ? next : { ...next, mapping: mappingOf(answer) })
    setUnderstood(answer)
    setStep(to)
  }
  const begin = async () => {
    if (!file) return
    const answer = await upload.run(file, wish, false)
    if (answer) void navigate({ to: '/imports/$id', params: { id: answer.id } })
  }
  return (
    <div className="import-page">
      <Crumbs
        parts={[
          { key: 'imports', node: <Link to="/imports">{t('app.pages.imports')}</Link> },
          { key: 'new', node: t('imports.new') },
        ]}
      />
      <h1>{t('imports.new')}</h1>
      <Steps
        size="small"
        current={step}
        responsive={false}
        titlePlacement={phone ? 'vertical' : 'horizontal'}
        items={(['file', 'mapping', 'check'] as const).map((key) => ({ title: t(`imports.step.${key}`) }))}
      />
      {upload.problem ? <Refusal problem={upload.problem} /> : null}
      {upload.share === null ? null : (
        <div className="import-sending" role="status">
          <span>{t('imports.sending', { file: file?.name ?? '' })}</span>
          <Progress percent={Math.round(upload.share * 100)} size="small" />
          <Button size="small" onClick={upload.cancel}>
            {t('imports.cancel')}
          </Button>
        </div>
      )}
      {step === 0 ? (
        <FileStep
          wish={wish}
          file={file}
          busy={upload.share !== null}
          onFile={setFile}
          onWish={setWish}
          onNext={() => void look({ ...wish, mapping: null }, 1)}
        />
      ) : null}
      {step === 1 && object && understood ? (
        <MappingStep
          object={object}
          understood={understood}
          wish={wish}
          busy={upload.share !== null}
          onWish={setWish}
          onSheet={(sheet) => void look({ ...wish, sheet, mapping: null }, 1)}
          onBack={() => setStep(0)}
          onNext={() => void look(wish, 2)}
        />
      ) : null}
      {step === 2 && object && understood ? (
        <DryRun
          id={understood.id}
          object={object}
          busy={upload.share !== null}
          onAccept={(found) => void look(withValues(wish, found), 2)}
          onBack={() => setStep(1)}
          onBegin={() => void begin()}
        />
      ) : null}
    </div>
  )
}

/** Every column with the field that was guessed; the ones that mean nothing are left out. */
function mappingOf({ columns, fields }: Understood): Record<string, ColumnMapping | null> {
  return Object.fromEntries(
    columns.map((column) => {
      const field = fields[column]?.[0]
      return [column, field ? { field } : null]
    }),
  )
}

/** Keys of the file that are spelt otherwise in the records: read them as these. */
function withValues(wish: Wish, found: { field: string; value: string; as: string }[]): Wish {
  const mapping = Object.fromEntries(
    Object.entries(wish.mapping ?? {}).map(([column, to]) => {
      const mine = found.filter((one) => one.field === to?.field)
      const more = Object.fromEntries(mine.map((one) => [one.value, one.as]))
      return [column, to && mine.length > 0 ? { ...to, values: { ...to.values, ...more } } : to]
    }),
  )
  return { ...wish, mapping }
}

export function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  const said = problem.faults.map((fault) => fault.message)
  const words =
    problem.status === 0 ? [t('state.unreachableWhy')] : said.length > 0 ? said : [problem.hint ?? '']
  return (
    <Alert
      type="error"
      showIcon
      title={problem.status === 0 ? t('state.unreachable') : problem.message}
      description={words.filter(Boolean).map((text) => (
        <div key={text}>{text}</div>
      ))}
    />
  )
}
