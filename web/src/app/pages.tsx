import {
  ChartNoAxesColumn,
  Gauge,
  House,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Trophy,
  Upload,
} from 'lucide-react'

/** The pages of the product beside those of objects. Rail, tabs and command bar show them from here. */
export interface Page {
  key: 'home' | 'tasks' | 'pipeline' | 'scorecards' | 'leaderboard' | 'metrics' | 'imports'
  to: string
  Icon: LucideIcon
}

export const HOME: Page = { key: 'home', to: '/', Icon: House }
export const TASKS: Page = { key: 'tasks', to: '/tasks', Icon: ListChecks }
export const PIPELINE: Page = { key: 'pipeline', to: '/pipeline', Icon: ChartNoAxesColumn }
export const IMPORTS: Page = { key: 'imports', to: '/imports', Icon: Upload }
export const PERFORMANCE: Page[] = [
  { key: 'scorecards', to: '/performance/scorecards', Icon: Gauge },
  { key: 'leaderboard', to: '/performance/leaderboard', Icon: Trophy },
  { key: 'metrics', to: '/performance/metrics', Icon: ListOrdered },
]
