// breach: no-floating-promises
const commands = { open: { run: () => Promise.resolve(1) } }

export function start(name: keyof typeof commands) {
  commands[name].run()
}
