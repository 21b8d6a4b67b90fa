import { defineRule, number, recent } from '../define-rule.ts'

/** One id, several people at once. */
export const rule = defineRule({
  id: 'shared-id-overlap',
  title: { en: 'Shared id used by several people at once', ja: '共有IDの複数人による同時利用' },
  severity: 'medium',
  attack: ['T1078'],
  tags: ['roster', 'insider', 'account'],
  partition: ['account'],
  stage: 2,
  list: 'roster',
  among: 'shared',
  when: { action: ['login', 'session-use'], outcome: ['success'] },
  needs: ['ip', 'account', 'success'],
  parameters: {
    window: { default: '30m', type: 'duration', en: 'Time within which two places take turns.', ja: '2つの環境が交互に使われる期間。' },
    gap: { default: '24h', type: 'duration', en: 'A pause this long ends the episode.', ja: 'これだけ間が空くと、検知を区切る。' },
  },
  episode: 'gap',
  question: {
    en: 'Do several people work under one id at the same time?',
    ja: '1つのIDを複数人が同時に使っていないか',
  },
  howItDecides: {
    en: 'Only for ids that the roster calls shared: within half an hour one address and program, then another, then the first again. One after the other is a hand-over and is not reported. Who it was the log cannot say.',
    ja: '人員リスト(--roster)で共有とされたIDだけを対象とします。30分以内に、ある接続元・端末、別の接続元・端末、再び最初の接続元・端末の順に使われた場合に報告します。順番に使うだけの引き継ぎは報告しません。誰が使ったかはログからは分かりません。',
  },
  falsePositives: [
    { en: 'One person with a computer and a phone side by side.', ja: '1人がパソコンと電話を並べて使う場合。' },
    { en: 'A proxy that changes its exit within minutes.', ja: '出口のアドレスが数分で変わるプロキシ。' },
  ],
  blindSpots: [{ en: 'Several people behind one address with the same program.', ja: '同じ接続元・同じ種類の端末を使う複数人。' }],
  messages: {
    overlap: {
      en: '{account} was used from {places:place|places} in turn within {window}.',
      ja: '{account} が {window}以内に {places}つの環境から交互に利用されています。',
    },
  },
  state: { uses: recent(32), reportedRow: number(-1) },
  create: ({ parameters, report }) => ({
    event: (event, state) => {
      const sinceMs = event.timeMs - parameters.window
      const here = `${event.sourceKey} ${event.agentKey}`
      let [wasHere, wasElsewhere, isBack] = [false, false, false]
      const places = new Set([here])
      state.uses.each(sinceMs, (_timeMs, source, agent) => {
        const place = `${source} ${agent}`
        places.add(place)
        if (place === here) wasHere = true
        else if (wasHere) wasElsewhere = true
        isBack = wasHere && wasElsewhere
      })
      state.uses.push(event.timeMs, event.sourceKey, event.agentKey, event.row)
      if (!isBack) return
      report(event, {
        messageId: 'overlap',
        data: { account: event.account ?? '', places: places.size, window: { durationMs: parameters.window } },
        evidence: state.uses.rowsSince(sinceMs, state.reportedRow),
      })
      state.reportedRow = event.row
    },
  }),
})
