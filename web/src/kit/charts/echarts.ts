import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, registerTheme, use as withParts, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import dark from './echarts.dark.json'
import light from './echarts.light.json'

withParts([
  LineChart,
  BarChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
])
registerTheme('fw-light', light)
registerTheme('fw-dark', dark)

/** Draws into an element until the returned function is called; follows the element's size. */
export function draw(element: HTMLElement, theme: 'light' | 'dark', option: EChartsCoreOption): () => void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const chart = init(element, `fw-${theme}`, { renderer: 'svg' })
  chart.setOption({ ...option, animation: !still, animationDuration: 200 })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(element)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
