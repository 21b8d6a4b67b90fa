/** After the list of commands. */
export const EXAMPLES = `
Examples:
  ashiato logs/                             what happened, in this terminal
  ashiato logs/ --lang ja --tz-out Asia/Tokyo
                                            in Japanese, in Japanese time
  ashiato inspect logs/                     is this log usable?
  ashiato account alice@example.com logs/   one account's whole story
  zcat okta.json.gz | ashiato --to json > case.json
                                            the case document, from a pipe
  ashiato logs/ --to csv --part accounts -o accounts.csv
                                            the accounts as a spreadsheet
  ashiato logs/ --fail-on high --quiet      for cron: 1 when something is found

"ashiato scan --help" lists the options of the main job, "ashiato inspect --help"
those of inspect, and so on.

Exit codes:
  0   done
  1   findings at or above --fail-on
  2   usage or configuration: nothing was read
  3   an input could not be read whole, or the output not be written: the result
      is incomplete and says what is missing
  70  a bug in Ashiato
  130 interrupted

Ashiato opens no network connection and changes nothing. Its verdicts are
estimates for a person to confirm.`

/** After each command's own options. */
export const SCAN_EXAMPLES = `
Examples:
  ashiato okta.json auth.log                several systems together
  ashiato logs/ --since 2026-11-21 --tz-out +09:00
  ashiato logs/ --account alice@example.com --to markdown -o alice.md
  ashiato logs/ --set account-guessing.failures=20 --skip impossible-travel
  ashiato shop.csv --map shop.yaml          a log system of your own
  journalctl -u ssh -o json | ashiato --to ndjson | head -1`

export const INSPECT_EXAMPLES = `
Examples:
  ashiato inspect logs/
  ashiato inspect logs/ --lang ja --tz-out Asia/Tokyo
  ashiato inspect shop.csv                  shows a mapping to start from`

export const ACCOUNT_EXAMPLES = `
Examples:
  ashiato account alice@example.com logs/
  ashiato account 00u1exampleA1 okta.json --tz-out Asia/Tokyo
  zcat auth.log.gz | ashiato account root`

/** After the options of every command on a case folder. */
export const CASE_EXAMPLES = `
Examples:
  ashiato scan logs/ --case case --lang ja --tz-out Asia/Tokyo
  ashiato pivot case --ip 203.0.113.7
  ashiato list case --verdict compromised,suspected --to csv > reset.csv
  ashiato blocklist case --max-collateral 5 --window 7d
  ashiato lookup case 12345 67890
  ashiato decide case --from decisions.csv --by "A. Tanaka"
  ashiato checklist case --class C
  ashiato note case "sessions of class C ended" --by "A. Tanaka"
  ashiato verify case

People's additions lie in case.work/; the sealed folder itself never changes.`
