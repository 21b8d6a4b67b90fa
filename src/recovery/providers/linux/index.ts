import { defineProvider } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE =
  'man pages usermod(8), passwd(1), chage(1), gpasswd(1), loginctl(1), journalctl(1), faillock(8), crontab(1), find(1), ssh-keygen(1)'
const home = '"$(getent passwd -- {account} | cut -d: -f6)"'
const uid = '"$(id -u -- {account})"'

/** Linux hosts with sshd: run as root on every host that knows the account. */
export const provider = defineProvider({
  id: 'linux',
  title: 'Linux / sshd',
  setup: ['sudo -i   # on each host concerned'],
  // sshd's log knows sessions and keys only as they are used.
  notInLog: ['revoke-sessions', 'remove-factors', 'revoke-grants'],
  acts: {
    'export-log': [
      {
        // OpenSSH 9.8 moved a connection's lines to sshd-session, 10.0 some to sshd-auth; systemd before 255 reads no ISO times.
        command:
          'journalctl _COMM=sshd _COMM=sshd-session _COMM=sshd-auth --since "$(date -d {since} \'+%F %T\')" --until "$(date -d {until} \'+%F %T\')" -o export > sshd.journal',
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
      },
      { command: 'last -F -- {account}', permission: 'root', reversible: 'yes', source: SOURCE },
      { command: 'lastb -F -- {account}', permission: 'root', reversible: 'yes', source: SOURCE },
    ],
    'list-sessions': [
      {
        command: `ps -o pid,lstart,tty,args -u ${uid}`,
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'process evidence vanishes with the sessions', ja: 'プロセスの証拠はセッション終了で消える' },
      },
    ],
    'list-factors': [
      {
        command: `tail -n +1 ${home}/.ssh/authorized_keys*`,
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'also AuthorizedKeysFile and AuthorizedKeysCommand of sshd_config',
          ja: 'sshd_configのAuthorizedKeysFile・AuthorizedKeysCommandも確認',
        },
      },
    ],
    'list-grants': [
      { command: 'crontab -l -u {account}', permission: 'root', reversible: 'yes', source: SOURCE },
      {
        command: `find /etc/cron.d /etc/systemd/system /var/spool/at /var/spool/cron ${home}/.config ${home}/.bash* ${home}/.profile ${home}/.ssh -user ${uid} -type f -newermt {since} -ls 2>/dev/null`,
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'jobs, services and shell files of the account that changed since then: they run again by themselves',
          ja: 'この日時以降に変更されたジョブ・サービス・シェルの設定(自動で再び実行される)',
        },
      },
      { command: 'sudo -l -U {account}', permission: 'root', reversible: 'yes', source: SOURCE },
    ],
    'block-account': [
      {
        command: 'usermod -L -e 1 -- {account}',
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'locking the password alone does not stop SSH keys: -e 1 expires the account',
          ja: 'パスワードのロックだけではSSH鍵のログインは止まらない(-e 1で期限切れにする)',
        },
        userImpact: IMPACT.blocked,
        residual: {
          en: 'Open sessions and running jobs go on until they are ended (next step)',
          ja: '開いているセッションと実行中のジョブは終了させるまで続く(次の手順)',
        },
        proof: { text: { en: 'usermod: "lock user"', ja: 'usermodの記録 "lock user"' }, codes: ['account-locked'] },
      },
      {
        command: `mv -- ${home}/.ssh/authorized_keys ${home}/.ssh/authorized_keys.incident`,
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'keeps the keys as evidence', ja: '鍵は証拠として残る' },
      },
    ],
    'unblock-account': [
      {
        command: `usermod -U -e '' -- {account}`,
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'put back only the keys that the owner knows', ja: '本人の鍵だけを戻す' },
        proof: { text: { en: 'usermod: "unlock user"', ja: 'usermodの記録 "unlock user"' }, codes: ['account-unlocked'] },
      },
    ],
    'unlock-account': [{ command: 'faillock --user {account} --reset', permission: 'root', reversible: 'yes', source: SOURCE }],
    'revoke-sessions': [
      {
        command: 'loginctl terminate-user -- {account}',
        permission: 'root',
        reversible: 'no',
        source: SOURCE,
        userImpact: { en: 'All sessions and programs of the account end', ja: 'このアカウントの全セッション・プログラムが終了する' },
        residual: {
          en: 'cron, at and system services started by the account come back: look through them',
          ja: 'cron・at・サービスは再び起動し得るため確認する',
        },
        proof: { text: '"session closed for user"', codes: [] },
      },
      { command: `pkill -KILL -u ${uid}`, permission: 'root', reversible: 'no', source: SOURCE },
    ],
    'remove-factors': [
      {
        // `-f -` since OpenSSH 7.2; a key that was put aside with its file is found as well.
        command: `cat -- ${home}/.ssh/authorized_keys* | ssh-keygen -lf - | grep -F "$(printf '%s\\n' {keys})"`,
        permission: 'root',
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'the key that came in: remove its line from every authorized_keys file, on every host; the comment behind it may tell who put it there',
          ja: 'ログインに使われた鍵。全ホストの全authorized_keysからこの鍵の行を削除する(末尾のコメントは登録者の手掛かり)',
        },
      },
      {
        command: `ls -la ${home}/.ssh`,
        permission: 'root',
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'remove keys that the owner does not know from every authorized_keys file',
          ja: '全authorized_keysから本人に覚えのない鍵を削除する',
        },
      },
    ],
    'revoke-grants': [
      {
        command: 'crontab -u {account} -l && crontab -u {account} -r',
        permission: 'root',
        byHand: true,
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'file what it prints; then the at jobs (atq, atrm), user services (~/.config/systemd/user, loginctl disable-linger) and shell files of the list',
          ja: '表示された内容を保管する。続いてatのジョブ(atq、atrm)、ユーザーサービス(~/.config/systemd/user、loginctl disable-linger)、一覧のシェル設定を確認',
        },
        userImpact: { en: "The account's own scheduled jobs stop", ja: 'このアカウントの定期実行ジョブが停止する' },
      },
    ],
    'remove-role': [
      {
        command: 'gpasswd -d {account} sudo',
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'group wheel on some systems; look through /etc/sudoers.d', ja: 'システムによりwheel。/etc/sudoers.dも確認' },
        proof: { text: '"removed by root from group"', codes: ['power-taken'] },
      },
    ],
    'force-reset': [
      {
        command: 'chage -d 0 -- {account}',
        permission: 'root',
        reversible: 'no',
        source: SOURCE,
        note: {
          en: 'the old password is asked once more: keep the account locked, or set a new one first (passwd)',
          ja: '次回旧パスワードを求めるため、ロックを続けるか先に新しい値を設定する(passwd)',
        },
        userImpact: IMPACT.newPassword,
        proof: { text: '"changed password expiry for"', codes: ['expiry-changed'] },
      },
    ],
    'block-source': [
      {
        command: 'for source in {sources4}; do nft add element inet filter incident4 "{ $source timeout 7d }"; done',
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
        note: {
          en: 'needs table inet filter with the sets incident4 and incident6 (flags interval, timeout) and a rule that drops what is in them',
          ja: 'inet filterテーブルにセットincident4・incident6(flags interval, timeout)と、それを破棄するルールが必要',
        },
      },
      {
        command: 'for source in {sources6}; do nft add element inet filter incident6 "{ $source timeout 7d }"; done',
        permission: 'root',
        reversible: 'yes',
        source: SOURCE,
      },
    ],
  },
})
