/**
 * Autonomous systems that carry other people's websites (CDN, DDoS protection): an address of theirs in a log is the last hop
 * before the service, not the client. Cloudflare also runs WARP from 13335, whose prefixes count as `relay` and not here.
 */
const CONTENT_NETWORKS: ReadonlySet<number> = new Set([
  13335,
  209242, // Cloudflare
  54113, // Fastly
  20940,
  16625,
  32787,
  12222,
  21342, // Akamai
  19551, // Imperva
  30148, // Sucuri
  60068, // CDN77
  15133, // Edgio
  200325, // bunny.net
])

/** Does this network stand between clients and somebody's service? */
export const isContentNetwork = (network: { readonly asn: number | undefined; readonly kind: string } | undefined): boolean =>
  network?.asn !== undefined && network.kind !== 'relay' && CONTENT_NETWORKS.has(network.asn)
