/**
 * One address for each host of 'postgres://…@host1:5432,host2:5432/name', which is how PostgreSQL's
 * own programs are told of several servers.
 */
export function serverUrls(text: string): readonly string[] {
  const [, before = '', hosts = '', after = ''] =
    /^(\w+:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/.exec(text) ?? []
  return hosts.includes(',') ? hosts.split(',').map((host) => before + host + after) : [text]
}
