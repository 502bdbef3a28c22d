// breach: shipped-code-needs-no-dev-package
export { chromium } from 'playwright-core'
