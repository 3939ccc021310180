import { describe, expect, it } from 'vitest';
import { ObjectReader } from '../../../src/load/git/object-reader.js';
import { Git } from '../../../src/load/git/run-git.js';
import { newRepository, type TestRepository } from '../../support/git-repository.js';

const sizes = [1000, 2000, 3000, 15_000, 5000, 6000];
const useful = 10_000;

function written(): { readonly made: TestRepository; readonly ids: readonly string[]; readonly commit: string } {
  const made = newRepository();
  const commit = made.commit(Object.fromEntries(sizes.map((size, index) => [`${index}.yaml`, `${index}`.padEnd(size, 'x')])));
  return { made, commit, ids: sizes.map((_, index) => made.git('rev-parse', `HEAD:${index}.yaml`)) };
}

function reading(bounds: { readonly bytes: number; readonly files: number }): { readonly git: Git; readonly objects: ObjectReader; readonly ids: readonly string[] } {
  const { made, ids, commit } = written();
  const git = new Git(made.folder);
  const objects = new ObjectReader(git, bounds);
  for (const id of ids) objects.expectFile(id, useful);
  objects.expectCommit(commit);
  expect(git.processes).toBe(0);
  return { git, objects, ids };
}

describe('contents of many files', () => {
  it('are read by one process at the first look, also how large a file is that is of no use', () => {
    const { git, objects, ids } = reading({ bytes: 1_000_000, files: 100 });
    expect(ids.map((id) => objects.sizeOf(id))).toEqual(sizes);
    expect(ids.map((id) => objects.file(id)?.length)).toEqual(sizes);
    expect(git.processes).toBe(1);
  });

  it.each([['bytes', { bytes: 10_000, files: 100 }], ['files', { bytes: 1_000_000, files: 3 }]])('that are more %s than one process is asked for are read in parts, without those that are of no use', (_, bounds) => {
    const { git, objects, ids } = reading(bounds);
    expect(ids.map((id) => objects.sizeOf(id))).toEqual(sizes);
    const asked = git.processes;
    expect(ids.filter((__, index) => sizes[index]! <= useful).map((id) => objects.file(id)?.length)).toEqual([1000, 2000, 3000, 5000, 6000]);
    expect(git.processes - asked).toBe(bounds.files === 3 ? 2 : 3);
    expect(objects.file(ids[3]!)).toHaveLength(15_000);
  });

  it('that are nowhere are not there, in parts as at once', () => {
    for (const bytes of [10_000, 1_000_000]) {
      const { objects, ids } = reading({ bytes, files: 100 });
      objects.expectText('d'.repeat(40), useful);
      expect([objects.sizeOf('d'.repeat(40)), objects.file('d'.repeat(40)), objects.file(ids[0]!)?.length]).toEqual([undefined, undefined, 1000]);
    }
  });
});
