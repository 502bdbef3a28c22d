/**
 * Who may import whom. Each rule is proven by a breach in tests/checks/breaches/boundaries.
 * A test may use what it needs to test with, but never another layer or capability.
 */
const TEST = '\\.test\\.tsx?$'
const TESTING = '^src/.*/testing(\\.tsx?$|/)'
const SCREENS = '^src/capabilities/[^/]+/screens/'
const BROWSER = ['^src/web/', '^src/main/web/', SCREENS]

// What may be sent to a browser. A package that is not named here is refused there.
const BROWSER_PACKAGES =
  'node_modules/(react|react-dom|@simplewebauthn/browser|antd|@ant-design/icons|@tanstack/react-(query|router)|dayjs|idb|echarts|maplibre-gl)/'
const HEAVY_PACKAGES =
  'node_modules/(antd|@ant-design|@rc-component|rc-[a-z-]+|echarts|maplibre-gl)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: [TEST, TESTING] },
      to: { pathNot: '^src/kernel/' },
    },
    {
      name: 'kernel-tests-stay-inside',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^(src|tests|bench)/', pathNot: '^src/kernel/' },
    },
    {
      name: 'pure-files-stay-pure',
      severity: 'error',
      from: { path: '^src/capabilities/([^/]+)/', pathNot: [TEST, TESTING, SCREENS] },
      to: { pathNot: ['^src/kernel/', '^src/capabilities/$1/'] },
    },
    {
      name: 'pure-files-know-no-screen',
      severity: 'error',
      from: { path: '^src/capabilities/', pathNot: [TEST, TESTING, SCREENS] },
      to: { path: SCREENS },
    },
    {
      name: 'capabilities-meet-by-name-only',
      severity: 'error',
      // A story that is tested may lead through several capabilities; what ships may not.
      from: { path: '^src/capabilities/([^/]+)/', pathNot: [TEST, TESTING] },
      to: { path: '^src/capabilities/', pathNot: '^src/capabilities/$1/' },
    },
    {
      name: 'no-list-of-capabilities-outside-main',
      severity: 'error',
      from: { path: '^src/capabilities/[^/]+\\.tsx?$' },
      to: {},
    },
    {
      name: 'shells-know-no-capability',
      severity: 'error',
      from: { path: '^src/(platform|web)/' },
      to: { path: '^src/(capabilities|main)/' },
    },
    {
      name: 'capabilities-know-no-shell',
      severity: 'error',
      from: { path: '^src/capabilities/' },
      to: { path: '^src/(platform|main)/' },
    },
    {
      name: 'browser-never-touches-the-server',
      severity: 'error',
      from: { path: BROWSER },
      to: { path: ['^src/platform/', '^src/main/(?!web/)'] },
    },
    {
      name: 'server-never-touches-the-browser',
      severity: 'error',
      from: { path: '^src/(platform|main)/', pathNot: '^src/main/web/' },
      to: { path: BROWSER },
    },
    {
      name: 'browser-has-no-node',
      severity: 'error',
      from: { path: BROWSER, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-takes-named-packages-only',
      severity: 'error',
      from: { path: BROWSER, pathNot: TEST },
      to: { path: 'node_modules/', pathNot: BROWSER_PACKAGES },
    },
    {
      name: 'residents-load-little',
      severity: 'error',
      from: { path: '^src/web/(residents|grid)/' },
      to: { path: HEAVY_PACKAGES, reachable: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: [TEST, TESTING] },
      to: { path: ['^tests/', TEST, TESTING] },
    },
    {
      name: 'tests-import-no-test',
      severity: 'error',
      from: { path: [TEST, '^tests/'] },
      to: { path: TEST },
    },
    {
      name: 'shipped-code-needs-no-dev-package',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST, TESTING] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/checks/breaches/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
    },
  },
}
