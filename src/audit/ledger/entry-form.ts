import { isArray, isObject, type JsonObject } from '../../base/json.js';
import type { LedgerJudge } from './judge.js';
import type { LedgerEntry, SealedApproval, SealedText } from './ledger-entry.js';

/** Whether a value is what a field may hold. */
type Test = (value: unknown) => boolean;

/** The fields that a map has; those behind `may` it may lack. */
type Form = Readonly<Record<string, Test>>;

const text: Test = (value) => typeof value === 'string' && value !== '';
const matches = (pattern: RegExp): Test => (value) => typeof value === 'string' && pattern.test(value);
const oneOf = (...words: readonly unknown[]): Test => (value) => words.includes(value);
const digest = matches(/^sha256:[0-9a-f]{64}$/);
const objectId = matches(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const optional = new WeakSet<Test>();

function may(test: Test): Test {
  const own: Test = (value) => test(value);
  optional.add(own);
  return own;
}

/** A map with these fields and no other. */
function map(form: Form): Test {
  return (value) => isObject(value) && wrongField(value, form) === undefined;
}

function list(test: Test): Test {
  return (value) => isArray(value) && value.every(test);
}

/** The names are checked by the compiler: an entry has no field that is not here. */
const entryForm = {
  v: oneOf(1),
  seq: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  ledger: text,
  prev: digest,
  digest,
  type: oneOf('released', 'changed', 'removed', 'drafted'),
  subject: matches(/^[a-z][a-z-]*:[a-z0-9][a-z0-9-]*$/),
  version: text,
  status: oneOf('active', 'deprecated', 'retired'),
  effective: may(map({ from: may(text), until: may(text) })),
  commit: objectId,
  committed: may(matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)),
  file: text,
  blob: objectId,
  sourceDigest: digest,
  contentDigest: digest,
  effectiveDigest: may(digest),
  texts: may(list(map({ file: text, blob: objectId, sourceDigest: digest } satisfies Record<keyof SealedText, Test>))),
  level: may(oneOf('editorial', 'compatible', 'breaking')),
  regulated: may(oneOf(true, false)),
  judgedBy: may(map({ waymark: text, changes: digest } satisfies Record<keyof LedgerJudge, Test>)),
  approvals: list(map({ record: text, role: text, person: may(text), at: may(text), set: may(text), names: may(list(text)) } satisfies Record<keyof SealedApproval, Test>)),
  previous: may(map({ subject: text, version: text, contentDigest: digest })),
} satisfies Record<keyof LedgerEntry, Test>;

/** The first field of a map that is missing, unknown or not what it may be. */
function wrongField(value: JsonObject, form: Form): string | undefined {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(form, key));
  return unknown ?? Object.keys(form).find((key) => (Object.hasOwn(value, key) ? !form[key]!(value[key]) : !optional.has(form[key]!)));
}

/** The field by which a value is no entry of a ledger, or what else it is; `undefined` for an entry. */
export function whyNoEntry(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no map';
  const field = wrongField(value, entryForm);
  return field === undefined ? undefined : `its field \`${field}\` is missing, unknown or not what it may be`;
}
