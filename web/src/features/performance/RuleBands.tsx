import { useTranslation } from 'react-i18next'
import { compare } from '../../lib/decimal'
import type { Band, Rule } from '../../engine/figures/documents'

/** The scoring rule in words; for bands, the one that applied is marked. */
export function RuleBands({ rule, input }: { rule: Rule; input: string | null }) {
  const { t } = useTranslation()
  if (rule.type !== 'banded') {
    const {
      at = '',
      pass = '100',
      fail = '0',
      cap = '',
      zeroAt = '',
      fullAt = '',
      floor = '0',
    } = rule.numbers
    return <p>{t(`performance.ruleText.${rule.type}`, { at, pass, fail, cap, zeroAt, fullAt, floor })}</p>
  }
  return (
    <div className="bands">
      {rule.bands.map((band) => (
        <span key={`${band.from}-${band.to}`} className={holds(band, input) ? 'band band-here' : 'band'}>
          {range(band)}
          <strong>{t('performance.bandScore', { score: band.score })}</strong>
        </span>
      ))}
    </div>
  )
}

/** An edge belongs to the band above it. */
export function holds(band: Band, input: string | null): boolean {
  if (input === null) return false
  return (
    (band.from === null || compare(input, band.from) >= 0) &&
    (band.to === null || compare(input, band.to) < 0)
  )
}

function range(band: Band): string {
  if (band.from === null) return `< ${band.to}`
  return band.to === null ? `≥ ${band.from}` : `${band.from}–${band.to}`
}
