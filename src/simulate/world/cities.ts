/** What a vendor's position table says of an address. */
export interface City {
  readonly city: string
  readonly region: string
  readonly lat: number
  readonly lon: number
}

const at = (city: string, region: string, lat: number, lon: number): City => ({ city, region, lat, lon })

/** The larger cities of each country that lines.ts has blocks of, ISO 3166 code first. */
export const CITIES: Readonly<Record<string, readonly City[]>> = {
  JP: [
    at('Chiyoda City', 'Tokyo', 35.68, 139.75),
    at('Setagaya-ku', 'Tokyo', 35.65, 139.65),
    at('Yokohama', 'Kanagawa', 35.44, 139.64),
    at('Saitama', 'Saitama', 35.86, 139.65),
    at('Osaka', 'Osaka', 34.69, 135.5),
    at('Nagoya', 'Aichi', 35.18, 136.91),
    at('Sapporo', 'Hokkaido', 43.06, 141.35),
    at('Fukuoka', 'Fukuoka', 33.59, 130.4),
    at('Sendai', 'Miyagi', 38.27, 140.87),
    at('Hiroshima', 'Hiroshima', 34.39, 132.45),
  ],
  US: [at('Los Angeles', 'California', 34.05, -118.24), at('Chicago', 'Illinois', 41.88, -87.63), at('Ashburn', 'Virginia', 39.04, -77.49)],
  NO: [at('Oslo', 'Oslo', 59.91, 10.75), at('Bergen', 'Vestland', 60.39, 5.32), at('Stavanger', 'Rogaland', 58.97, 5.73)],
  RU: [at('Moscow', 'Moscow', 55.75, 37.62), at('St Petersburg', 'St.-Petersburg', 59.93, 30.34)],
  BR: [at('São Paulo', 'São Paulo', -23.55, -46.63), at('Rio de Janeiro', 'Rio de Janeiro', -22.91, -43.17)],
  DE: [at('Berlin', 'Land Berlin', 52.52, 13.4), at('Frankfurt am Main', 'Hesse', 50.11, 8.68)],
  GB: [at('London', 'England', 51.51, -0.13), at('Manchester', 'England', 53.48, -2.24)],
  FR: [at('Paris', 'Île-de-France', 48.86, 2.35), at('Roubaix', 'Hauts-de-France', 50.69, 3.18)],
  IT: [at('Milan', 'Lombardy', 45.46, 9.19)],
  ES: [at('Madrid', 'Madrid', 40.42, -3.7)],
  RO: [at('Bucharest', 'București', 44.43, 26.1)],
  CA: [at('Toronto', 'Ontario', 43.65, -79.38)],
  DK: [at('Copenhagen', 'Capital Region', 55.68, 12.57)],
  SE: [at('Stockholm', 'Stockholm County', 59.33, 18.07)],
  CZ: [at('Prague', 'Prague', 50.08, 14.44)],
  LV: [at('Riga', 'Riga', 56.95, 24.11)],
  PL: [at('Warsaw', 'Mazovia', 52.23, 21.01)],
  UA: [at('Kyiv', 'Kyiv City', 50.45, 30.52)],
  NL: [at('Amsterdam', 'North Holland', 52.37, 4.9)],
  TR: [at('Istanbul', 'Istanbul', 41.01, 28.97)],
  CL: [at('Santiago', 'Santiago Metropolitan', -33.45, -70.67)],
  MX: [at('Mexico City', 'Mexico City', 19.43, -99.13)],
  NG: [at('Lagos', 'Lagos', 6.45, 3.39)],
  ZA: [at('Johannesburg', 'Gauteng', -26.2, 28.05)],
  AU: [at('Sydney', 'New South Wales', -33.87, 151.21)],
  TW: [at('Taipei', 'Taipei City', 25.03, 121.56)],
  KR: [at('Seoul', 'Seoul', 37.57, 126.98)],
  CN: [at('Jinan', 'Shandong', 36.65, 117.12), at('Hangzhou', 'Zhejiang', 30.27, 120.16)],
  VN: [at('Ho Chi Minh City', 'Ho Chi Minh', 10.82, 106.63)],
  ID: [at('Jakarta', 'Jakarta', -6.17, 106.83)],
  IN: [at('Mumbai', 'Maharashtra', 19.08, 72.88)],
  PH: [at('Manila', 'Metro Manila', 14.6, 120.98)],
  TH: [at('Bangkok', 'Bangkok', 13.76, 100.5)],
  MY: [at('Kuala Lumpur', 'Kuala Lumpur', 3.14, 101.69)],
  SG: [at('Singapore', 'Singapore', 1.35, 103.82)],
}
