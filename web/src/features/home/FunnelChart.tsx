import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Funnel, FunnelStep, Share } from '../../engine/figures/standing'
import { percentText } from '../../engine/figures/words'
import { useFormat } from '../../kit/useFormat'
import { usePhone } from '../../kit/usePhone'
import { decimalOf } from '../../lib/json'
import { enteredWhere, useFunnelObject, useStageLabel } from './funnel'

interface Props {
  funnel: Funnel
  /** The condition it was asked with. */
  where: string
}

const HEIGHT = 116

/** A column for each stage as high as many entered it; between them what share went on, against the year before. */
export function FunnelChart({ funnel, where }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const object = useFunnelObject(funnel.object)
  const label = useStageLabel(object)
  const most = Math.max(1, ...funnel.steps.map((step) => step.entered))
  const height = (step: FunnelStep) => Math.max(2, Math.round((step.entered / most) * HEIGHT))
  return (
    <div className={phone ? 'funnel funnel-phone' : 'funnel'}>
      {funnel.steps.map((step, index) => {
        const before = funnel.steps[index - 1]
        const next = funnel.steps[index + 1]
        const low = before?.verdict === 'BELOW'
        return (
          <Fragment key={step.stage}>
            <div className="funnel-step">
              <span className="funnel-label ellipsis">{label(step.stage)}</span>
              <Entered
                step={step}
                where={enteredWhere(object, funnel, step.stage, where)}
                object={funnel.object}
              />
              <span className="funnel-drawing" aria-hidden="true">
                <span
                  className={low ? 'funnel-bar funnel-low' : 'funnel-bar'}
                  style={phone ? { width: `${(step.entered / most) * 100}%` } : { height: height(step) }}
                />
                {next && !phone ? (
                  <svg
                    className={step.verdict === 'BELOW' ? 'funnel-link funnel-link-low' : 'funnel-link'}
                    viewBox={`0 0 10 ${HEIGHT}`}
                    preserveAspectRatio="none"
                  >
                    <polygon
                      points={`0,${HEIGHT - height(step)} 10,${HEIGHT - height(next)} 10,${HEIGHT} 0,${HEIGHT}`}
                    />
                  </svg>
                ) : null}
              </span>
              <span className="funnel-rate">
                {before ? <Rate step={before} /> : <span className="quiet">{t('home.entry')}</span>}
              </span>
            </div>
          </Fragment>
        )
      })}
    </div>
  )
}

function Entered({ step, where, object }: { step: FunnelStep; where: string | null; object: string }) {
  const format = useFormat()
  const sum = decimalOf(step.sum)
  const content = (
    <>
      <strong>{format.figure(String(step.entered))}</strong>
      {sum === null ? null : <span className="quiet"> {format.short(sum)}</span>}
    </>
  )
  return where === null || step.entered === 0 ? (
    <span className="funnel-count">{content}</span>
  ) : (
    <Link to="/o/$object" params={{ object }} search={{ view: '-', where }} className="funnel-count">
      {content}
    </Link>
  )
}

/** What share of the decided went on, its interval, and the year before; marked only when the interval leaves that out. */
function Rate({ step }: { step: FunnelStep }) {
  const { t } = useTranslation()
  const rate = percentText(step.conversion.rate)
  if (rate === null) return <span className="quiet">{t('home.undecided')}</span>
  const tone = step.verdict === 'BELOW' ? 'tone-bad' : step.verdict === 'ABOVE' ? 'tone-good' : ''
  return (
    <>
      <strong className={tone}>{rate}</strong>{' '}
      <span
        className="quiet"
        title={t('home.ofDecided', { hits: step.conversion.hits, trials: step.conversion.trials })}
      >
        {intervalText(step.conversion)}
      </span>
      <br />{' '}
      <span className="quiet">
        {step.verdict === 'FEW'
          ? t('home.fewDecided', { trials: step.conversion.trials })
          : t('home.baseline', { rate: percentText(step.baseline.rate) })}
      </span>
    </>
  )
}

/** `58–71%` */
export function intervalText(share: Share): string {
  const low = percentText(share.low, 0)
  const high = percentText(share.high, 0)
  return low === null || high === null ? '' : `${low.replace('%', '')}–${high}`
}
