import type { NetworkBlock } from './networks.ts'

/**
 * Blocks that these operators announce (ip-location-db, the table that Ashiato ships); a test holds each against that table, so that
 * simulated addresses are as well known as real ones. Weights: rough shares of the lines that a Japanese consumer service sees.
 */
export const JAPAN: readonly NetworkBlock[] = [
  { cidr: '153.128.0.0/10', asn: 4713, org: 'NTT Communications Corporation', country: 'JP', kind: 'home', weight: 14 },
  { cidr: '180.0.0.0/10', asn: 4713, org: 'NTT Communications Corporation', country: 'JP', kind: 'home', weight: 8 },
  { cidr: '114.144.0.0/12', asn: 4713, org: 'NTT Communications Corporation', country: 'JP', kind: 'home', weight: 5 },
  { cidr: '126.64.0.0/12', asn: 17676, org: 'SoftBank Corp.', country: 'JP', kind: 'home', weight: 10 },
  { cidr: '219.168.0.0/13', asn: 17676, org: 'SoftBank Corp.', country: 'JP', kind: 'home', weight: 6 },
  { cidr: '60.64.0.0/12', asn: 17676, org: 'SoftBank Corp.', country: 'JP', kind: 'home', weight: 5 },
  { cidr: '106.144.0.0/12', asn: 2516, org: 'KDDI CORPORATION', country: 'JP', kind: 'home', weight: 8 },
  { cidr: '113.144.0.0/13', asn: 2516, org: 'KDDI CORPORATION', country: 'JP', kind: 'home', weight: 5 },
  { cidr: '133.200.0.0/13', asn: 2518, org: 'BIGLOBE Inc.', country: 'JP', kind: 'home', weight: 6 },
  { cidr: '182.168.0.0/14', asn: 2527, org: 'Sony Network Communications Inc.', country: 'JP', kind: 'home', weight: 5 },
  { cidr: '27.136.0.0/13', asn: 9824, org: 'JCOM Co., Ltd.', country: 'JP', kind: 'home', weight: 6 },
  { cidr: '42.144.0.0/13', asn: 9824, org: 'JCOM Co., Ltd.', country: 'JP', kind: 'home', weight: 3 },
  { cidr: '121.80.0.0/13', asn: 17511, org: 'OPTAGE Inc.', country: 'JP', kind: 'home', weight: 6 },
  { cidr: '112.68.0.0/14', asn: 17511, org: 'OPTAGE Inc.', country: 'JP', kind: 'home', weight: 3 },
  { cidr: '163.139.0.0/16', asn: 2519, org: 'ARTERIA Networks Corporation', country: 'JP', kind: 'home', weight: 2 },
  { cidr: '49.240.0.0/15', asn: 10013, org: 'FreeBit Co.,Ltd.', country: 'JP', kind: 'home', weight: 2 },
  { cidr: '49.98.128.0/17', asn: 9605, org: 'NTT DOCOMO, INC.', country: 'JP', kind: 'mobile', weight: 20 },
  { cidr: '110.160.0.0/16', asn: 9605, org: 'NTT DOCOMO, INC.', country: 'JP', kind: 'mobile', weight: 16 },
  { cidr: '106.128.0.0/13', asn: 2516, org: 'KDDI CORPORATION', country: 'JP', kind: 'mobile', weight: 28 },
  { cidr: '126.200.0.0/16', asn: 17676, org: 'SoftBank Corp.', country: 'JP', kind: 'mobile', weight: 24 },
  { cidr: '157.192.0.0/16', asn: 138384, org: 'Rakuten Mobile, Inc.', country: 'JP', kind: 'mobile', weight: 9 },
  { cidr: '210.149.0.0/16', asn: 2497, org: 'Internet Initiative Japan Inc.', country: 'JP', kind: 'office', weight: 5 },
  { cidr: '121.102.0.0/16', asn: 2497, org: 'Internet Initiative Japan Inc.', country: 'JP', kind: 'office', weight: 3 },
  { cidr: '60.32.0.0/12', asn: 4713, org: 'NTT Communications Corporation', country: 'JP', kind: 'office', weight: 5 },
  { cidr: '183.180.0.0/16', asn: 2519, org: 'ARTERIA Networks Corporation', country: 'JP', kind: 'office', weight: 2 },
  {
    cidr: '133.94.0.0/16',
    asn: 2907,
    org: 'Research Organization of Information and Systems, National Institute of Informa',
    country: 'JP',
    kind: 'campus',
    weight: 1,
  },
  { cidr: '160.16.0.0/16', asn: 9370, org: 'SAKURA Internet Inc.', country: 'JP', kind: 'hosting', weight: 4 },
  { cidr: '160.251.0.0/17', asn: 7506, org: 'GMO Internet Group, Inc.', country: 'JP', kind: 'hosting', weight: 3 },
  { cidr: '3.112.0.0/14', asn: 16509, org: 'Amazon.com, Inc.', country: 'JP', kind: 'hosting', weight: 3 },
  { cidr: '45.76.192.0/20', asn: 20473, org: 'The Constant Company, LLC', country: 'JP', kind: 'vpn', weight: 3 },
]
