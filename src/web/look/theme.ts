import type { ThemeConfig } from 'antd'

/** The same values stand in look.css as variables. Every text colour has at least 4.5:1 on its ground. */
const colours = {
  ink: '#1f2328',
  ink2: '#57606a',
  line: '#d8dde3',
  ground: '#f4f5f7',
  paper: '#ffffff',
  brand: '#b3261e',
  act: '#1a4f94',
  actSoft: '#eaf1fa',
  late: '#b3261e',
  lateSoft: '#fdeeec',
  wait: '#7a4a00',
  waitSoft: '#fdf3df',
  done: '#1b6336',
  doneSoft: '#e9f5ed',
} as const

const fonts = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"PingFang SC"',
  '"HarmonyOS Sans SC"',
  '"Microsoft YaHei"',
  '"Source Han Sans SC"',
  '"Noto Sans CJK SC"',
  '"WenQuanYi Micro Hei"',
  'sans-serif',
].join(', ')

/** Calm and official: neutral greys, one red for the brand line, one blue for what can be done. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.act,
    colorInfo: colours.act,
    colorLink: colours.act,
    colorError: colours.late,
    colorWarning: colours.wait,
    colorSuccess: colours.done,
    colorText: colours.ink,
    colorTextSecondary: colours.ink2,
    colorTextDescription: colours.ink2,
    colorTextPlaceholder: '#6b747e',
    colorBorder: '#c4cbd3',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    fontFamily: fonts,
    fontSize: 14,
    borderRadius: 4,
    sizeStep: 4,
    sizeUnit: 4,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: {
      cellPaddingBlock: 8,
      cellPaddingInline: 12,
      headerBg: '#f0f2f5',
      headerColor: colours.ink2,
      headerSplitColor: 'transparent',
      rowSelectedBg: colours.actSoft,
      rowSelectedHoverBg: '#dfe9f6',
    },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px', labelColor: colours.ink },
    Modal: { titleFontSize: 16 },
  },
}
