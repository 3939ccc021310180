import { isDay, isInstant } from '../../base/date.js';
import { isObject, sameJson, type JsonValue } from '../../base/json.js';
import { sourceText, type SourceText } from '../../base/source.js';
import type { RecordHeader } from '../../control/new-approvals.js';
import { checkSchema } from '../../load/check-schema.js';
import { spanIn } from '../../load/document.js';
import { readYaml } from '../../load/yaml-values.js';
import type { Spec } from '../../model/spec.js';
import type { Approval } from '../../schema/kinds/record.js';

/** A Record about a change that does not stand yet: what follows from the change, and who agreed. */
export interface RecordDraft extends RecordHeader {
  readonly id: string;
  readonly date: string;
  readonly subject: readonly string[];
  readonly approvals: readonly Approval[];
}

/** The text of a new Record in canonical order. Whom the change touches and what came of it is for its author to say. */
export function newRecordText({ id, date, by, subject, levels, regulated, approvals, from }: RecordDraft): string {
  const lines = [
    'apiVersion: waymark/v1',
    'kind: Record',
    `id: ${id}`,
    'type: change',
    `date: ${date}`,
    `by: [${scalar(by)}]`,
    `subject: [${subject.map(scalar).join(', ')}]`,
    `levels: [${levels.join(', ')}]`,
    `regulated: ${regulated}`,
    'approvals:',
    ...approvals.map((approval) => `  - ${blockOf(approval, '    ', '\n')}`),
    ...(from === undefined ? [] : [`effective: {from: ${scalar(from)}}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The text of a Record's file with more approvals in it: one takes the place of what the same person said before in the same role, any
 * other comes after the last. Everything else stays as it is, comments too.
 *
 * @param text - Of the whole file as it is now.
 * @returns `undefined` where the Record is written in a way that this cannot be done without changing something else.
 */
export function withApprovals(text: string, { document: { source, index } }: Spec<'Record'>, added: readonly Approval[]): string | undefined {
  return added.reduce<string | undefined>((earlier, approval) => (earlier === undefined ? undefined : withApproval(sourceText(source.uri, earlier), index, approval)), text);
}

function withApproval(source: SourceText, index: number, approval: Approval): string | undefined {
  const written = readYaml(source);
  const value = written.find((each) => each.index === index)?.value as RecordValue | undefined;
  if (value === undefined) return undefined;
  const then = value.approvals ?? [];
  const at = then.findIndex(({ role, person }) => role === approval.role && person === approval.person);
  const approvals = at < 0 ? [...then, approval] : then.with(at, approval);
  const text = then.length === 0 ? withFirst(source, index, value, approval) : at < 0 ? withNext(source, index, then.length - 1, approval) : withOther(source, index, at, approval);
  return saysJust(source.uri, text, written.map((each) => (each.index === index ? { ...value, approvals } as unknown as JsonValue : each.value))) ? text : undefined;
}

type RecordValue = { readonly [field: string]: JsonValue } & { readonly approvals?: readonly Approval[] };

/** As a block after the fields that stand before approvals, or in the place of an empty list. */
function withFirst(source: SourceText, index: number, value: RecordValue, approval: Approval): string {
  if (value.approvals !== undefined) return replaced(source.text, placeOf(source, index, ['approvals']), `[${flowOf(approval)}]`);
  const earlier = ['type', 'date', 'by', 'subject', 'levels', 'regulated', 'impact'].filter((field) => value[field] !== undefined);
  const end = Math.max(...earlier.map((field) => endOfLine(source.text, placeOf(source, index, [field]).end)));
  const line = lineBreakOf(source.text);
  return replaced(source.text, { start: end, end }, `${line}approvals:${line}  - ${blockOf(approval, '    ', line)}`);
}

function withNext(source: SourceText, index: number, last: number, approval: Approval): string {
  const [place, line] = [placeOf(source, index, ['approvals', last]), lineBreakOf(source.text)];
  const dash = dashBefore(source.text, place.start);
  if (dash === undefined) return replaced(source.text, { start: place.end, end: place.end }, `, ${flowOf(approval)}`);
  const end = endOfLine(source.text, place.end);
  return replaced(source.text, { start: end, end }, `${line}${dash}- ${blockOf(approval, `${dash}  `, line)}`);
}

/** What the same person said of another set of changes is no longer said. */
function withOther(source: SourceText, index: number, at: number, approval: Approval): string {
  const place = placeOf(source, index, ['approvals', at]);
  const dash = dashBefore(source.text, place.start);
  return replaced(source.text, place, dash === undefined ? flowOf(approval) : blockOf(approval, ' '.repeat(dash.length + 2), lineBreakOf(source.text)));
}

/** What stands before the dash of an entry; nothing where the list is in brackets. */
function dashBefore(text: string, start: number): string | undefined {
  return /^([ ]*)- +$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[1];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf(source: SourceText, index: number, path: readonly (string | number)[]): Place {
  return spanIn({ source, index, span: { source, start: 0, end: 0 }, kind: 'Record', value: {}, problems: [] }, path);
}

function replaced(text: string, { start, end }: Place, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Behind a comment that stands on the same line. */
function endOfLine(text: string, from: number): number {
  const [end] = [...text.slice(from).matchAll(/\r?\n|$/g)];
  return from + end!.index;
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Nobody's words get lost, and nothing is said that was not meant. */
function saysJust(uri: string, text: string, wanted: readonly JsonValue[]): boolean {
  const source = sourceText(uri, text);
  const now = readYaml(source);
  return now.length === wanted.length && now.every(({ value, problems }, at) => problems.length === 0 && sameJson(value, wanted[at])) && now.every(({ index, value }) => isSound(source, index, value));
}

function isSound(source: SourceText, index: number, value: JsonValue): boolean {
  return !isObject(value) || value['kind'] !== 'Record' || checkSchema({ source, index, kind: 'Record', value }).length === 0;
}

/** `role: claims-cx#journey-owner`, one field in a line, each after the first with what stands before it. */
function blockOf(approval: Approval, indent: string, line: string): string {
  const lines = fieldsOf(approval).flatMap(([field, value]) => (typeof value === 'string' ? [`${field}: ${scalar(value)}`] : [`${field}:`, ...value.map((each) => `  - ${scalar(each)}`)]));
  return lines.join(`${line}${indent}`);
}

function flowOf(approval: Approval): string {
  return `{${fieldsOf(approval).map(([field, value]) => `${field}: ${typeof value === 'string' ? scalar(value) : `[${value.map(scalar).join(', ')}]`}`).join(', ')}}`;
}

const fieldOrder: readonly (keyof Approval)[] = ['role', 'person', 'host', 'repository', 'set', 'fingerprints', 'at'];

function fieldsOf(approval: Approval): readonly (readonly [field: string, value: string | readonly string[]])[] {
  return fieldOrder.flatMap((field) => (approval[field] === undefined ? [] : [[field, approval[field]] as const]));
}

/** Plain where no reader of YAML can take it for anything but these letters. Between quotes, a host's own words are only words. */
function scalar(text: string): string {
  return (plainWord.test(text) && !otherwiseRead.has(text)) || isInstant(text) || isDay(text) ? text : JSON.stringify(text);
}

const plainWord = /^[a-z][a-z0-9]*(?:[-#./@][a-z0-9]+)*$/;
const otherwiseRead: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
