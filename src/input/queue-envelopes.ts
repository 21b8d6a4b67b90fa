import type { Envelope } from './envelope.ts'

const ANY_TEXT = ['json', 'base64', 'text'] as const

/** https://cloud.google.com/pubsub/docs/reference/rest/v1/PubsubMessage; push writes names with underscores besides. */
const PUBSUB_TIMES = ['publishTime', 'publish_time']
const PUBSUB_KEYS = [...PUBSUB_TIMES, 'attributes', 'messageId', 'message_id', 'orderingKey', 'ordering_key', 'subscription_name']

/** https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html, https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Record.html */
const LAMBDA_KEYS = ['eventSource', 'eventVersion', 'eventID', 'eventName', 'invokeIdentityArn', 'awsRegion', 'eventSourceARN']
const KINESIS_KEYS = ['SequenceNumber', 'ApproximateArrivalTimestamp', 'PartitionKey', 'EncryptionType']
/** https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html; over HTTP a record is its data alone. */
const FIREHOSE_KEYS = ['recordId', 'approximateArrivalTimestamp', 'kinesisRecordMetadata']

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html, https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Message.html */
const SQS_KEYS = [...LAMBDA_KEYS, 'messageId', 'receiptHandle', 'attributes', 'messageAttributes', 'md5OfBody', 'md5OfMessageAttributes']
const SQS_API_KEYS = ['MessageId', 'ReceiptHandle', 'MD5OfBody', 'Attributes', 'MessageAttributes', 'MD5OfMessageAttributes']

/** https://cloud.google.com/chronicle/docs/reference/rest/v1alpha/projects.locations.instances.logTypes.logs, in either spelling. */
const SECOPS_TIMES = ['collectionTime', 'collection_time']
const SECOPS_KEYS = [
  ...SECOPS_TIMES,
  ...'name logEntryTime log_entry_time environmentNamespace environment_namespace labels additionals timeZone'.split(' '),
]

/** https://learn.microsoft.com/azure/event-grid/event-schema */
const EVENT_GRID_KEYS = ['id', 'topic', 'subject', 'eventType', 'eventTime', 'dataVersion', 'metadataVersion']

/** https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview: the columns of its Avro, as tools write them as JSON. */
const CAPTURE_KEYS = ['SequenceNumber', 'Offset', 'EnqueuedTimeUtc', 'SystemProperties', 'Properties']

/** What queues, streams and brokers put round what they carry; bytes are base64 in JSON. */
export const QUEUE_ENVELOPES: readonly Envelope[] = [
  // Google Pub/Sub: a push, what was pulled; the message alone
  {
    key: 'message',
    inner: 'data',
    beside: ['subscription', 'ackId', 'deliveryAttempt'],
    marks: ['subscription', 'ackId'],
    holds: ANY_TEXT,
  },
  { key: 'data', beside: PUBSUB_KEYS, marks: PUBSUB_TIMES, holds: ANY_TEXT },
  // Amazon Kinesis, as Lambda and as its API hand it on; Firehose, and what it failed to deliver
  { key: 'kinesis', inner: 'data', beside: LAMBDA_KEYS, holds: ANY_TEXT },
  { key: 'Data', beside: KINESIS_KEYS, needs: ['PartitionKey', 'SequenceNumber'], holds: ANY_TEXT },
  { key: 'data', beside: FIREHOSE_KEYS, holds: ['base64'] },
  { key: 'rawData', needs: ['errorCode', 'arrivalTimestamp'], holds: ANY_TEXT },
  // CloudWatch Logs, as Lambda is handed them
  { key: 'awslogs', inner: 'data', beside: [], holds: ['base64'] },
  // Amazon SQS, SNS
  { key: 'body', beside: SQS_KEYS, marks: ['receiptHandle'], needs: ['receiptHandle'], holds: ['json', 'text'] },
  { key: 'Body', beside: SQS_API_KEYS, marks: ['ReceiptHandle'], needs: ['ReceiptHandle'], holds: ['json', 'text'] },
  { key: 'Message', marks: ['TopicArn'], needs: ['TopicArn', 'MessageId'], holds: ['json', 'text'] },
  { key: 'Sns', inner: 'Message', beside: ['EventSource', 'EventVersion', 'EventSubscriptionArn'], holds: ['json', 'text'] },
  // Azure Event Grid, CloudEvents (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md), Event Hubs
  {
    key: 'data',
    beside: EVENT_GRID_KEYS,
    marks: ['eventTime'],
    needs: ['eventType', 'eventTime', 'subject'],
    holds: ['object', 'json', 'text'],
  },
  { key: 'data', marks: ['specversion'], needs: ['specversion', 'source', 'type'], holds: ['object', 'json', 'text'] },
  { key: 'data_base64', needs: ['specversion', 'source', 'type'], holds: ['base64'] },
  { key: 'Body', beside: CAPTURE_KEYS, marks: ['EnqueuedTimeUtc'], holds: ['object', ...ANY_TEXT] },
  // Google SecOps: its API, what is sent to it
  { key: 'data', beside: SECOPS_KEYS, marks: SECOPS_TIMES, holds: ANY_TEXT },
  { key: 'log_text', beside: ['ts_rfc3339', 'ts_epoch_microseconds'], holds: ['json', 'text'] },
]
