import type { Problem } from '../base/diagnostic.js';
import { fieldOf, isObject, type JsonValue } from '../base/json.js';
import type { SourceText } from '../base/source.js';
import { didYouMean, nearest } from '../base/words.js';
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
  if (version !== undefined && version !== language) return failed(source, index, 'apiVersion', 'STR-004', `The language version \`${String(version)}\` is not known.`, `Write \`apiVersion: ${language}\`.`);
  if (isKind(kind)) return { kind, problems: [] };
  if (kind === undefined) return failed(source, index, undefined, 'STR-001', 'This document does not say of which kind it is.', misspeltKey(value, 'kind') ?? 'Add a line such as `kind: Journey`.');
  return failed(source, index, 'kind', 'STR-001', `\`${String(kind)}\` is not a kind of document.`, didYouMean(String(kind), languageTable.kinds) || `The kinds are ${languageTable.kinds.join(', ')}.`);
}

function claimsToBeOurs(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  const version = fieldOf(value, 'apiVersion');
  if (typeof version === 'string') return version.startsWith('waymark');
  const versionKey = Object.keys(value).find((key) => nearest(key, ['apiVersion']) !== undefined);
  if (versionKey !== undefined && String(value[versionKey]).startsWith('waymark')) return true;
  return isKind(fieldOf(value, 'kind')) && fieldOf(value, 'id') !== undefined;
}

function isKind(kind: JsonValue | undefined): kind is KindName {
  return typeof kind === 'string' && languageTable.kinds.includes(kind);
}

function misspeltKey(value: JsonValue, key: string): string | undefined {
  const near = isObject(value) ? Object.keys(value).find((other) => other !== key && nearest(other, [key]) !== undefined) : undefined;
  return near === undefined ? undefined : `Did you mean \`${key}\` where \`${near}\` stands?`;
}

function failed(source: SourceText, index: number, key: string | undefined, code: string, message: string, hint: string): Identified {
  return { kind: undefined, problems: [{ code, message, hint, span: locateInYaml(source, index, key === undefined ? [] : [key], 'value') }] };
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
