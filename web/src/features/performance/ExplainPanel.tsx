import { Button, Drawer } from 'antd'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SkeletonRows } from '../../kit/States'
import { useFormat } from '../../kit/useFormat'
import { usePreferences } from '../../kit/Preferences'
import { usePhone } from '../../kit/usePhone'
import { decimalOf } from '../../lib/json'
import { asPercent, ruleInput, type ScoreLine, useSheet } from '../../engine/figures/answers'
import type { Metric, Scorecard, ScorecardLine } from '../../engine/figures/documents'
import { MetricFigure, Scored } from '../../engine/figures/figures'
import { RuleBands } from './RuleBands'
import { RowsBehind } from './RowsBehind'
import type { ReactNode } from 'react'

interface Props {
  scorecard: Scorecard
  metric: Metric | undefined
  period: string
  member: string
  onClose: () => void
}

/** Beside the table, not over it: how a figure came about, in five blocks. On a phone a page of its own. */
export function ExplainPanel(props: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = usePhone()
  const title = props.metric ? format.label(props.metric.label) : ''
  const line = props.scorecard.lines.find((one) => one.metric === props.metric?.name)
  if (phone) {
    return (
      <Drawer open onClose={props.onClose} size="100%" title={title}>
        <Explanation {...props} />
      </Drawer>
    )
  }
  return (
    <aside className="explain" aria-label={t('performance.explainOf', { metric: title })}>
      <header className="explain-head">
        <h2>{title}</h2>
        {line ? <LineTag line={line} /> : null}
        <Button
          type="text"
          icon={<X size={16} aria-hidden="true" />}
          aria-label={t('performance.close')}
          onClick={props.onClose}
        />
      </header>
      <Explanation {...props} />
    </aside>
  )
}

function Explanation({ scorecard, metric, period, member }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = usePreferences()
  const sheet = useSheet(scorecard.name, member, period, language)
  const line = scorecard.lines.find((one) => one.metric === metric?.name)
  const values = sheet.data?.row.lines.find((one) => one.metric === metric?.name)
  const explanation = sheet.data?.lines.find((one) => one.metric === metric?.name)
  if (!metric || !line || !values) return <SkeletonRows rows={8} height={32} />
  return (
    <>
      <section className="explain-block">
        <h3>
          {t('performance.how', {
            points:
              decimalOf(values.points) === null ? '–' : format.figure(decimalOf(values.points) ?? '0', 1),
          })}
        </h3>
        <Arithmetic metric={metric} values={values} weight={line.weight} />
        {explanation?.steps.map((words) => (
          <p key={words.text} className="explain-step">
            {words.text}
          </p>
        ))}
      </section>
      <section className="explain-block">
        <h3>{t('performance.definition')}</h3>
        <p>{format.label(metric.description)}</p>
        <pre className="expression">
          {metric.expressions.join('\n÷ ')}
          {metric.where ? `\nwhere ${metric.where}` : ''}
        </pre>
      </section>
      <section className="explain-block">
        <h3>{t('performance.rule')}</h3>
        <RuleBands rule={line.rule} input={ruleInput(explanation)} />
      </section>
      <section className="explain-block">
        <RowsBehind metric={metric} period={period} member={member} />
      </section>
      <footer className="explain-foot">
        {t('performance.revision', { revision: sheet.data?.version })}
        {' · '}
        {sheet.data ? t('performance.computed', { at: format.moment(sheet.data.at) }) : null}
      </footer>
    </>
  )
}

/** What the line is about, and how much it counts. */
function LineTag({ line }: { line: ScorecardLine }) {
  const { t, i18n } = useTranslation()
  const { group } = line
  const about = group && i18n.exists(`group.${group}`) ? t(`group.${group}`) : group
  return (
    <span className="tag">
      {[about, t('performance.weightOf', { weight: line.weight })].filter(Boolean).join(' · ')}
    </span>
  )
}

/** Actual ÷ target = attainment → score × weight, with each figure's name below it. */
function Arithmetic({ metric, values, weight }: { metric: Metric; values: ScoreLine; weight: string }) {
  const { t } = useTranslation()
  const target = decimalOf(values.target)
  const attainment = asPercent(values.attainment)
  return (
    <div className="arithmetic">
      <Term name={t('performance.actual')}>
        <MetricFigure metric={metric} value={values.actual} />
      </Term>
      {target === null ? null : (
        <>
          <i>÷</i>
          <Term name={t('performance.target')}>
            <MetricFigure metric={metric} value={values.target} />
          </Term>
        </>
      )}
      {attainment === null || target === null ? null : (
        <>
          <i>=</i>
          <Term name={t('performance.attainment')}>
            <Scored value={attainment} suffix="%" />
          </Term>
        </>
      )}
      <i>→</i>
      <Term name={t('performance.score')}>
        <Scored value={values.score} />
      </Term>
      <i>×</i>
      <Term name={t('performance.weight')}>{weight}%</Term>
    </div>
  )
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="term">
      <strong>{children}</strong>
      <small>{name}</small>
    </span>
  )
}
