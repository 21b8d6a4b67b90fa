/** What may stand beside the array: paging and status of the answer, nothing about any one event. */
const PAGE_KEYS: ReadonlySet<string> = new Set([
  'kind',
  'etag',
  'status',
  'stat',
  'success',
  'ok',
  'error',
  'errors',
  'warnings',
  'pagination',
  // Beside the results of authentik's API
  'autocomplete',
  'paging',
  'page',
  'pages',
  'pagesize',
  'page_size',
  'per_page',
  'perpage',
  'limit',
  'offset',
  'start',
  'length',
  'size',
  'count',
  'total',
  'total_count',
  'totalcount',
  'totalresults',
  // Answers to Salesforce's queries
  'totalsize',
  'done',
  'resultcount',
  'totalpagedresults',
  'totalpagedresultspolicy',
  'remainingpagedresults',
  'pagedresultscookie',
  'has_more',
  'hasmore',
  'cursor',
  'after_cursor',
  'before_cursor',
  'after',
  'before',
  '_links',
  'links',
  'self',
  'took',
  'timed_out',
  '_shards',
  '_scroll_id',
  'pit_id',
  'max_score',
  'metadata',
  'meta',
  'response_metadata',
  'preview',
  'init_offset',
  'messages',
  'fields',
  'highlighted',
  'post_process_count',
  'messagetype',
  'owner',
  'loggroup',
  'logstream',
  'subscriptionfilters',
  'callid',
  'errorcode',
  'apiversion',
  'statuscode',
  'statusreason',
  'objectscount',
  'time',
  'searchedlogstreams',
  'resulttype',
  'stats',
  'encodingflags',
  'statistics',
  'querylanguage',
  'encryptionkey',
])

const isPageKey = (key: string): boolean => PAGE_KEYS.has(key.toLowerCase()) || /^(?:next|prev|@odata\.)/i.test(key)

const OKTA_HOOK = 'eventType eventTypeVersion cloudEventsVersion source eventId eventTime contentType'
const FIREHOSE = 'requestId timestamp invocationId deliveryStreamArn sourceKinesisStreamArn region'

/** What only stands beside the list of one kind of page: about all of its records, nothing about any one of them. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  // The labels of a stream of Loki
  values: ['stream'],
  // OTLP: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
  scopeLogs: ['resource', 'schemaUrl'],
  logRecords: ['scope', 'schemaUrl'],
  // Event hooks of Okta: https://developer.okta.com/docs/api/openapi/okta-management/guides/event-hooks/
  data: OKTA_HOOK.split(' '),
  // Requests of Firehose: https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html
  records: FIREHOSE.split(' '),
  // Kinesis' GetRecords
  Records: ['NextShardIterator', 'MillisBehindLatest', 'ChildShards'],
  // Google SecOps' ingestion: https://cloud.google.com/chronicle/docs/reference/ingestion-api
  entries: ['customer_id', 'log_type', 'namespace', 'labels'],
  logs: ['forwarder', 'source_filename', 'sourceFilename'],
}

export const isBesideList = (list: string, key: string): boolean => isPageKey(key) || BESIDE[list]?.includes(key) === true

const BESIDE_ANY: ReadonlySet<string> = new Set(Object.values(BESIDE).flat())

/** May the key stand in some page, beside its records? */
export const mayStandInPage = (key: string): boolean => isPageKey(key) || BESIDE_ANY.has(key)
