import type { DeviceClass } from '../../../src/model/vocabulary.ts'

type AgentCase = readonly [text: string, family: string, os: string, deviceClass: DeviceClass, scripted: boolean]

const WIN = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)'
const CROS = 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)'
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X)'
const PIXEL = 'Mozilla/5.0 (Linux; Android 15; Pixel 9)'
const GALAXY = 'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921N)'
const TABLET = 'Mozilla/5.0 (Linux; Android 13; SM-X700)'
const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const IOSKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

/** User agents in the shapes that browsers, apps and programs really send, written by hand. */
export const AGENT_CASES: readonly AgentCase[] = [
  // Desktop browsers
  [`${WIN} ${KIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome', 'Windows', 'desktop', false],
  [`${MAC} ${KIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome', 'macOS', 'desktop', false],
  [`${LINUX} ${KIT} Chrome/130.0.0.0 Safari/537.36`, 'Chrome', 'Linux', 'desktop', false],
  [`${CROS} ${KIT} Chrome/129.0.0.0 Safari/537.36`, 'Chrome', 'ChromeOS', 'desktop', false],
  [`${LINUX} ${KIT} Ubuntu Chromium/99.0.4844.51 Chrome/99.0.4844.51 Safari/537.36`, 'Chrome', 'Linux', 'desktop', false],
  [`${WIN} ${KIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 'Edge', 'Windows', 'desktop', false],
  [`${WIN} ${KIT} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`, 'Edge', 'Windows', 'desktop', false],
  [`${WIN} ${KIT} Chrome/130.0.0.0 Safari/537.36 OPR/116.0.0.0`, 'Opera', 'Windows', 'desktop', false],
  ['Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18', 'Opera', 'Windows', 'desktop', false],
  [`${WIN} ${KIT} Chrome/130.0.0.0 Safari/537.36 Vivaldi/7.0.3495.15`, 'Vivaldi', 'Windows', 'desktop', false],
  [`${WIN} ${KIT} Chrome/128.0.0.0 YaBrowser/24.10.0.0 Safari/537.36`, 'Yandex Browser', 'Windows', 'desktop', false],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Windows', 'desktop', false],
  ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox', 'Linux', 'desktop', false],
  ['Mozilla/5.0 (X11; FreeBSD amd64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox', 'BSD', 'desktop', false],
  [`${MAC} ${IOSKIT} Version/18.1 Safari/605.1.15`, 'Safari', 'macOS', 'desktop', false],
  ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'Internet Explorer', 'Windows', 'desktop', false],
  ['Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)', 'Internet Explorer', 'Windows', 'desktop', false],
  [`${WIN} ${KIT} ExampleChat/1.0.9 Chrome/124.0.6367.243 Electron/30.2.0 Safari/537.36`, 'Electron app', 'Windows', 'desktop', false],
  [`${WIN} ${KIT} Chrome/120.0.6099.291 Electron/28.2.10 Safari/537.36 Teams/24215.1007`, 'Microsoft Teams', 'Windows', 'desktop', false],
  // Phones and tablets
  [`${IPHONE} ${IOSKIT} Version/18.1 Mobile/15E148 Safari/604.1`, 'Safari', 'iOS', 'mobile', false],
  [`${IPAD} ${IOSKIT} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari', 'iOS', 'tablet', false],
  [`${IPHONE} ${IOSKIT} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`, 'Chrome', 'iOS', 'mobile', false],
  [`${IPHONE} ${IOSKIT} FxiOS/133.0 Mobile/15E148 Safari/605.1.15`, 'Firefox', 'iOS', 'mobile', false],
  [`${IPHONE} ${IOSKIT} EdgiOS/130.0.2849.80 Version/18.0 Mobile/15E148 Safari/604.1`, 'Edge', 'iOS', 'mobile', false],
  [`${IPHONE} ${IOSKIT} GSA/340.3.699 Mobile/15E148 Safari/604.1`, 'Google App', 'iOS', 'mobile', false],
  [`${PIXEL} ${KIT} Chrome/131.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android', 'mobile', false],
  [`${TABLET} ${KIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome', 'Android', 'tablet', false],
  [`${GALAXY} ${KIT} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`, 'Samsung Internet', 'Android', 'mobile', false],
  [`${GALAXY} ${KIT} Chrome/125.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android', 'mobile', false],
  ['Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0', 'Firefox', 'Android', 'mobile', false],
  ['Mozilla/5.0 (Android 14; Tablet; rv:133.0) Gecko/133.0 Firefox/133.0', 'Firefox', 'Android', 'tablet', false],
  [
    `Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UD1A; wv) ${KIT} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'Android WebView',
    'Android',
    'mobile',
    false,
  ],
  [`${PIXEL} ${KIT} Chrome/131.0.0.0 Mobile Safari/537.36 EdgA/131.0.0.0`, 'Edge', 'Android', 'mobile', false],
  [
    'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0 Mobile Safari/537.36 Edge/15.15063',
    'Edge',
    'Windows Phone',
    'mobile',
    false,
  ],
  [
    'Mozilla/5.0 (Linux; U; Android 5.1.1; KFSUWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/108.4 like Chrome/108.0 Safari/537.36',
    'Silk',
    'Android',
    'tablet',
    false,
  ],
  // In-app browsers
  [`${IPHONE} ${IOSKIT} Mobile/15E148 Safari Line/14.19.0`, 'LINE', 'iOS', 'mobile', false],
  [`${PIXEL} ${KIT} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 Line/14.19.1/IAB`, 'LINE', 'Android', 'mobile', false],
  [`${IPHONE} ${IOSKIT} Mobile/15E148 YJApp-IOS jp.co.yahoo.ipn.appli/4.150.1`, 'Yahoo! JAPAN', 'iOS', 'mobile', false],
  [
    `${PIXEL} ${KIT} Version/4.0 Chrome/129.0.0.0 Mobile Safari/537.36 YJApp-ANDROID jp.co.yahoo.android.yjtop/3.180.0`,
    'Yahoo! JAPAN',
    'Android',
    'mobile',
    false,
  ],
  [`${IPHONE} ${IOSKIT} Mobile/22B83 [FBAN/FBIOS;FBAV/490.0.0.41;FBDV/iPhone16,1]`, 'Facebook', 'iOS', 'mobile', false],
  [`${IPHONE} ${IOSKIT} Mobile/22B83 Instagram 358.0.0.24 (iPhone16,1; iOS 18_1)`, 'Instagram', 'iOS', 'mobile', false],
  [`${PIXEL} ${KIT} Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50`, 'WeChat', 'Android', 'mobile', false],
  [`${IPHONE} ${IOSKIT} Mobile/15E148 Twitter for iPhone/10.65`, 'X', 'iOS', 'mobile', false],
  // Apps by their own name
  ['AcmeShop/3.2 (iPhone; iOS 17.1; Scale/3.00)', 'AcmeShop', 'iOS', 'mobile', false],
  ['AcmeShop/412 CFNetwork/1568.200.51 Darwin/24.1.0', 'AcmeShop', 'Darwin', 'unknown', false],
  ['AcmeShop/5.1 (Samsung SM-S921N; Android 14)', 'AcmeShop', 'Android', 'mobile', false],
  ['Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7 Build/TQ3A)', 'Android app', 'Android', 'mobile', false],
  ['okhttp/4.12.0', 'okhttp', 'unknown', 'unknown', false],
  ['Dart/3.5 (dart:io)', 'Dart', 'unknown', 'unknown', false],
  ['Apple-iPhone16C1/2201.87', 'Apple Mail', 'iOS', 'mobile', false],
  ['Outlook-iOS/728.4563.prod.iphone (4.2443.0)', 'Outlook', 'iOS', 'mobile', false],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'Microsoft Office', 'Windows', 'desktop', false],
  // Programs
  ['python-requests/2.32.3', 'python-requests', 'unknown', 'bot', true],
  ['Python-urllib/3.11', 'python-urllib', 'unknown', 'bot', true],
  ['python-httpx/0.27.2', 'httpx', 'unknown', 'bot', true],
  ['Python/3.12 aiohttp/3.10.5', 'aiohttp', 'unknown', 'bot', true],
  ['curl/8.5.0', 'curl', 'unknown', 'bot', true],
  ['Wget/1.21.4', 'Wget', 'unknown', 'bot', true],
  ['Go-http-client/2.0', 'Go-http-client', 'unknown', 'bot', true],
  ['axios/1.7.7', 'axios', 'unknown', 'bot', true],
  ['node-fetch/1.0 (+https://example.com/node-fetch)', 'node-fetch', 'unknown', 'bot', true],
  ['Java/17.0.9', 'Java', 'unknown', 'bot', true],
  ['Apache-HttpClient/4.5.14 (Java/11.0.21)', 'Apache-HttpClient', 'unknown', 'bot', true],
  ['PostmanRuntime/7.42.0', 'Postman', 'unknown', 'bot', true],
  ['libwww-perl/6.72', 'libwww-perl', 'unknown', 'bot', true],
  ['aws-cli/2.17.1 Python/3.11.8 Linux/5.15.0 exe/x86_64.ubuntu.22', 'aws-cli', 'Linux', 'bot', true],
  ['Boto3/1.35.5 md/Botocore#1.35.5 ua/2.0 os/linux#5.15', 'Boto3', 'Linux', 'bot', true],
  ['BAV2ROPC', 'BAV2ROPC', 'unknown', 'bot', true],
  ['CBAInPROD', 'CBAInPROD', 'unknown', 'bot', true],
  ['Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.4412', 'PowerShell', 'Windows', 'bot', true],
  [`${LINUX} ${KIT} HeadlessChrome/131.0.0.0 Safari/537.36`, 'HeadlessChrome', 'Linux', 'bot', true],
  [`${LINUX} ${KIT} Chrome/131.0.0.0 Safari/537.36 Puppeteer/23.1.0`, 'Puppeteer', 'Linux', 'bot', true],
  [`${WIN} ${KIT} Chrome/131.0.0.0 Safari/537.36 Playwright/1.49`, 'Playwright', 'Windows', 'bot', true],
  [`${WIN} ${KIT} Chrome/131.0.0.0 Safari/537.36 Selenium/4.27`, 'Selenium', 'Windows', 'bot', true],
  ['Mozilla/4.0 (Hydra)', 'Hydra', 'unknown', 'bot', true],
  ['sqlmap/1.8.2#stable (https://sqlmap.org)', 'sqlmap', 'unknown', 'bot', true],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'Googlebot', 'unknown', 'bot', true],
  ['ExampleBot/1.0 (+https://example.com/bot)', 'ExampleBot', 'unknown', 'bot', true],
  // As parsed by a provider's API
  ['Chrome 114.0.0 / Windows 10.0.0', 'Chrome', 'Windows', 'desktop', false],
  ['Chrome Mobile 96.0.4664 / Android 11.0.0', 'Chrome', 'Android', 'mobile', false],
  ['Mobile Safari 17.1.0 / iOS 17.1.0', 'Safari', 'iOS', 'mobile', false],
  ['Mobile Safari UI/WKWebView 0.0.0 / iOS 15.6.0', 'iOS WebView', 'iOS', 'mobile', false],
  ['Edge 114.0.1823 / Windows 10.0.0', 'Edge', 'Windows', 'desktop', false],
  ['Samsung Internet 21.0.0 / Android 13.0.0', 'Samsung Internet', 'Android', 'mobile', false],
  ['IE 11.0.0 / Windows 7.0.0', 'Internet Explorer', 'Windows', 'desktop', false],
  ['Firefox 118.0.0 / Mac OS X 10.15.0', 'Firefox', 'macOS', 'desktop', false],
  ['Python Requests 2.31.0 / Other 0.0.0', 'python-requests', 'unknown', 'bot', true],
  ['okhttp 4.9.0 / Other 0.0.0', 'okhttp', 'unknown', 'unknown', false],
  ['Other 0.0.0 / Other 0.0.0', 'unknown', 'unknown', 'unknown', false],
  // Nothing to go by
  ['', 'unknown', 'unknown', 'unknown', false],
  ['   ', 'unknown', 'unknown', 'unknown', false],
  ['Mozilla/5.0', 'unknown', 'unknown', 'unknown', false],
  ['12345', 'unknown', 'unknown', 'unknown', false],
]
