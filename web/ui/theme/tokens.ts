/**
 * The console's colours, as CSS variables and for antd. Every text colour has 4.5 : 1 on ground, paper and band,
 * in both schemes; the test of the tokens measures it.
 */
export type Colours = Record<
  | 'ground'
  | 'paper'
  | 'raised'
  | 'band'
  | 'hair'
  | 'line'
  | 'ink'
  | 'soft'
  | 'accent'
  | 'on-accent'
  | 'link'
  | 'focus'
  | 'met'
  | 'ahead'
  | 'ontrack'
  | 'behind'
  | 'missed'
  | 'outside'
  | 'none'
  | 'track'
  | 'scale1'
  | 'scale2'
  | 'scale3'
  | 'scale4'
  | 'scale5',
  string
>

const light: Colours = {
  ground: '#f4f5f3',
  paper: '#ffffff',
  raised: '#ffffff',
  band: '#f0f2f1',
  hair: '#e4e7e6',
  line: '#c9cfce',
  ink: '#1d2730',
  soft: '#55626c',
  accent: '#1c5a8c',
  'on-accent': '#ffffff',
  link: '#17558a',
  focus: '#0b63b5',
  met: '#1b6e43',
  ahead: '#1b6e43',
  ontrack: '#17558a',
  behind: '#8f4d00',
  missed: '#ab2a20',
  outside: '#8f4d00',
  none: '#55626c',
  track: '#dfe4e3',
  scale1: '#eef3f5',
  scale2: '#d5e3ec',
  scale3: '#b3cfe0',
  scale4: '#8db7d2',
  scale5: '#6a9fc4',
}

const dark: Colours = {
  ground: '#12171b',
  paper: '#1a2025',
  raised: '#222a30',
  band: '#20272d',
  hair: '#2b343b',
  line: '#46525b',
  ink: '#e6eaec',
  soft: '#a9b4bc',
  accent: '#2f74ab',
  'on-accent': '#ffffff',
  link: '#8bbde6',
  focus: '#8bbde6',
  met: '#76c79a',
  ahead: '#76c79a',
  ontrack: '#8bbde6',
  behind: '#e6b069',
  missed: '#f19a90',
  outside: '#e6b069',
  none: '#a9b4bc',
  track: '#323c44',
  scale1: '#20292f',
  scale2: '#233746',
  scale3: '#26475f',
  scale4: '#285778',
  scale5: '#2a6791',
}

export const palette = { light, dark }

/** What canvases draw with, where `--font` of base.css is not read. The machine's own Chinese face first: nothing is downloaded, nothing jumps. */
export const fontStack =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif"
