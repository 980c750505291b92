import { Checkbox, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Board, useBoard } from '../../engine/figures/answers'
import type { Metric, Scorecard } from '../../engine/figures/documents'
import { movePeriod, periodText } from '../../kit/periods'
import { RankingTable } from './RankingTable'
import { ScoreStrip } from './ScoreStrip'

interface Props {
  scorecard: Scorecard
  metrics: Metric[]
  board: Board
  period: string
  team: string | null
  me: string | null
  stale: boolean
  onTeam: (team: string | undefined) => void
  onOpen: (member: string) => void
}

/** Everybody on the card: where the scores lie, then a table to compare, as a heat map or as figures. */
export function TeamCard({ scorecard, metrics, board, period, team, me, stale, onTeam, onOpen }: Props) {
  const { t } = useTranslation()
  const [mode, setMode] = useState<'scores' | 'actuals'>('scores')
  const [compared, setCompared] = useState(false)
  const before = movePeriod(period, -1)
  const former = useBoard(scorecard.name, before, compared)
  const teams = new Map(board.rows.flatMap((row) => (row.team ? [[row.team.id, row.team.title ?? '–']] : [])))
  const rows = team ? board.rows.filter((row) => row.team?.id === team) : board.rows
  return (
    <>
      <section className="team-strip">
        <ScoreStrip rows={rows} member="" />
      </section>
      <div className="team-tools">
        <Segmented
          aria-label={t('performance.shownAs')}
          value={mode}
          options={[
            { value: 'scores', label: t('performance.heatMap') },
            { value: 'actuals', label: t('performance.actuals') },
          ]}
          onChange={(next) => setMode(next as typeof mode)}
        />
        {teams.size > 1 || team ? (
          <Select
            aria-label={t('performance.team')}
            className="team-choice"
            showSearch={{ optionFilterProp: 'label' }}
            value={team ?? ''}
            options={[
              { value: '', label: t('performance.everyTeam') },
              ...[...teams].map(([value, label]) => ({ value, label })),
            ]}
            onChange={(next: string) => onTeam(next || undefined)}
          />
        ) : null}
        <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
          {t('performance.compare', { period: periodText(before) })}
        </Checkbox>
        {mode === 'scores' ? <span className="quiet heat-key">{t('performance.heatKey')}</span> : null}
      </div>
      <RankingTable
        scorecard={scorecard}
        metrics={metrics}
        board={board}
        former={compared ? (former.data ?? null) : null}
        mode={mode}
        rows={rows}
        me={me}
        stale={stale}
        onOpen={onOpen}
      />
    </>
  )
}
