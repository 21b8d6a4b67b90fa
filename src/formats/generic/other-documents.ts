import type { Text } from './text.ts'

/** What people save a table as that is text and no log, told by its first lines, and what to do about it. */
const DOCUMENTS: readonly { readonly begins: RegExp; readonly advice: Text }[] = [
  {
    // Web screens that offer "Excel" often send such a page under the name .xls.
    begins: /^\s*(?:<!doctype html|<html|<table)/i,
    advice: {
      en: 'It is a web page (some systems save one under a name that ends in .xls). Open it in a spreadsheet program, save it as CSV (UTF-8), and give that file.',
      ja: 'HTML形式のファイルです(拡張子が .xls でも中身がHTMLのことがあります)。表計算ソフトで開き、CSV(UTF-8)で保存し直したファイルを指定してください。',
    },
  },
  {
    begins: /^\s*(?:-- (?:MySQL|MariaDB|PostgreSQL)|(?:CREATE TABLE|INSERT INTO) )/i,
    advice: {
      en: 'It is a dump of a database in SQL. Export the table of logins as CSV with its column names instead (mysql --batch, psql --csv), and give that file.',
      ja: 'データベースのSQLダンプです。ログインを記録した表を、列名付きのCSV(mysql --batch、psql --csv など)で出力し直したファイルを指定してください。',
    },
  },
  {
    // Sections between `--id-A--` and `--id-Z--`: https://github.com/owasp-modsecurity/ModSecurity/wiki/ModSecurity-2-Data-Formats
    begins: /^--[0-9a-f]{8}-A--$/i,
    advice: {
      en: "It is ModSecurity's audit log, in sections. Give the access log of the same server instead: it has every request, this one only those that were suspicious.",
      ja: 'ModSecurityの監査ログ(セクション形式)です。疑わしいリクエストしか残っていないため、同じサーバーのアクセスログを指定してください。',
    },
  },
  {
    begins: /^\*{20,} \d+\. row \*{20,}$/,
    advice: {
      en: 'It is an answer of a database with a line per column (mysql -E, \\G). Ask it again without that, or with mysql --batch, and give that file.',
      ja: 'データベースの出力が1列1行(mysql -E、\\G)になっています。\\G を付けずに、または mysql --batch で出力し直したファイルを指定してください。',
    },
  },
  {
    begins: /^\s*<\?xml\s/i,
    advice: {
      en: 'It is an XML document of a kind that is not known. Export the same as CSV or JSON, and give that file.',
      ja: '対応していない種類のXMLです。同じ内容をCSVまたはJSONで出力し直したファイルを指定してください。',
    },
  },
]

const LOOKED_AT = 5

/** undefined for what may be a log. */
export const otherDocument = (lines: readonly string[]): Text | undefined =>
  DOCUMENTS.find(({ begins }) => lines.slice(0, LOOKED_AT).some((line) => begins.test(line)))?.advice
