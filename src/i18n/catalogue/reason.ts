import type { Messages } from '../../model/finding.ts'

/** Why an account got its verdict. `attempts`, `accountsTried`, `sources`, `accounts`, `km`, `minutes` … are counts; countries are ISO codes. */
export const reasonMessages = {
  'reason.session-crossed': {
    en: 'A session of this account was also used under another account at {time} ({source}, {agent}): the service mixed them up, and each may have been shown the data of the other.',
    ja: '{time} に、このアカウントのセッションが別のアカウントでも使われています({source}、{agent})。サービス側の不具合により、互いの情報が表示された可能性があります。',
  },
  'reason.success-from-attack-source': {
    en: 'At {time} a login succeeded from the attack source {source}, which made {attempts:failed login attempt|failed login attempts} on {accountsTried:id|ids}.',
    ja: '{time} に攻撃元のIPアドレス {source} からログインに成功しています。この攻撃元からは、{accountsTried}個のIDに計{attempts}回のログイン失敗がありました。',
  },
  'reason.login-in-wave': {
    en: "At {time} a login succeeded from {source} ({country}, {network}, {agent}), an address that nobody else used, while {sources:address|addresses} made {attempts:login attempt|login attempts}; program, place and past make it {odds:time|times} likelier to be the attack's than a customer's.",
    ja: '{sources}個の接続元から{attempts}回のログイン試行があった時間帯の {time} に、他の誰も使っていない {source}({country}、{network}、{agent})からログインに成功しています。端末、場所、過去の利用からみて、会員本人より攻撃者によるものである可能性が{odds}倍です。',
  },
  'reason.success-after-failures': {
    en: 'After {failures:failed login|failed logins}, a login from {source} ({country}) succeeded at {time}.',
    ja: '{failures}回の失敗の後、{time} に {source}({country})からログインに成功しています。',
  },
  'reason.guessed': {
    en: 'In the day before {time}, {failures:login|logins} to this account failed at {sources:address|addresses} that it had never logged in from; then a login from {source} ({country}) succeeded.',
    ja: '{time} までの1日間に、このアカウントで利用のなかった{sources}個の接続元から{failures}回の失敗があり、その後 {source}({country})からのログインに成功しています。',
  },
  'reason.new-context': {
    en: 'At {time} a login succeeded from a context never seen on this account before: {country}, {network}, {agent}.',
    ja: '{time} に、このアカウントではこれまで利用のない環境({country}、{network}、{agent})からログインに成功しています。',
  },
  'reason.locked-out': {
    en: 'At {time}, minutes after a login from {source} ({country}, {network}), the password was changed; {failures:login|logins} elsewhere then failed, and the account opened there only once the password had been set anew: whoever changed it and whoever could not get in are hardly one person.',
    ja: '{source}({country}、{network})からのログイン直後の {time} にパスワードが変更され、その後、別の場所からのログインが{failures}回失敗し、パスワードが再設定されるまで利用できていません。変更した人と利用できなかった人は別人とみられます。',
  },
  'reason.locked-out-back': {
    en: 'From {time}, {logins:login|logins} came again from the network in which the password had been changed, {source} ({country}): the new password did not keep them out. Look for keys that were added.',
    ja: 'パスワードが変更されたときと同じネットワークの {source}({country})から、{time} 以降に再び{logins}回ログインが成功しています。パスワードの再設定だけでは止まっていません。追加された鍵を確認してください。',
  },
  'reason.robot-elsewhere': {
    en: 'A program that only ever logs in from {usual} goes on doing so, and from {time} {logins:login|logins} in between came from {source} ({country}, {network}): somebody else has its key or password.',
    ja: '{usual} からだけログインするプログラム用アカウントで、その利用が続く間に、{time} から{source}({country}、{network})からのログインが{logins}回成功しています。鍵またはパスワードが第三者に使われた可能性があります。',
  },
  'reason.token-elsewhere': {
    en: 'From {time} the account was used from {source} ({country}, {network}) with {agent} although nobody had logged in there: a token or cookie may have been stolen.',
    ja: '{time} から、ログインの記録がない {source}({country}、{network})の {agent} からこのアカウントが利用されています。トークンやCookieが盗まれた可能性があります。',
  },
  'reason.script-login': {
    en: 'At {time} a script ({agent}) logged in from {source} ({country}, {network}): {logins:time|times}. Otherwise people use the account.',
    ja: '{time} に、{source}({country}、{network})からスクリプト({agent})が{logins}回ログインしています。このアカウントは、ほかではスクリプトで使われていません。',
  },
  'reason.session-moved': {
    en: 'At {time} one and the same session moved from {fromSource} ({fromAgent}) to {toSource} ({toAgent}): somebody else may be using it.',
    ja: '{time} に、同一のセッションの接続元が {fromSource}({fromAgent})から {toSource}({toAgent})に変わっています。セッションが第三者に使われた可能性があります。',
  },
  'reason.mfa-denials-then-approval': {
    en: 'The second factor was refused {denials:time|times} and then approved at {time}.',
    ja: '追加認証の要求が{denials}回拒否された後、{time} に承認されています。',
  },
  'reason.impossible-travel': {
    en: 'Logins from two places too far apart for the time between them: {fromCountry} to {toCountry}, about {km} km in {minutes:span}.',
    ja: '短時間に移動できない2地点からのログインです({fromCountry}から{toCountry}まで約{km}km、間隔は{minutes:span})。',
  },
  'reason.new-key': {
    en: 'It came in with the key {key}, which none of the {compared:earlier login|earlier logins} by key that were compared used.',
    ja: 'ログインに使われた鍵 {key} は、比較した過去の鍵によるログイン{compared}回では使われていません。',
  },
  'reason.key-alone': {
    en: 'It came in with the key {key}. These logs hold no earlier login of the account by key to compare it with: ask the owner whose it is.',
    ja: '鍵 {key} でログインしています。比較できる過去の鍵によるログインがこのログにないため、誰の鍵かを本人に確認してください。',
  },
  'reason.same-hand': {
    en: 'At {time} a login succeeded from {source} ({country}, {network}, {agent}), the address from which somebody else was in {accounts:other account|other accounts}.',
    ja: '{time} に、ほかの{accounts}件のアカウントへの不正ログインと同じ接続元 {source}({country}、{network}、{agent})からログインに成功しています。',
  },
  'reason.acted-on': {
    en: 'At {time}, from {source}, by an account that was in the hands of somebody else: {action}.',
    ja: '{time} に、乗っ取られたとみられる別のアカウントから({source})、このアカウントに対する操作が行われています: {action}。',
  },
  'reason.acted-on-others': {
    en: 'From {time} on, this account was used to act on {accounts:other account|other accounts}: {actions}.',
    ja: '{time} 以降、このアカウントを使って、ほかの{accounts}件のアカウントに対する操作が行われています: {actions}。',
  },
  'reason.acted-from-elsewhere': {
    en: 'From {time} on, this account was used from {source} ({country}, {network}, {agent}), where it was never used before, to act on {accounts:other account|other accounts}: {actions}. No login from there is on record.',
    ja: '{time} 以降、このアカウントではこれまで利用のない {source}({country}、{network}、{agent})から、ほかの{accounts}件のアカウントに対する操作が行われています: {actions}。この接続元からのログインの記録はありません。',
  },
  'reason.known-intruder': {
    en: 'At {time} the account was used again from {source}, an address that this case knows as the intruder’s from earlier logs: {actions}.',
    ja: '{time} に、以前のログで攻撃元と判明している {source} から再び利用されています(操作: {actions})。',
  },
  'reason.change-after-login': {
    en: '{minutes:span} after that login, at {time}: {action}.',
    ja: 'そのログインの{minutes:span}後({time})に、{action}が行われています。',
  },
  'reason.failed-at-home': {
    en: 'At {time} a login failed at {source}, where the account was at home before: its owner may have been locked out.',
    ja: '{time} に、以前から利用のあった接続元 {source} でログインに失敗しています(本人が締め出された可能性があります)。',
  },
  'reason.shut-after-login': {
    en: 'At {time} an operator shut the account.',
    ja: '{time} に、担当者がアカウントを停止しています。',
  },
  'reason.mfa-stopped': {
    en: 'At {time} the right password was entered from {source}, but the second factor stopped the login. Nobody got in; treat the password as known to a third party.',
    ja: '{time} に {source} から正しいパスワードが入力されましたが、追加認証で止まっています。ログインは成立していませんが、パスワードは第三者に知られているものとして対応してください。',
  },
  'reason.tried-by-campaign': {
    en: '{attempts:login attempt was|login attempts were} made on this account from {sources:attack source|attack sources}.',
    ja: '{sources}個の攻撃元から、このアカウントに計{attempts}回のログイン試行がありました。',
  },
  'reason.no-success-recorded': {
    en: 'This log ({format}) records no successful logins, so it cannot tell whether anyone got in. Obtain the login successes from the application side.',
    ja: 'このログ({format})にはログイン成功の記録が含まれないため、不正ログインの有無は判断できません。アプリケーション側のログイン成功ログを入手してください。',
  },
  'reason.shared-egress': {
    en: 'But {source} is a shared line that {accounts:account uses|accounts use}, so it may have been the owner.',
    ja: 'ただし {source} は{accounts}アカウントが利用する共用回線であり、本人の可能性が残ります。',
  },
  'reason.usual-agent': {
    en: 'But the device and program are those usual for this account.',
    ja: 'ただし、端末とブラウザーは以前からこのアカウントで利用されているものと同じです。',
  },
  'reason.no-history': {
    en: 'No earlier login is on record for this account, so nothing can be said about what is usual.',
    ja: 'このアカウントには過去のログインの記録がないため、普段の利用とは比較できません。',
  },
  'reason.history-not-reread': {
    en: "The logs that were added hold too little of this account's past to tell what is usual; the earlier logs of the case were not read again for it (--reread compares with them).",
    ja: '追加したログには、普段の利用を判断できるだけの過去の記録がありません。この事案の以前のログとは比較していません(--reread で比較できます)。',
  },
  'reason.thin-history': {
    en: 'Only {logins:other login of this account is|other logins of this account are} on record, so little can be said about what is usual.',
    ja: 'このアカウントのほかのログインは{logins}回しか記録がないため、普段の利用との比較には限りがあります。',
  },
  'reason.two-findings': {
    en: 'Two independent findings point to this account.',
    ja: '互いに独立した2種類の検知が、このアカウントで重なっています。',
  },
  'reason.post-login-action': {
    en: 'After the login, from {time}: {action} ({count:time|times}).',
    ja: 'ログイン後、{time} から、{action}の記録が{count}回あります。',
  },
  'reason.same-network-as-usual': {
    en: 'But the login came over the network operator usual for this account.',
    ja: 'ただし、普段と同じ通信事業者の回線からのログインです。',
  },
  'reason.rare-login': {
    en: 'The login at {time} from {source} ({country}, {network}, {agent}) is unlike this account: only 1 in {oneIn:login|logins} of this log is as unlike its account, and together with what follows 1 in {together}.',
    ja: '{time} の {source}({country}、{network}、{agent})からのログインは、このアカウントの普段の利用と異なります。同程度に異なるログインはログ全体の{oneIn}件に1件で、次の点を合わせると{together}件に1件の珍しさです。',
  },
  'reason.rare-newcomer': {
    en: 'The login at {time} from {source} ({country}, {network}, {agent}) has nothing of this account to be compared with. Of the accounts of this log that were seen on one day only, 1 in {oneIn} comes from as odd a place, and together with what follows 1 in {together}.',
    ja: '{time} の {source}({country}、{network}、{agent})からのログインには、比較できる利用履歴がこのアカウントにありません。1日しか利用のないアカウントのうち、同程度に珍しい接続元から来たものは{oneIn}件に1件で、次の点を合わせると{together}件に1件の珍しさです。',
  },
  'reason.reset-in-wave-source': {
    en: 'The password was set anew at {time} from {source}, where reset messages were asked for {others:other account|other accounts} within hours and never used.',
    ja: '{time} に {source} からパスワードが再設定されています。同じ接続元からは数時間のうちに、ほかの{others}件のアカウントにも再設定が要求され、いずれも使われていません。',
  },
  'reason.reset-in-wave-program': {
    en: 'The password was set anew at {time} from {source} with a program ({agent}) that within hours asked for reset messages for {others:other account|other accounts}, which were never used.',
    ja: '{time} に {source} からパスワードが再設定されています。同じ種類の端末({agent})から数時間のうちに、ほかの{others}件のアカウントにも再設定が要求され、いずれも使われていません。',
  },
  'reason.reset-in-wave-network': {
    en: 'The password was set anew at {time} from {source}, in a network ({network}) from which reset messages were asked for {others:other account|other accounts} within hours and never used.',
    ja: '{time} に {source} からパスワードが再設定されています。同じ回線({network})からは数時間のうちに、ほかの{others}件のアカウントにも再設定が要求され、いずれも使われていません。',
  },
  'reason.reset-before-login': {
    en: 'At {time}, {minutes:span} before that login, the password was set anew from the same address.',
    ja: 'そのログインの{minutes:span}前の {time} に、同じ接続元からパスワードが再設定されています。',
  },
  'reason.failed-elsewhere': {
    en: 'In the day before, {failures:login attempt|login attempts} on this account failed at addresses that it had never logged in from.',
    ja: 'その前の1日間に、このアカウントでログイン成功の記録がない接続元から、{failures}回の失敗があります。',
  },
  'reason.barren-source': {
    en: 'At the same address {source}, {others:other id was|other ids were} tried, none of which ever got in there.',
    ja: '同じ接続元 {source} からは、ほかに{others}個のIDも試され、いずれもログイン成功の記録がありません。',
  },
  'reason.barren-source-many': {
    en: 'At the same address {source}, {others} or more other ids were tried, none of which ever got in there.',
    ja: '同じ接続元 {source} からは、ほかに{others}個以上のIDも試され、いずれもログイン成功の記録がありません。',
  },
  'reason.later-sessions': {
    en: 'After that, {count:login|logins} came from contexts that the account never had, the first at {time} from {source} ({country}, {network}, {agent}); no reset lies between, so whoever got in may be behind them.',
    ja: 'その後も、このアカウントで利用のなかった環境からのログイン成功が{count}回あります(最初は {time}、{source}、{country}、{network}、{agent})。その間にパスワード再設定などの記録がないため、同じ第三者による可能性があります。',
  },
} as const satisfies Messages
