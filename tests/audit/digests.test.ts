import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../src/base/digests.js';
import { digestsOf } from '../../src/audit/version-digests.js';
import { newRepository, workspace } from '../support/git-repository.js';
import { active, followed, promise, timelineOf } from './past.js';

const of = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('the digest of what a document says', () => {
  it.each<[string, unknown, string]>([
    ['orders the keys of maps', { b: 1, a: [2, 'x'] }, '{"a":[2,"x"],"b":1}'],
    ['takes a list of entries with ids for a map of them', { steps: [{ id: 'b', n: 1 }, { id: 'a' }] }, '{"steps":{"a":{"id":"a"},"b":{"id":"b","n":1}}}'],
    ['keeps the order of any other list', [['b', 'a'], [{ id: 'x' }, { name: 'y' }], []], '[["b","a"],[{"id":"x"},{"name":"y"}],[]]'],
    ['keeps a list in order where two entries have one id', [{ id: 'x', n: 1 }, { id: 'x', n: 2 }], '[{"id":"x","n":1},{"id":"x","n":2}]'],
    ['takes a key such as __proto__ for one like any other', JSON.parse('{"__proto__": {"id": 1}}'), '{"__proto__":{"id":1}}'],
  ])('%s', (_, value, canonical) => {
    expect(contentDigest(value)).toBe(of(canonical));
  });

  it('is the same in every layout, while that of the bytes is what git and sha256 make of them', () => {
    const made = newRepository();
    const text = promise('one', '1.0.0', active('2026-01-01'));
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': text });
    made.commit({ 'one.yaml': text.replace('owner: claims\n', '').replace('title: Claim settled\n', 'title: "Claim settled" # words\nowner: claims\n') });
    const found = followed(timelineOf(made), 'one');
    const [first, second] = found.spec.versions.map((version) => digestsOf(found, version));
    expect(second!.contentDigest).toBe(first!.contentDigest);
    const bytes = execFileSync('git', ['cat-file', 'blob', found.spec.versions[1]!.blob], { cwd: made.folder });
    expect(second!.sourceDigest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(second!.sourceDigest).not.toBe(first!.sourceDigest);
  });
});
