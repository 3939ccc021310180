import { isInstant } from '../base/date.js';
import { isArray, isObject, type JsonValue } from '../base/json.js';
import { shown } from '../base/words.js';
import { isLogin } from './logins.js';

/** What the code host knows of a pull request. `schemas/input/host.schema.json` describes the file. */
export interface HostReport {
  readonly host: string;
  readonly repository: string;
  readonly pullRequest: number;
  /** Ids of commits. */
  readonly base: string;
  readonly head: string;
  /** Logins. */
  readonly author: string;
  readonly committers: readonly string[];
  readonly approvals: readonly HostApproval[];
}

/** What one login said. */
export interface HostApproval {
  readonly login: string;
  readonly commit: string;
  readonly state: 'approved' | 'changes-requested' | 'dismissed' | 'commented';
  readonly at: string;
}

type Test = (value: JsonValue | undefined) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isName: Test = (value) => typeof value === 'string' && isLogin(value);
const isCommit: Test = (value) => typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value);
const isState: Test = (value) => ['approved', 'changes-requested', 'dismissed', 'commented'].includes(value as string);
const isMoment: Test = (value) => typeof value === 'string' && isInstant(value);
const listOf = (test: Test): Test => (value) => isArray(value) && value.every(test);

const approvalFields: Readonly<Record<keyof HostApproval, Test>> = { login: isName, commit: isCommit, state: isState, at: isMoment };
const isApproval: Test = (value) => wrongField(value, approvalFields) === undefined;

const fields: Readonly<Record<keyof HostReport | 'format', Test>> = {
  format: (value) => value === 'waymark-host/1',
  host: isText,
  repository: isText,
  pullRequest: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  base: isCommit,
  head: isCommit,
  author: isName,
  committers: listOf(isName),
  approvals: listOf(isApproval),
};

/**
 * Reads what the host reports.
 *
 * @param written - With or without the byte order mark that some shells write in front.
 * @returns The report, or what is wrong with it. A field too much is wrong as well: it may be one that is misspelt. So is one that stands there
 * twice: readers do not agree which of the two counts.
 */
export function readHostReport(written: string): HostReport | { readonly problem: string } {
  const text = written.replace(/^\ufeff/, '');
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return { problem: /^(?:\ufffd){2}|\0/.test(text) ? 'it is not in UTF-8; PowerShell writes it so with `-Encoding utf8`' : 'it is no JSON' };
  }
  const twice = repeatedField(text);
  if (twice !== undefined) return { problem: `its field \`${shown(twice)}\` stands in one object twice` };
  const wrong = wrongField(value, fields);
  if (wrong !== undefined) return { problem: wrong === '' ? 'it is no object' : `its field \`${wrong}\` is missing, misspelt or no value of the format \`waymark-host/1\`` };
  return value as unknown as HostReport;
}

function wrongField(value: JsonValue | undefined, wanted: { readonly [field: string]: Test }): string | undefined {
  if (!isObject(value)) return '';
  return [...Object.keys(wanted), ...Object.keys(value)].find((field) => !Object.hasOwn(wanted, field) || !wanted[field]!(value[field]));
}

/** The first field of sound JSON that an object has twice. */
function repeatedField(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, mark] of text.matchAll(/[{}[\]]|"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (mark !== undefined) {
      const name = JSON.parse(token.slice(0, -mark.length)) as string;
      if (open.at(-1)!.has(name)) return name;
      open.at(-1)!.add(name);
    }
  }
  return undefined;
}
