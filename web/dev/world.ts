import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

type Document = Record<string, unknown>
export type Row = Record<string, unknown> & { id: string; version: number }

const apps = join(import.meta.dirname, '../../apps')

/** The packaged apps' own documents, so that the face is built against what the product really ships. */
export function documents(kind: string): { name: string; app: string; document: Document }[] {
  const folders = readdirSync(apps)
    .map((app) => ({ app, folder: join(apps, app, kind + 's') }))
    .filter(({ folder }) => existsSync(folder))
  return folders.flatMap(({ app, folder }) =>
    readdirSync(folder).map((file) => ({
      name: basename(file, '.yaml'),
      app,
      document: parse(readFileSync(join(folder, file), 'utf8')) as Document,
    })),
  )
}

const PEOPLE = ['林晓雯', '周子昂', '赵思敏', '何佳怡', '王海涛', '刘畅', '孙一鸣', '徐磊']
const FIRMS = [
  '华铸重工集团',
  '瑞衡医械',
  '高邦钢铁',
  '丰泽生物',
  '桐庐铝业',
  '中科精密',
  '星桥汽配',
  '鹏程玻璃',
]
const WORK = ['设备联网二期', '质量追溯', '边缘网关', '能耗管理', 'MES 一期', '预测性维护', '远程运维']

/** The same figures at every start. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const named = (id: string, title: string) => ({ id, title })
export const members = PEOPLE.map((name, index) => named(`m${index}`, name))
const accounts = FIRMS.map((name, index) => named(`a${index}`, name))

function base(id: string, index: number): Row {
  const at = new Date(Date.UTC(2026, 10, 23, 9, 0) - index * 3_600_000).toISOString()
  const by = members[index % members.length]
  return { id, version: 1, created_at: at, updated_at: at, created_by: by, updated_by: by }
}

function deals(count: number): Row[] {
  const roll = dice(7)
  const stages = ['prospecting', 'engaging', 'proposal', 'negotiation', 'won', 'lost']
  return Array.from({ length: count }, (_, index) => {
    const account = accounts[roll(accounts.length)]
    return {
      ...base(`o${index}`, index),
      name: `${account?.title} · ${WORK[roll(WORK.length)]}`,
      account,
      owner: members[roll(members.length)],
      stage: stages[roll(stages.length)],
      amount: index === 0 ? '12345678901234567.89' : `${(roll(300) + 5) * 10000}.00`,
      probability: roll(10) * 10,
      weighted: `${roll(200) * 10000}.00`,
      close_date: `2026-${String(10 + roll(3)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`,
      next_step: roll(3) ? '周三 10:00 现场技术验证' : null,
      note: roll(2) ? '三厂停机窗口定在周三上午，希望现场看 64 台网关接入老设备的效果。' : null,
    }
  })
}

export const tables: Record<string, Row[]> = {
  opportunity: deals(2400),
  account: accounts.map((account, index) => ({
    ...base(account.id, index),
    name: account.title,
    owner: members[index],
  })),
  member: members.map((member, index) => ({ ...base(member.id, index), name: member.title, active: true })),
}

export function board(): { rows: Document[]; version: number; at: string } {
  const roll = dice(11)
  const lines = (documents('scorecard')[0]?.document.lines ?? []) as Document[]
  const rows = members.map((member, index) => {
    const scored = lines.map((line) => {
      const score = 50 + roll(70)
      const points = ((Number(line.weight) * score) / 100).toFixed(2)
      const figures = { actual: `${roll(900)}0000.00`, target: '4000000.00', attainment: `${score / 100}` }
      return { metric: line.metric, weight: line.weight, ...figures, score, points, few: false }
    })
    const score = index < 2 ? '93.30' : (88.1 - index * 3).toFixed(2)
    return { rank: index < 2 ? 1 : index + 1, member, team: null, score, lines: scored }
  })
  return { rows, version: 4, at: '2026-11-23T09:00:00Z' }
}

export function sheet(member: string): Document {
  const { rows, version, at } = board()
  const row = rows.find((one) => (one.member as { id: string }).id === member) ?? rows[0]
  const lines = ((row?.lines ?? []) as Document[]).map((line) => ({
    metric: line.metric,
    records: 17,
    steps: [
      {
        step: { code: 'banded', inputs: { percent: line.score }, result: null },
        text: `${String(line.score)} 分`,
      },
    ],
  }))
  return { row, ranked: rows.length, lines, total: [], version, at }
}
