// breach: browser-takes-named-packages-only
export { fastify } from 'fastify'
