import type { Messages } from '../../model/finding.ts'

/**
 * What stands in brackets behind a complaint or a reject: by the operating system's error code, by the YAML library's, by the words of the library
 * that unpacks, and by what a format says of a record. A detail that is not here (a value out of the log) is shown as it is.
 */
const system: Messages = {
  'detail.ENOENT': { en: 'no such file or directory', ja: 'ファイルまたはフォルダーがない' },
  'detail.EACCES': { en: 'permission denied', ja: 'アクセス権がない' },
  'detail.EPERM': { en: 'operation not permitted', ja: '許可されていない操作' },
  'detail.EISDIR': { en: 'is a directory', ja: 'フォルダーであるため' },
  'detail.ENOTDIR': { en: 'not a directory', ja: 'フォルダーではない' },
  'detail.EEXIST': { en: 'file already exists', ja: '既に存在' },
  'detail.ENOSPC': { en: 'no space left on device', ja: 'ディスクの空き容量がない' },
  'detail.EDQUOT': { en: 'disk quota exceeded', ja: '割り当てられたディスク容量を超過' },
  'detail.EROFS': { en: 'read-only file system', ja: '読み取り専用のファイルシステム' },
  'detail.EFBIG': { en: 'file too large', ja: 'ファイルが大きすぎる' },
  'detail.EIO': { en: 'i/o error', ja: '入出力エラー' },
  'detail.ELOOP': { en: 'too many symbolic links', ja: 'シンボリックリンクが循環' },
  'detail.EMFILE': { en: 'too many open files', ja: '開いているファイルが多すぎる' },
  'detail.ENFILE': { en: 'too many open files in the system', ja: 'システム全体で開いているファイルが多すぎる' },
  'detail.ENAMETOOLONG': { en: 'name too long', ja: '名前が長すぎる' },
  'detail.EBUSY': { en: 'busy or locked', ja: '使用中またはロック中' },
  'detail.ETXTBSY': { en: 'file is busy', ja: 'ファイルが使用中' },
  'detail.EINVAL': { en: 'invalid argument', ja: '無効な指定' },
  'detail.ENXIO': { en: 'no such device', ja: 'デバイスがない' },
  'detail.EOVERFLOW': { en: 'value too large', ja: '値が大きすぎる' },
  'detail.ESTALE': { en: 'the network file system has lost it', ja: 'ネットワークドライブ上で見つからない' },
  'detail.ERR_MODULE_NOT_FOUND': { en: 'no such module', ja: 'モジュールがない' },
}

/** https://eemeli.org/yaml/#errors */
const yaml: Messages = {
  'detail.ALIAS_PROPS': { en: 'an alias with properties', ja: 'エイリアスに属性が付いている' },
  'detail.BAD_ALIAS': { en: 'an alias or anchor without a usable name', ja: 'エイリアスまたはアンカーの名前の誤り' },
  'detail.BAD_COLLECTION_TYPE': { en: 'a tag that does not fit the value', ja: 'タグと値の種類の不一致' },
  'detail.BAD_DIRECTIVE': { en: 'a bad % directive', ja: '% ディレクティブの誤り' },
  'detail.BAD_DQ_ESCAPE': { en: 'an invalid escape in a double-quoted text', ja: '二重引用符内のエスケープの誤り' },
  'detail.BAD_INDENT': { en: 'wrong indentation, or a bracket that is not closed', ja: '字下げの誤り、または閉じていないかっこ' },
  'detail.BAD_PROP_ORDER': { en: 'an anchor or tag in the wrong place', ja: 'アンカーまたはタグの位置の誤り' },
  'detail.BAD_SCALAR_START': { en: 'a text that must be quoted because of its first character', ja: '引用符が必要な文字で始まる値' },
  'detail.BLOCK_AS_IMPLICIT_KEY': { en: 'a nested key on the same line', ja: '同じ行に重なったキー' },
  'detail.BLOCK_IN_FLOW': { en: 'a block inside brackets', ja: 'かっこの中のブロック' },
  'detail.DUPLICATE_KEY': { en: 'a key that stands there twice', ja: 'キーの重複' },
  'detail.IMPOSSIBLE': { en: 'not valid YAML', ja: 'YAMLとして無効' },
  'detail.KEY_OVER_1024_CHARS': { en: 'a key of more than 1024 characters', ja: '1024文字を超えるキー' },
  'detail.MISSING_CHAR': {
    en: 'a character is missing: quote, bracket, colon, comma or blank',
    ja: '引用符・かっこ・コロン・カンマ・空白のいずれかの不足',
  },
  'detail.MULTILINE_IMPLICIT_KEY': { en: 'a key over several lines', ja: '複数行にわたるキー' },
  'detail.MULTIPLE_ANCHORS': { en: 'two anchors on one value', ja: '1つの値に2つのアンカー' },
  'detail.MULTIPLE_DOCS': { en: 'more than one document', ja: '複数のドキュメント' },
  'detail.MULTIPLE_TAGS': { en: 'two tags on one value', ja: '1つの値に2つのタグ' },
  'detail.NON_STRING_KEY': { en: 'a key that is no text', ja: '文字列でないキー' },
  'detail.RESOURCE_EXHAUSTION': { en: 'too deep or too large', ja: '深すぎる、または大きすぎる' },
  'detail.TAB_AS_INDENT': { en: 'a tab as indentation (use blanks)', ja: 'タブによる字下げ(空白を使用)' },
  'detail.TAG_RESOLVE_FAILED': { en: 'an unknown tag', ja: '未知のタグ' },
  'detail.UNEXPECTED_TOKEN': { en: 'a character that does not belong there', ja: '余分な文字' },
  'detail.yaml-aliases': { en: 'aliases that multiply without end', ja: '際限なく増えるエイリアス' },
}

/** zlib, zstd and yauzl. */
const unpacking: Messages = {
  'detail.unexpected end of file': { en: 'unexpected end of file', ja: '末尾の欠落' },
  'detail.unknown bytes after the end': { en: 'unknown bytes after the end', ja: '終端より後に不明なデータ' },
  'detail.incorrect header check': { en: 'incorrect header check', ja: 'ヘッダーの検査値の不一致' },
  'detail.header crc mismatch': { en: 'header crc mismatch', ja: 'ヘッダーの検査値の不一致' },
  'detail.incorrect data check': { en: 'incorrect data check', ja: 'データの検査値の不一致' },
  'detail.incorrect length check': { en: 'incorrect length check', ja: '長さの不一致' },
  'detail.unknown compression method': { en: 'unknown compression method', ja: '未知の圧縮方式' },
  'detail.invalid block type': { en: 'invalid block type', ja: 'ブロックの種類が無効' },
  'detail.invalid stored block lengths': { en: 'invalid stored block lengths', ja: 'ブロックの長さが無効' },
  'detail.invalid distance too far back': { en: 'invalid distance too far back', ja: '圧縮データの参照先が無効' },
  'detail.invalid distance code': { en: 'invalid distance code', ja: '圧縮データの符号が無効' },
  'detail.invalid distances set': { en: 'invalid distances set', ja: '圧縮データの符号表が無効' },
  'detail.invalid literal/length code': { en: 'invalid literal/length code', ja: '圧縮データの符号が無効' },
  'detail.invalid literal/lengths set': { en: 'invalid literal/lengths set', ja: '圧縮データの符号表が無効' },
  'detail.invalid code lengths set': { en: 'invalid code lengths set', ja: '圧縮データの符号表が無効' },
  'detail.invalid code -- missing end-of-block': { en: 'invalid code: no end of block', ja: '圧縮データの符号表が無効' },
  'detail.invalid bit length repeat': { en: 'invalid bit length repeat', ja: '圧縮データの符号表が無効' },
  'detail.too many length or distance symbols': { en: 'too many length or distance symbols', ja: '圧縮データの符号表が無効' },
  'detail.Data corruption detected': { en: 'data corruption detected', ja: 'データの破損' },
  "detail.Restored data doesn't match checksum": { en: 'restored data does not match its checksum', ja: 'データの検査値の不一致' },
  'detail.Unknown frame descriptor': { en: 'unknown frame descriptor', ja: '未知のフレーム形式' },
  'detail.Src size is incorrect': { en: 'size is incorrect', ja: 'サイズの不一致' },
  'detail.End of central directory record signature not found. Either not a zip file, or file is truncated.': {
    en: 'its table of contents is missing: cut off, or no zip file',
    ja: '目次がない(途中で切れている、またはzipではない)',
  },
  'detail.one part of several': { en: 'one part of an archive in several', ja: '分割された圧縮ファイルの一部' },
  'detail.unexpected EOF': { en: 'unexpected end of file', ja: '末尾の欠落' },
  'detail.stdin': { en: 'standard input', ja: '標準入力' },
  'detail.binary': { en: 'binary', ja: 'バイナリ' },
  'detail.encrypted Parquet': { en: 'encrypted Parquet', ja: '暗号化されたParquet' },
}

/** What in a folder or an archive is no file that could be read. */
const skipped: Messages = {
  'detail.a named pipe': { en: 'a named pipe', ja: '名前付きパイプ' },
  'detail.a socket': { en: 'a socket', ja: 'ソケット' },
  'detail.a device': { en: 'a device', ja: 'デバイス' },
  'detail.a sparse file': { en: 'a sparse file', ja: 'スパースファイル' },
  'detail.a link to something outside': { en: 'a link to something outside', ja: 'アーカイブ外へのリンク' },
  'detail.an entry of unknown kind': { en: 'an entry of unknown kind', ja: '種類が不明な項目' },
  'detail.an older copy of the same name': { en: 'an older copy of the same name', ja: '同じ名前の古いコピー' },
}

/** Said of one record by framing or by its format. Names of fields are the providers' own. */
const records: Messages = {
  'detail.open-quote': { en: 'a quote that is not closed', ja: '閉じていない引用符' },
  'detail.nesting': { en: 'nested too deep', ja: '入れ子が深すぎる' },
  'detail.a repeat count above 999': { en: 'a repeat count above 999', ja: '繰り返し回数が999超' },
  'detail.a separator inside a value': { en: 'a separator inside a value', ja: '値の中に区切り文字' },
  'detail.a sign-in without its result': { en: 'a login without its result', ja: '結果のないログイン' },
  'detail.audit record over several lines': { en: 'an audit record over several lines', ja: '複数行にわたる監査レコード' },
  'detail.callback without a user': { en: 'a callback without a user', ja: '利用者のないコールバック' },
  'detail.cells': { en: 'number of cells', ja: '列の数' },
  'detail.code and success disagree': { en: 'code and success disagree', ja: 'コードと成否の不一致' },
  'detail.error code is not a number': { en: 'the error code is not a number', ja: '数値でないエラーコード' },
  'detail.error of a refusal': { en: 'the error of a refusal', ja: '拒否の理由' },
  'detail.kind of login': { en: 'the kind of login', ja: 'ログインの種類' },
  'detail.last or lastb: ends when it begins, on a console': {
    en: 'last or lastb: ends when it begins, on a console',
    ja: 'last か lastb か不明(コンソールで開始と終了が同時)',
  },
  'detail.no action': { en: 'no action', ja: '操作の記載なし' },
  'detail.no activity': { en: 'no activity', ja: '操作の記載なし' },
  'detail.no activity_id': { en: 'no activity_id', ja: 'activity_id の記載なし' },
  'detail.no category': { en: 'no category', ja: '区分の記載なし' },
  'detail.no error code': { en: 'no error code', ja: 'エラーコードの記載なし' },
  'detail.no event': { en: 'no event', ja: 'イベントの記載なし' },
  'detail.no event id': { en: 'no event id', ja: 'イベントIDの記載なし' },
  'detail.no event name': { en: 'no event name', ja: 'イベント名の記載なし' },
  'detail.no method': { en: 'no method', ja: '認証方式の記載なし' },
  'detail.no operation': { en: 'no operation', ja: '操作の記載なし' },
  'detail.no pattern': { en: 'no pattern', ja: '該当する書式なし' },
  'detail.no risk type': { en: 'no risk type', ja: 'リスクの種類の記載なし' },
  'detail.no status': { en: 'no status', ja: 'ステータスの記載なし' },
  'detail.not one whole <Event> on one line': { en: 'not one whole <Event> on one line', ja: '1行に1つの完全な <Event> ではない' },
  'detail.spreadsheet-number': {
    en: 'a spreadsheet cut the number: get the export as it was, not saved again',
    ja: '表計算ソフトによる数値の切り捨て。保存し直していない元のエクスポートを入手',
  },
  'detail.spreadsheet-time': {
    en: 'a spreadsheet cut the time: get the export as it was, not saved again',
    ja: '表計算ソフトによる時刻の切り捨て。保存し直していない元のエクスポートを入手',
  },
  'detail.japanese-era': { en: 'year of a Japanese era: convert it', ja: '和暦の年。西暦に変換' },
  'detail.unknown event response': { en: 'unknown event response', ja: '未知のイベント応答' },
  'detail.unknown event type': { en: 'unknown event type', ja: '未知のイベント種別' },
  'detail.wording of a login': { en: 'the wording of a login', ja: 'ログインの文面' },
  'detail.wording of a refusal': { en: 'the wording of a refusal', ja: '拒否の文面' },
  'detail.wording of an attempt': { en: 'the wording of an attempt', ja: '試行の文面' },
}

export const detailMessages: Messages = { ...system, ...yaml, ...unpacking, ...skipped, ...records }
