/** Ids of the laws, apart from the laws themselves: the command line names them before it loads any. */
export const DEFAULT_LAW = 'jp-appi'
export const OTHER_LAWS = ['jp-telecom', 'eu-gdpr', 'uk-gdpr', 'us-ca'] as const
export const LAW_IDS: readonly string[] = [DEFAULT_LAW, ...OTHER_LAWS]
