import type { DeviceClass } from '../../model/vocabulary.ts'

/** An operating system as user agents name it. */
export interface SystemMark {
  /** Lower case; found anywhere in the text. */
  readonly find: string
  readonly os: string
  readonly device: DeviceClass
}

/** First match wins: iPhones also say "like Mac OS X", Android and ChromeOS also say "Linux", Windows Phone also says "Android". */
export const SYSTEMS: readonly SystemMark[] = [
  { find: 'windows phone', os: 'Windows Phone', device: 'mobile' },
  { find: 'xbox', os: 'Xbox', device: 'unknown' },
  { find: 'ipad', os: 'iOS', device: 'tablet' },
  { find: 'iphone', os: 'iOS', device: 'mobile' },
  { find: 'ipod', os: 'iOS', device: 'mobile' },
  { find: 'ipados', os: 'iOS', device: 'tablet' },
  { find: 'harmonyos', os: 'HarmonyOS', device: 'mobile' },
  { find: 'openharmony', os: 'HarmonyOS', device: 'mobile' },
  { find: 'kaios', os: 'KaiOS', device: 'mobile' },
  { find: 'tizen', os: 'Tizen', device: 'unknown' },
  { find: 'web0s', os: 'webOS', device: 'unknown' },
  { find: 'webos', os: 'webOS', device: 'unknown' },
  { find: 'playstation', os: 'PlayStation', device: 'unknown' },
  { find: 'nintendo', os: 'Nintendo', device: 'unknown' },
  { find: 'android', os: 'Android', device: 'mobile' },
  { find: 'windows', os: 'Windows', device: 'desktop' },
  { find: 'win32', os: 'Windows', device: 'desktop' },
  { find: 'win64', os: 'Windows', device: 'desktop' },
  { find: 'cros ', os: 'ChromeOS', device: 'desktop' },
  { find: 'chrome os', os: 'ChromeOS', device: 'desktop' },
  { find: 'mac os', os: 'macOS', device: 'desktop' },
  { find: 'macintosh', os: 'macOS', device: 'desktop' },
  { find: 'macos', os: 'macOS', device: 'desktop' },
  { find: 'mac_os', os: 'macOS', device: 'desktop' },
  { find: 'freebsd', os: 'BSD', device: 'desktop' },
  { find: 'openbsd', os: 'BSD', device: 'desktop' },
  { find: 'linux', os: 'Linux', device: 'desktop' },
  { find: 'ubuntu', os: 'Linux', device: 'desktop' },
  { find: 'fedora', os: 'Linux', device: 'desktop' },
  { find: 'x11', os: 'Linux', device: 'desktop' },
  { find: ' ios ', os: 'iOS', device: 'mobile' },
  { find: '(ios ', os: 'iOS', device: 'mobile' },
  { find: '(ios;', os: 'iOS', device: 'mobile' },
  { find: 'darwin', os: 'Darwin', device: 'unknown' },
]
