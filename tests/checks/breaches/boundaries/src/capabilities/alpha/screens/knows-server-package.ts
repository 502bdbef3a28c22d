// breach: browser-takes-named-packages-only
export { Pool } from 'pg'
