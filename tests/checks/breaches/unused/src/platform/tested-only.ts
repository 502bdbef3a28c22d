import { v7 } from 'uuid'

export const make = v7
