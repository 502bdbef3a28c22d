// A test is not pure code: it may look around.
export const home = process.env['HOME']
