import { screens as appraisalAccountability } from '../../capabilities/appraisal-accountability/screens/index.tsx'
import { screens as city } from '../../capabilities/city/screens/index.tsx'
import { screens as cobuildIntegration } from '../../capabilities/cobuild-integration/screens/index.tsx'
import { screens as commandResponse } from '../../capabilities/command-response/screens/index.tsx'
import { screens as fourLevelLinkage } from '../../capabilities/four-level-linkage/screens/index.tsx'
import { screens as streetMandate } from '../../capabilities/street-mandate/screens/index.tsx'
import { screens as access } from '../../web/access/index.tsx'
import { screens as account } from '../../web/account/index.tsx'
import { screens as indicators } from '../../web/indicators/index.tsx'
import { screens as deputies } from '../../web/deputies/index.tsx'
import { screens as overview } from '../../web/overview/index.tsx'
import { screens as oversight } from '../../web/oversight/index.tsx'
import { screens as settings } from '../../web/settings/index.tsx'
import { start } from '../../web/shell/start.tsx'

start([
  commandResponse,
  fourLevelLinkage,
  streetMandate,
  cobuildIntegration,
  appraisalAccountability,
  overview,
  indicators,
  city,
  deputies,
  oversight,
  access,
  account,
  settings,
])
