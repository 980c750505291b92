import { useObjects } from '../../engine/definitions'
import type { ObjectDefinition } from '../../engine/documents'
import type { Funnel } from '../../engine/figures/standing'
import { useFormat } from '../../kit/useFormat'

/** What a stage is called. */
export function useStageLabel(object: ObjectDefinition | undefined) {
  const format = useFormat()
  const field = object?.fields.find((one) => one.name === object.stagePath?.field)
  return (stage: string) => {
    const option = field?.type.options.find((one) => one.key === stage)
    return option ? format.label(option.label) : stage
  }
}

export function useFunnelObject(name: string): ObjectDefinition | undefined {
  return useObjects().data?.find((one) => one.name === name)
}

/** The condition of a list for the records that entered a stage in the funnel's period; null if it cannot be asked. */
export function enteredWhere(
  object: ObjectDefinition | undefined,
  funnel: Funnel,
  stage: string,
  where: string,
) {
  const events = object?.stagePath?.events
  const lines = object?.fields.find(
    (field) => field.type.kind === 'lines' && field.type.object === events?.object,
  )
  if (!events || !lines || !funnel.period.first || !funnel.period.last) return null
  const { first, last } = funnel.period
  const when = `${events.at} >= date("${first}") and ${events.at} <= date("${last}")`
  const entered = `count(${lines.name} where ${events.to} = ${JSON.stringify(stage)} and ${when}) > 0`
  return where === '' ? entered : `${entered} and (${where})`
}
