/** A block of addresses of one operator, all used for one kind of line. */
export interface NetworkBlock {
  readonly cidr: string
  readonly asn: number
  readonly org: string
  /** ISO 3166. */
  readonly country: string
  readonly kind: 'home' | 'mobile' | 'office' | 'campus' | 'hosting' | 'vpn' | 'relay'
  readonly weight: number
}
export type LineKind = NetworkBlock['kind']
