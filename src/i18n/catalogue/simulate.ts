import type { Messages } from '../../model/finding.ts'

/** `ashiato simulate`: its list, and what it says when it has written a log. */
export const simulateMessages = {
  'simulate.attacks': { en: 'Attacks', ja: '攻撃' },
  'simulate.look-alikes': { en: 'Look-alikes: nobody is harmed', ja: '攻撃に似て見えるもの(被害なし)' },
  'simulate.title': { en: 'scenario', ja: 'シナリオ' },
  'simulate.about': { en: 'what happens', ja: '内容' },
  'simulate.groups': { en: 'groups', ja: 'まとめて指定' },
  'simulate.formats': { en: 'formats', ja: 'ログ形式' },
  'simulate.profiles': { en: 'profiles', ja: 'サービス' },
  'simulate.log': { en: 'log', ja: 'ログ' },
  'simulate.log-text': { en: '{path}: {records:record|records}, simulated', ja: '{path}: {records}件のレコード(シミュレーション)' },
  'simulate.truth': { en: 'truth', ja: '正解' },
  'simulate.truth-text': {
    en: '{path}: {attacks:attack|attacks} with {victims:account|accounts} entered, {lookAlikes:look-alike|look-alikes}',
    ja: '{path}: 攻撃 {attacks}件(ログインされたアカウント {victims})、似て見えるもの {lookAlikes}件',
  },
  'simulate.reported': { en: 'reported', ja: '被害申告' },
  'simulate.reported-text': { en: '{path}: accounts whose owners called (--victims)', ja: '{path}: 申告のあったアカウント(--victims)' },
  'simulate.allow': { en: 'allowed', ja: '許可リスト' },
  'simulate.allow-text': { en: '{path}: what the service ordered itself (--allow)', ja: '{path}: 自社で依頼した監視・脆弱性診断(--allow)' },
  'simulate.next': { en: 'next', ja: '次に' },
  'simulate.next-text': {
    en: 'ashiato {path}   then compare with the truth',
    ja: 'ashiato {path} を実行し、正解と見比べてください',
  },
} as const satisfies Messages
