import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../support/imports.js';
import type { LedgerAnchor, LedgerVerification } from '../../../src/audit/ledger/verify-ledger.js';

/** The verifier that was written from the description of the format, in another language. */
export const script = join(root, 'tests/audit/ledger/verify_ledger.py');

export const hasPython = spawnSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 9)']).status === 0;

/** A ledger to judge. */
export interface Case {
  readonly content: Uint8Array;
  readonly anchor?: LedgerAnchor;
}

const harness = `
import base64, functools, json, sys
sys.path.insert(0, sys.argv[1])
import verify_ledger
verify_ledger.read = functools.cache(verify_ledger.read)
def judge(content, anchor=()):
    word, line, *_ = verify_ledger.verify(content, *anchor)
    print(word, line or "-")
`;

function python(code: string, input: string): readonly string[] {
  return execFileSync('python3', ['-B', '-c', harness + code, join(script, '..')], { input, encoding: 'utf8', maxBuffer: 1 << 28 }).trimEnd().split('\n');
}

/** What the other verifier says of each: a word and a line. Lines that many of them share are read once. */
export function judgedByPython(cases: readonly Case[]): readonly string[] {
  const input = cases.map(({ content, anchor }) => JSON.stringify([Buffer.from(content).toString('base64'), anchor === undefined ? [] : [anchor.size, anchor.head, anchor.ledger ?? null]])).join('\n');
  return python('for content, anchor in map(json.loads, sys.stdin): judge(base64.b64decode(content), anchor)', input);
}

/** The same of one ledger with one byte replaced after the other. */
export function flipsJudgedByPython(content: Uint8Array, flipped: Uint8Array): readonly string[] {
  const code = 'a, b = map(base64.b64decode, sys.stdin)\nfor at in range(len(a)): judge(a[:at] + b[at:at + 1] + a[at + 1:])';
  return python(code, [content, flipped].map((each) => Buffer.from(each).toString('base64')).join('\n'));
}

/** What ours says, in the same words. */
export function inWords({ problem }: LedgerVerification): string {
  return `${problem?.kind ?? 'sound'} ${problem?.line ?? '-'}`;
}
