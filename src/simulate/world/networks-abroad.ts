import type { NetworkBlock } from './networks.ts'

const home = (cidr: string, asn: number, org: string, country: string, weight = 1): NetworkBlock => ({
  cidr,
  asn,
  org,
  country,
  kind: 'home',
  weight,
})
const mobile = (cidr: string, asn: number, org: string, country: string, weight = 1): NetworkBlock => ({
  ...home(cidr, asn, org, country, weight),
  kind: 'mobile',
})
const hosting = (cidr: string, asn: number, org: string, country: string, weight = 1): NetworkBlock => ({
  ...home(cidr, asn, org, country, weight),
  kind: 'hosting',
})
const vpn = (cidr: string, asn: number, org: string, country: string, weight = 1): NetworkBlock => ({
  ...home(cidr, asn, org, country, weight),
  kind: 'vpn',
})

/** Lines of homes and phones outside Japan. Weights: how often an address of that country turns up in a service's log. */
export const ABROAD: readonly NetworkBlock[] = [
  home('73.64.0.0/10', 7922, 'Comcast Cable Communications, LLC', 'US', 10),
  home('107.192.0.0/11', 7018, 'AT&T Enterprises, LLC', 'US', 6),
  mobile('172.32.0.0/11', 21928, 'T-Mobile USA, Inc.', 'US', 6),
  home('174.80.0.0/13', 20115, 'Charter Communications', 'US', 3),
  home('79.160.0.0/15', 29695, 'Lyse Tele AS', 'NO', 26),
  home('88.88.0.0/13', 2119, 'Telenor Norge AS', 'NO', 10),
  mobile('148.118.0.0/15', 2119, 'Telenor Norge AS', 'NO', 4),
  home('84.49.0.0/16', 15659, 'NextGenTel AS', 'NO', 3),
  home('178.64.0.0/13', 12389, 'PJSC Rostelecom', 'RU', 4),
  home('37.144.0.0/14', 8402, 'PJSC Vimpelcom', 'RU', 2),
  home('179.136.0.0/13', 28573, 'Claro NXT Telecomunicacoes Ltda', 'BR', 3),
  home('177.94.0.0/15', 27699, 'TELEFONICA BRASIL S.A', 'BR', 2),
  home('84.128.0.0/10', 3320, 'Deutsche Telekom AG', 'DE', 3),
  mobile('77.0.0.0/12', 6805, 'Telefonica Germany GmbH & Co.OHG', 'DE', 1),
  home('86.128.0.0/10', 2856, 'British Telecommunications PLC', 'GB', 3),
  home('88.160.0.0/11', 12322, 'Free SAS', 'FR', 2),
  home('79.0.0.0/10', 3269, 'Telecom Italia S.p.A.', 'IT', 2),
  home('83.32.0.0/11', 3352, 'TELEFONICA DE ESPANA S.A.U.', 'ES', 2),
  home('5.12.0.0/14', 8708, 'DIGI ROMANIA S.A.', 'RO', 2),
  home('109.96.0.0/13', 9050, 'Orange Romania S.A.', 'RO', 1),
  home('99.224.0.0/11', 812, 'Rogers Communications Canada Inc.', 'CA', 2),
  home('80.160.0.0/13', 3292, 'TDC Holding A/S', 'DK', 2),
  home('78.64.0.0/12', 3301, 'Telia Company AB', 'SE', 3),
  home('88.100.0.0/14', 5610, 'O2 Czech Republic, a.s.', 'CZ', 1),
  home('46.109.0.0/16', 12578, 'SIA Tet', 'LV', 1),
  home('79.184.0.0/13', 5617, 'Orange Polska Spolka Akcyjna', 'PL', 2),
  mobile('46.118.0.0/15', 15895, 'Kyivstar PJSC', 'UA', 1),
  home('95.0.0.0/12', 9121, 'Turk Telekomunikasyon Anonim Sirketi', 'TR', 2),
  home('181.160.0.0/14', 7418, 'TELEFONICA CHILE S.A.', 'CL', 1),
  home('189.172.0.0/14', 8151, 'Uninet S.A. de C.V.', 'MX', 1),
  mobile('197.211.32.0/19', 37148, 'Globacom Limited', 'NG', 1),
  home('165.144.0.0/14', 5713, 'Telkom SA Ltd.', 'ZA', 1),
  home('1.128.0.0/11', 1221, 'Telstra Limited', 'AU', 2),
  home('36.224.0.0/12', 3462, 'Chunghwa Telecom Co., Ltd.', 'TW', 4),
  home('175.224.0.0/11', 4766, 'Korea Telecom', 'KR', 4),
  home('39.64.0.0/11', 4837, 'CHINA UNICOM China169 Backbone', 'CN', 4),
  home('115.204.0.0/14', 4134, 'Chinanet', 'CN', 3),
  home('113.160.0.0/11', 45899, 'VNPT Corp', 'VN', 3),
  home('125.160.0.0/13', 7713, 'Telekomunikasi Indonesia (PT)', 'ID', 2),
  mobile('39.192.0.0/10', 23693, 'PT. Telekomunikasi Selular', 'ID', 1),
  mobile('157.32.0.0/12', 55836, 'Reliance Jio Infocomm Limited', 'IN', 2),
  home('117.192.0.0/10', 9829, 'Bharat Sanchar Nigam Ltd', 'IN', 1),
  home('112.200.0.0/13', 9299, 'Philippine Long Distance Telephone Co.', 'PH', 2),
  home('58.8.0.0/14', 17552, 'TRUE INTERNET CORPORATION CO. LTD.', 'TH', 2),
  home('175.136.0.0/13', 4788, 'TM TECHNOLOGY SERVICES SDN BHD', 'MY', 1),
  home('121.6.0.0/15', 9506, 'Singapore Telecommunications Ltd, Magix Services', 'SG', 2),
]

/** Data centres, commercial VPN, relays: whose country is not that of the person. */
export const ANYWHERE: readonly NetworkBlock[] = [
  hosting('3.208.0.0/12', 14618, 'Amazon.com, Inc.', 'US', 3),
  hosting('45.55.0.0/16', 14061, 'DigitalOcean, LLC', 'US', 3),
  hosting('49.12.0.0/15', 24940, 'Hetzner Online GmbH', 'DE', 3),
  hosting('51.254.0.0/15', 16276, 'OVH SAS', 'FR', 3),
  hosting('5.189.128.0/18', 51167, 'Contabo GmbH', 'DE', 2),
  hosting('94.102.48.0/20', 202425, 'IP Volume inc', 'NL', 1),
  vpn('146.70.64.0/18', 9009, 'M247 Europe SRL', 'GB', 4),
  vpn('149.102.224.0/19', 212238, 'Datacamp Limited', 'US', 3),
  vpn('85.115.96.0/19', 136787, 'PacketHub S.A.', 'LV', 3),
  vpn('185.220.101.0/24', 60729, 'Stiftung Erneuerbare Freiheit', 'DE', 1),
  { cidr: '172.225.208.0/20', asn: 36183, org: 'Akamai Technologies, Inc.', country: 'US', kind: 'relay', weight: 3 },
  { cidr: '172.225.64.0/20', asn: 36183, org: 'Akamai Technologies, Inc.', country: 'US', kind: 'relay', weight: 2 },
  { cidr: '104.28.0.0/16', asn: 13335, org: 'Cloudflare, Inc.', country: 'US', kind: 'relay', weight: 3 },
]
