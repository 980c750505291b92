import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { Missing } from './Missing'
import { BrokenPage } from './BrokenPage'

const root = createRootRoute({ component: Outlet })

/** Search parameters as they stand in the address: texts, the empty ones left out. */
function texts<K extends string>(...names: K[]) {
  return (search: Record<string, unknown>): { [name in K]?: string } =>
    Object.fromEntries(
      names.filter((name) => search[name] !== undefined).map((name) => [name, String(search[name])]),
    ) as { [name in K]?: string }
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('from'),
  component: lazyRouteComponent(() => import('../features/identity/SignInPage'), 'SignInPage'),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/identity/SignUpPage'), 'SignUpPage'),
})
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
})
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: texts('period', 'home'),
  component: lazyRouteComponent(() => import('../features/home/HomePage'), 'HomePage'),
})
const list = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object',
  validateSearch: texts('view', 'where', 'order', 'columns', 'density', 'widths'),
  component: lazyRouteComponent(() => import('../features/record/ListPage'), 'ListPage'),
})
const tasks = createRoute({
  getParentRoute: () => shell,
  path: '/tasks',
  component: lazyRouteComponent(() => import('../features/tasks/TasksPage'), 'TasksPage'),
})
const board = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/board',
  validateSearch: texts('view', 'where', 'whose', 'stale'),
  component: lazyRouteComponent(() => import('../features/board/BoardPage'), 'BoardPage'),
})
const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/calendar',
  validateSearch: texts('view', 'where', 'whose', 'span', 'on'),
  component: lazyRouteComponent(() => import('../features/calendar/CalendarPage'), 'CalendarPage'),
})
const create = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/new',
  validateSearch: texts('via', 'parent', 'title'),
  component: lazyRouteComponent(() => import('../features/record/CreatePage'), 'CreatePage'),
})
const record = createRoute({
  getParentRoute: () => shell,
  path: '/o/$object/$id',
  validateSearch: texts('part'),
  component: lazyRouteComponent(() => import('../features/record/RecordPage'), 'RecordPage'),
})
const bin = createRoute({
  getParentRoute: () => shell,
  path: '/bin/$object',
  component: lazyRouteComponent(() => import('../features/record/bulk/BinPage'), 'BinPage'),
})
const pipeline = createRoute({
  getParentRoute: () => shell,
  path: '/pipeline',
  validateSearch: texts('period', 'team', 'owner'),
  component: lazyRouteComponent(() => import('../features/home/PipelinePage'), 'PipelinePage'),
})
const leaderboard = createRoute({
  getParentRoute: () => shell,
  path: '/performance/leaderboard',
  validateSearch: texts('metric', 'period', 'by', 'order'),
  component: lazyRouteComponent(() => import('../features/home/LeaderboardPage'), 'LeaderboardPage'),
})
const scorecards = createRoute({
  getParentRoute: () => shell,
  path: '/performance/scorecards',
  component: lazyRouteComponent(() => import('../features/performance/ScorecardsPage'), 'ScorecardsPage'),
})
const scorecard = createRoute({
  getParentRoute: () => shell,
  path: '/performance/scorecards/$name',
  validateSearch: texts('period', 'member', 'metric', 'team'),
  component: lazyRouteComponent(() => import('../features/performance/ScorecardPage'), 'ScorecardPage'),
})
const metrics = createRoute({
  getParentRoute: () => shell,
  path: '/performance/metrics',
  validateSearch: texts('metric', 'period', 'by'),
  component: lazyRouteComponent(() => import('../features/performance/MetricsPage'), 'MetricsPage'),
})

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/InboxPage'), 'InboxPage'),
})

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/exchange/ImportsPage'), 'ImportsPage'),
})
const newImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/new',
  validateSearch: texts('object'),
  component: lazyRouteComponent(() => import('../features/exchange/NewImportPage'), 'NewImportPage'),
})
const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('../features/exchange/ImportPage'), 'ImportPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signUp,
    shell.addChildren([
      inbox,
      home,
      list,
      board,
      calendar,
      tasks,
      create,
      bin,
      imports,
      newImport,
      oneImport,
      record,
      scorecards,
      scorecard,
      metrics,
      pipeline,
      leaderboard,
    ]),
  ]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
    const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
    return text === '' ? '' : '?' + text
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) => <BrokenPage error={error} reset={reset} />,
  defaultNotFoundComponent: () => <Missing />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
