import { Button } from 'antd'
import { n } from '../../../kernel/base.ts'
import { n as web } from '../../../web/base.ts'
import { n as kind } from '../kind.ts'

export const Alpha = () => <Button>{n + web + kind}</Button>
