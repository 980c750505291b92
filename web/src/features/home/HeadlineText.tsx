import { useTranslation } from 'react-i18next'
import { useMetrics } from '../../engine/figures/documents'
import { useProgress } from '../../engine/figures/standing'
import { isNegative, metricText, percentText, size } from '../../engine/figures/words'
import { periodName } from '../../kit/periods'
import { usePreferences } from '../../kit/Preferences'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'
import { fill } from './headline'
import type { Headline } from './homes'
import { useKeptHeight } from './keptHeight'

/** What is the case, in one sentence; the place is kept while it is not known. */
export function HeadlineText({ headline, period }: { headline: Headline; period: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = usePreferences()
  const metric = useMetrics().data?.find((one) => one.name === headline.metric)
  const { data, isError } = useProgress(headline.metric, period, headline.by)
  const ready = data !== undefined && metric !== undefined
  const { box, height } = useKeptHeight(`headline.${headline.by}`, 20, ready)
  if (isError) return null
  if (!data || !metric) return <p className="page-lead headline" style={{ height }} />
  const { figure, pace } = data
  const text = (value: unknown) => metricText(metric, value, language)
  const behind = isNegative(pace?.ahead)
  const sentence =
    decimalOf(pace?.ahead) === null ? headline.plain : behind ? headline.behind : headline.ahead
  const pieces = fill(format.label(sentence), {
    period: periodName(period, language),
    whose: data.of?.title ?? t('home.everybody'),
    elapsed: percentText(pace?.elapsed),
    value: text(figure.value),
    target: text(figure.target),
    attainment: percentText(figure.attainment),
    gap: text(size(pace?.ahead)),
    needed: text(pace?.needed),
    left: pace ? String(pace.daysLeft) : null,
  })
  return (
    <div ref={box} className="page-lead headline">
      {pieces.map((piece, index) =>
        piece.slot === 'gap' ? (
          <strong key={index} className={behind ? 'tone-bad' : 'tone-good'}>
            {piece.text}
          </strong>
        ) : piece.slot === 'value' || piece.slot === 'needed' ? (
          <strong key={index}>{piece.text}</strong>
        ) : (
          piece.text
        ),
      )}
    </div>
  )
}
