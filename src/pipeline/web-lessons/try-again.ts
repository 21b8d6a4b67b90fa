/** Where those go who do not remember their password. */
const FORGOTTEN =
  /(?:password|passwd|pass|pwd)[/_-]?(?:forgot|forgotten|reset|remind|reminder|reissue|lost|recover|new)|(?:forgot|forgotten|reset|remind|reissue|lost|recover)[a-z]*[/_-]?(?:password|passwd|pass|pwd)|\/(?:forgot|forgotten|reminder|wasureta)(?:\/|$)/

export const isForForgotten = (path: string): boolean => FORGOTTEN.test(path)
