/** English country names, lower case, with the older spellings that products still write → ISO 3166-1 alpha-2. */
const CODES: Readonly<Record<string, string>> = {
  afghanistan: 'AF', 'aland islands': 'AX', albania: 'AL', algeria: 'DZ', 'american samoa': 'AS', andorra: 'AD', angola: 'AO',
  anguilla: 'AI', antarctica: 'AQ', 'antigua & barbuda': 'AG', 'antigua and barbuda': 'AG', argentina: 'AR', armenia: 'AM', aruba: 'AW',
  australia: 'AU', austria: 'AT', azerbaijan: 'AZ', bahamas: 'BS', bahrain: 'BH', bangladesh: 'BD', barbados: 'BB', belarus: 'BY',
  belgium: 'BE', belize: 'BZ', benin: 'BJ', bermuda: 'BM', bhutan: 'BT', bolivia: 'BO', 'bosnia & herzegovina': 'BA',
  'bosnia and herzegovina': 'BA', botswana: 'BW', 'bouvet island': 'BV', brazil: 'BR', 'british indian ocean territory': 'IO',
  'british virgin islands': 'VG', brunei: 'BN', bulgaria: 'BG', 'burkina faso': 'BF', burma: 'MM', burundi: 'BI', cambodia: 'KH',
  cameroon: 'CM', canada: 'CA', 'cape verde': 'CV', 'caribbean netherlands': 'BQ', 'cayman islands': 'KY',
  'central african republic': 'CF', chad: 'TD', chile: 'CL', china: 'CN', 'christmas island': 'CX', 'cocos (keeling) islands': 'CC',
  colombia: 'CO', comoros: 'KM', congo: 'CG', 'congo - brazzaville': 'CG', 'congo - kinshasa': 'CD', 'cook islands': 'CK',
  'costa rica': 'CR', "cote d'ivoire": 'CI', croatia: 'HR', cuba: 'CU', curacao: 'CW', 'curaçao': 'CW', cyprus: 'CY',
  'czech republic': 'CZ', czechia: 'CZ', "côte d'ivoire": 'CI', denmark: 'DK', djibouti: 'DJ', dominica: 'DM', 'dominican republic': 'DO',
  ecuador: 'EC', egypt: 'EG', 'el salvador': 'SV', 'equatorial guinea': 'GQ', eritrea: 'ER', estonia: 'EE', eswatini: 'SZ',
  ethiopia: 'ET', 'falkland islands': 'FK', 'faroe islands': 'FO', fiji: 'FJ', finland: 'FI', france: 'FR', 'french guiana': 'GF',
  'french polynesia': 'PF', 'french southern territories': 'TF', gabon: 'GA', gambia: 'GM', georgia: 'GE', germany: 'DE', ghana: 'GH',
  gibraltar: 'GI', greece: 'GR', greenland: 'GL', grenada: 'GD', guadeloupe: 'GP', guam: 'GU', guatemala: 'GT', guernsey: 'GG',
  guinea: 'GN', 'guinea-bissau': 'GW', guyana: 'GY', haiti: 'HT', 'heard & mcdonald islands': 'HM', honduras: 'HN', 'hong kong': 'HK',
  'hong kong sar china': 'HK', hungary: 'HU', iceland: 'IS', india: 'IN', indonesia: 'ID', iran: 'IR', 'iran, islamic republic of': 'IR',
  iraq: 'IQ', ireland: 'IE', 'isle of man': 'IM', israel: 'IL', italy: 'IT', 'ivory coast': 'CI', jamaica: 'JM', japan: 'JP',
  jersey: 'JE', jordan: 'JO', kazakhstan: 'KZ', kenya: 'KE', kiribati: 'KI', "korea, democratic people's republic of": 'KP',
  'korea, republic of': 'KR', kosovo: 'XK', kuwait: 'KW', kyrgyzstan: 'KG', laos: 'LA', latvia: 'LV', lebanon: 'LB', lesotho: 'LS',
  liberia: 'LR', libya: 'LY', liechtenstein: 'LI', lithuania: 'LT', luxembourg: 'LU', macao: 'MO', 'macao sar china': 'MO', macau: 'MO',
  macedonia: 'MK', madagascar: 'MG', malawi: 'MW', malaysia: 'MY', maldives: 'MV', mali: 'ML', malta: 'MT', 'marshall islands': 'MH',
  martinique: 'MQ', mauritania: 'MR', mauritius: 'MU', mayotte: 'YT', mexico: 'MX', micronesia: 'FM', moldova: 'MD',
  'moldova, republic of': 'MD', monaco: 'MC', mongolia: 'MN', montenegro: 'ME', montserrat: 'MS', morocco: 'MA', mozambique: 'MZ',
  myanmar: 'MM', 'myanmar (burma)': 'MM', namibia: 'NA', nauru: 'NR', nepal: 'NP', netherlands: 'NL', 'new caledonia': 'NC',
  'new zealand': 'NZ', nicaragua: 'NI', niger: 'NE', nigeria: 'NG', niue: 'NU', 'norfolk island': 'NF', 'north korea': 'KP',
  'north macedonia': 'MK', 'northern mariana islands': 'MP', norway: 'NO', oman: 'OM', pakistan: 'PK', palau: 'PW', palestine: 'PS',
  'palestinian territories': 'PS', panama: 'PA', 'papua new guinea': 'PG', paraguay: 'PY', peru: 'PE', philippines: 'PH',
  'pitcairn islands': 'PN', poland: 'PL', portugal: 'PT', 'puerto rico': 'PR', qatar: 'QA', 'republic of korea': 'KR', reunion: 'RE',
  romania: 'RO', russia: 'RU', 'russian federation': 'RU', rwanda: 'RW', 'réunion': 'RE', 'saint kitts and nevis': 'KN',
  'saint lucia': 'LC', 'saint vincent and the grenadines': 'VC', samoa: 'WS', 'san marino': 'SM', 'sao tome and principe': 'ST',
  'saudi arabia': 'SA', senegal: 'SN', serbia: 'RS', seychelles: 'SC', 'sierra leone': 'SL', singapore: 'SG', 'sint maarten': 'SX',
  slovakia: 'SK', slovenia: 'SI', 'solomon islands': 'SB', somalia: 'SO', 'south africa': 'ZA',
  'south georgia & south sandwich islands': 'GS', 'south korea': 'KR', 'south sudan': 'SS', spain: 'ES', 'sri lanka': 'LK',
  'st. barthélemy': 'BL', 'st. helena': 'SH', 'st. kitts & nevis': 'KN', 'st. lucia': 'LC', 'st. martin': 'MF',
  'st. pierre & miquelon': 'PM', 'st. vincent & grenadines': 'VC', sudan: 'SD', suriname: 'SR', 'svalbard & jan mayen': 'SJ',
  swaziland: 'SZ', sweden: 'SE', switzerland: 'CH', syria: 'SY', 'são tomé & príncipe': 'ST', taiwan: 'TW',
  'taiwan, province of china': 'TW', tajikistan: 'TJ', tanzania: 'TZ', thailand: 'TH', 'the netherlands': 'NL', 'timor-leste': 'TL',
  togo: 'TG', tokelau: 'TK', tonga: 'TO', 'trinidad & tobago': 'TT', 'trinidad and tobago': 'TT', tunisia: 'TN', turkey: 'TR',
  turkmenistan: 'TM', 'turks & caicos islands': 'TC', 'turks and caicos islands': 'TC', tuvalu: 'TV', 'türkiye': 'TR',
  'u.s. outlying islands': 'UM', 'u.s. virgin islands': 'VI', uganda: 'UG', ukraine: 'UA', 'united arab emirates': 'AE',
  'united kingdom': 'GB', 'united states': 'US', 'united states of america': 'US', uruguay: 'UY', uzbekistan: 'UZ', vanuatu: 'VU',
  'vatican city': 'VA', venezuela: 'VE', 'viet nam': 'VN', vietnam: 'VN', 'wallis & futuna': 'WF', 'western sahara': 'EH', yemen: 'YE',
  zambia: 'ZM', zimbabwe: 'ZW', 'åland islands': 'AX',
}

/**
 * A country as Okta writes it (an English name) → ISO 3166-1 alpha-2, so that it equals what other logs and tables say;
 * a name that is not known stays as it is, since a country that is only spelt differently must not look like "no country".
 */
export const countryCode = (name: string | undefined): string | undefined => {
  const key = name?.trim().toLowerCase()
  return key !== undefined && Object.hasOwn(CODES, key) ? CODES[key] : name
}
