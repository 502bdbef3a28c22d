/**
 * What the embedded server runs with, given on its command line so that no edited file can take
 * durability away. Small by default: it shares its machine with the application.
 */
export function serverFlags(port: number, mark: string): readonly string[] {
  const settings = { ...fixed, port: String(port), cluster_name: mark }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const fixed = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  listen_addresses: '127.0.0.1',
  // A socket's path is limited to about 100 bytes; a home folder's is not.
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '64MB',
  // Bounds how long recovery lasts after a crash.
  max_wal_size: '1GB',
  // Plans made while a table was empty are kept until it is looked at: early, in a young city.
  autovacuum_naptime: '10s',
  jit: 'off',
  io_method: 'sync',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // The database outlives a killed application, so its log cannot be a pipe to it.
  logging_collector: 'on',
  log_directory: 'log',
  // A week of files, each overwritten when its weekday comes round.
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_checkpoints: 'off',
  // DETAIL lines quote rows, and rows hold people's data.
  log_error_verbosity: 'terse',
} as const
