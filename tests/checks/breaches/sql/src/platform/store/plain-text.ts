// breach: channel
import { client } from './database.ts'

export const hear = () => client.query('listen news')
