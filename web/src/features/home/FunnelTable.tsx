import { useTranslation } from 'react-i18next'
import type { Funnel } from '../../engine/figures/standing'
import { percentText } from '../../engine/figures/words'
import { TableScroll } from '../../kit/TableScroll'
import { useFormat } from '../../kit/useFormat'
import { decimalOf } from '../../lib/json'
import { useFunnelObject, useStageLabel } from './funnel'
import { intervalText } from './FunnelChart'

/** The figures of a funnel, each conversion with what it is made of. */
export function FunnelTable({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useStageLabel(useFunnelObject(funnel.object))
  return (
    <TableScroll label={t('home.conversion')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('home.stage')}</th>
            <th scope="col" className="end">
              {t('home.entered')}
            </th>
            <th scope="col" className="end">
              {t('home.sum')}
            </th>
            <th scope="col" className="end">
              {t('home.wentOn')}
            </th>
            <th scope="col" className="end">
              {t('home.conversion')}
            </th>
            <th scope="col" className="end">
              {t('home.interval')}
            </th>
            <th scope="col" className="end">
              {t('home.yearBefore')}
            </th>
            <th scope="col">{t('home.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {funnel.steps.map((step) => (
            <tr key={step.stage}>
              <th scope="row">{label(step.stage)}</th>
              <td className="end">{format.figure(String(step.entered))}</td>
              <td className="end">
                {decimalOf(step.sum) === null ? '–' : format.short(decimalOf(step.sum) ?? '0')}
              </td>
              <td className="end quiet">
                {step.outcome === 'won' ? '–' : `${step.conversion.hits} / ${step.conversion.trials}`}
              </td>
              <td className="end strong">{percentText(step.conversion.rate) ?? '–'}</td>
              <td className="end quiet">{intervalText(step.conversion) || '–'}</td>
              <td className="end quiet">
                {percentText(step.baseline.rate) ?? '–'}
                {step.baseline.trials > 0 ? ` (${step.baseline.trials})` : ''}
              </td>
              <td>{step.outcome === 'won' ? '' : t(`home.verdictOf.${step.verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
