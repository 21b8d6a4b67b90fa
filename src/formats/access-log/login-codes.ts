/** The tables stand in the room because load balancers, caches and firewalls in front of a site see the same requests. */
export { apiStatuses, loginPaths, statuses } from '../web-login-codes.ts'
export { webActs } from '../web-act-codes.ts'
