/** What people call the parts of a request, in objects that they write themselves. */
export const TIMES = ['time', 'timestamp', '@timestamp', 'ts', 'date']
export const METHODS = ['method', 'request_method', 'http_method', 'verb']
export const TARGETS = ['uri', 'url', 'path', 'request_uri', 'request_path', 'http_path', 'requested_uri']
export const ADDRESSES =
  'remote_addr remote_ip remoteAddr remoteIP remoteIp remote_address remote_host client_ip clientip clientIp clientIP ip'.split(' ')
export const STATUSES = ['status', 'status_code', 'statusCode', 'response']
/** Whoever names a person wrote an application's log: what it knows must not be lost. */
export const OF_PERSONS = 'user username user_name user_id userId email login account uid sub uname'.split(' ')
/** As does whoever names a part of a program. */
export const OF_APPLICATIONS = [...OF_PERSONS, ...'controller component logger params msg event action'.split(' ')]
