import type { Problem } from '../base/diagnostic.js';
import { fieldOf, isObject, type JsonObject, type JsonValue } from '../base/json.js';
import type { SourceText } from '../base/source.js';
import { didYouMean, nearest, shown } from '../base/words.js';
import { languageTable, type KindName } from '../schema/generated/language-table.js';
import { locateInYaml } from './yaml-positions.js';

/** What a document says it is: a kind of ours, something wrong, or a file that is none of ours. */
export type Identified =
  | { readonly kind: KindName; readonly problems: readonly [] }
  | { readonly kind: undefined; readonly problems: readonly Problem[] }
  | { readonly foreign: Problem };

const language = 'waymark/v1';

/** Reads `apiVersion` and `kind`. A misspelt header must not make a document disappear. */
export function identify(source: SourceText, index: number, value: JsonValue): Identified {
  if (!claimsToBeOurs(value)) return { foreign: foreignFile(source, index) };
  const version = fieldOf(value, 'apiVersion');
  const kind = fieldOf(value, 'kind');
  if (version !== undefined && version !== language) return failed(source, index, 'apiVersion', 'STR-004', `The language version \`${shown(version)}\` is not known.`, `Write \`apiVersion: ${language}\`.`);
  if (isKind(kind)) return { kind, problems: [] };
  if (kind === undefined) return withoutKind(source, index, value);
  return failed(source, index, 'kind', 'STR-001', `\`${shown(kind)}\` is not a kind of document.`, didYouMean(shown(kind), languageTable.kinds) || `The kinds are ${languageTable.kinds.join(', ')}.`);
}

/**
 * Whoever else has documents with a kind of ours and an `id` at the top says of which place of the web they are: `backstage.io/v1alpha1`. Without such a
 * place, a slip in `kind` is taken for one where fields of our headers stand beside it, and most of them together are enough where no kind is near.
 */
function claimsToBeOurs(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  const key = keyLike(value, 'apiVersion');
  const version = key === undefined ? '' : String(value[key]);
  if (isLikeOurs(version) || version.includes('.')) return isLikeOurs(version);
  const kind = keyLike(value, 'kind');
  const fields = headerFields.filter((field) => Object.hasOwn(value, field));
  if (isKind(fieldOf(value, 'kind')) && fields.includes('id')) return true;
  const isNear = kind !== undefined && nearest(String(value[kind]), languageTable.kinds) !== undefined;
  return fields.length >= (isNear ? 2 : 5);
}

/** What the documents of other tools do not have together. */
const headerFields = ['id', 'title', 'version', 'status', 'owner', 'effective'] as const;

/** The key that says something, or the one that somebody has written in its place. */
function keyLike(value: JsonObject, name: string): string | undefined {
  return Object.hasOwn(value, name) ? name : Object.keys(value).find((each) => nearest(each, [name]) !== undefined);
}

function isLikeOurs(version: string): boolean {
  return version.startsWith('waymark') || nearest(version, [language]) !== undefined;
}

function isKind(kind: JsonValue | undefined): kind is KindName {
  return typeof kind === 'string' && languageTable.kinds.includes(kind);
}

function withoutKind(source: SourceText, index: number, value: JsonValue): Identified {
  const near = isObject(value) ? keyLike(value, 'kind') : undefined;
  const hint = near === undefined ? 'Add a line such as `kind: Journey`.' : `Did you mean \`kind\` where \`${near}\` stands?`;
  return failed(source, index, near ?? 'apiVersion', 'STR-001', 'This document does not say of which kind it is.', hint);
}

function failed(source: SourceText, index: number, key: string, code: string, message: string, hint: string): Identified {
  return { kind: undefined, problems: [{ code, message, hint, span: locateInYaml(source, index, [key], 'value') }] };
}

function foreignFile(source: SourceText, index: number): Problem {
  const { start } = locateInYaml(source, index, [], 'value');
  return {
    code: 'STR-018',
    message: 'This YAML is no document of Waymark.',
    hint: `If it is meant to be one, begin it with \`apiVersion: ${language}\`. If not, add it to \`ignore\` in waymark.yaml, or move it out of the workspace.`,
    span: { source, start, end: firstLineEnd(source.text, start) },
  };
}

function firstLineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
