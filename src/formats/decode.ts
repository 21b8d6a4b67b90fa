import { once } from '../kernel/once.ts'
import type { Fate, RawRecord, RecordShape } from '../model/record.ts'
import { zoneOf, type CsvShape, type Format, type JsonShape, type Shape, type TextShape } from './define-format.ts'
import { compileItemPath } from './each-item.ts'
import type { PathCompiler } from './field.ts'
import type { ClassifyResult } from './classify.ts'
import { NO_PATTERN } from '../model/line-plan.ts'
import { compilePatterns } from './line-patterns.ts'
import { compileCsvPath, compileJsonPath } from './path.ts'
import { withSpreadsheetDamage } from './spreadsheet-damage.ts'
import { compileShape, type Emit, type ShapeDecode } from './shape-decoder.ts'
import { compileFields, type DecodeContext, type ShapeFields } from './shape-fields.ts'
import { compileJsonSignature, matchesHeader } from './signature.ts'

/** One shape of one format, ready to recognise and decode records. */
export interface CompiledShape {
  readonly format: Format
  readonly shape: Shape
  /** What its records are framed as: mostly the shape's own kind. */
  readonly kind: RecordShape
  readonly matches: (record: RawRecord) => boolean
  readonly decode: (record: RawRecord, emit: Emit) => Fate
  /** The fields one by one, where part-read records are looked into by their keys, columns or names. */
  readonly fields: ((header: readonly string[]) => ShapeFields) | undefined
}

export interface CompiledFormat {
  readonly format: Format
  readonly shapes: readonly CompiledShape[]
  /** Decodes by the first shape that recognises the record; `undefined` when none does. */
  readonly decode: (record: RawRecord, emit: Emit) => Fate | undefined
}

const compileJson = (format: Format, shape: JsonShape, context: DecodeContext): CompiledShape => {
  const signature = compileJsonSignature(shape)
  // Of all shapes there are, a log has one or two: the others need not be compiled.
  const fields = once(() => compileFields(shape, shape.each === undefined ? compileJsonPath : compileItemPath(shape.each), context))
  const decode = once(() => compileShape(shape, fields()))
  return {
    format,
    shape,
    kind: 'json',
    fields,
    matches: (record) => record.shape === 'json' && signature(record.value),
    decode: (record, emit) => decode()(record.value, emit),
  }
}

const compileCsv = (format: Format, declared: CsvShape, context: DecodeContext): CompiledShape => {
  const shape = withSpreadsheetDamage(declared)
  const byHeader = new Map<readonly string[], ShapeDecode | undefined>()
  const fields = (header: readonly string[]): ShapeFields => compileFields(shape, (path) => compileCsvPath(path, header), context)
  const forHeader = (header: readonly string[]): ShapeDecode | undefined => {
    if (!byHeader.has(header)) byHeader.set(header, matchesHeader(shape, header) ? compileShape(shape, fields(header)) : undefined)
    return byHeader.get(header)
  }
  return {
    format,
    shape,
    kind: 'csv',
    fields,
    matches: (record) => record.shape === 'csv' && record.header !== undefined && forHeader(record.header) !== undefined,
    decode: (record, emit) => forHeader(record.header ?? [])?.(record.value, emit) ?? { fate: 'rejected', why: 'unknown-format' },
  }
}

/** Of lines that were cut, those that fit no pattern are told by a word. */
const ignoreOthers = ({ other }: TextShape, fields: ShapeFields, compile: PathCompiler): ShapeFields => {
  const pattern = compile('pattern')
  const ignored: ClassifyResult = { ignore: { fate: 'ignored', why: other } }
  return {
    ...fields,
    classify: (record, item) => (pattern(record, item) === NO_PATTERN ? ignored : fields.classify(record, item)),
  }
}

const compileText = (format: Format, shape: TextShape, context: DecodeContext): CompiledShape => {
  const patterns = once(() => compilePatterns(shape.patterns, shape.pairsIn))
  const fields = once(() => compileFields(shape, patterns().compilePath, context))
  const decode = once(() => compileShape(shape, fields()))
  return {
    format,
    shape,
    kind: 'text',
    fields: shape.cut === undefined ? undefined : () => ignoreOthers(shape, fields(), patterns().compilePath),
    matches: (record) => record.shape === 'text' && shape.signature.test(record.value as string),
    decode: (record, emit) => {
      const line = patterns().match(record.value as string)
      return line === undefined ? { fate: 'ignored', why: shape.other } : decode()(line, emit)
    },
  }
}

const compileAny = (format: Format, shape: Shape, given: DecodeContext): CompiledShape => {
  // `--timezone` is for logs in local time; what is documented as UTC stays UTC.
  const context = zoneOf({ format, shape }) === 'utc' ? { ...given, time: { ...given.time, zone: 'UTC' } } : given
  if (shape.kind === 'json') return compileJson(format, shape, context)
  if (shape.kind === 'csv') return compileCsv(format, shape, context)
  return compileText(format, shape, context)
}

/** Decodes by the first of the shapes that recognises the record. */
const byShape =
  (shapes: readonly CompiledShape[]): CompiledFormat['decode'] =>
  (record, emit) =>
    shapes.find((shape) => shape.matches(record))?.decode(record, emit)

/** The same format with other shapes. */
export const withShapes = ({ format }: CompiledFormat, shapes: readonly CompiledShape[]): CompiledFormat => ({
  format,
  shapes,
  decode: byShape(shapes),
})

/** Compiles a format's declaration into recognisers and decoders. */
export const compileFormat = (format: Format, context: DecodeContext): CompiledFormat => {
  const shapes = format.shapes.map((shape) => compileAny(format, shape, context))
  return {
    format,
    shapes,
    decode: byShape(shapes),
  }
}
