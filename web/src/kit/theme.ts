import { theme as antTheme, type ThemeConfig } from 'antd'
import tokens from './antd-theme.json'
import type { Theme } from './Preferences'

type Tokens = Record<string, unknown>

/** The dark algorithm recomputes its seed colours; these must stay as the tokens say. */
const SEEDS = ['colorPrimary', 'colorInfo', 'colorSuccess', 'colorWarning', 'colorError', 'colorLink']

type Algorithm = typeof antTheme.darkAlgorithm

const darkAlgorithm: Algorithm = (seed, map) => {
  const dark = tokens.dark.token as Tokens
  const fixed = Object.fromEntries(SEEDS.map((name) => [name, dark[name]]))
  return { ...antTheme.darkAlgorithm(seed, map), ...fixed }
}

export function antThemeOf(theme: Theme, phone: boolean): ThemeConfig {
  const source = tokens[theme]
  return {
    algorithm: theme === 'dark' ? darkAlgorithm : antTheme.defaultAlgorithm,
    token: { ...source.token, ...(phone ? { controlHeight: 44, fontSize: 14 } : {}) },
    components: source.components,
    cssVar: { key: 'fw' },
    hashed: false,
  }
}
