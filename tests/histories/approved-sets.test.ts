import { expect, it } from 'vitest';
import { newRecords } from '../../src/control/records.js';
import { setOf } from '../../src/control/review.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleHistories, exampleStates, type ExampleName } from '../../tools/example-histories/index.js';

interface Approved {
  readonly record: string;
  readonly role: string;
  readonly set: string | undefined;
}

/** What the Records of a history say was agreed to, beside the digest of what was changed with each of them. */
function approvedIn(name: ExampleName): { readonly told: readonly Approved[]; readonly true: readonly Approved[] } {
  const states = exampleStates(name).map(({ texts, commit }) => ({ workspace: loadWorkspaceFrom(Object.fromEntries(texts)), day: commit.date.slice(0, 10) }));
  const all = states.slice(1).flatMap(({ workspace: after, day }, at) => {
    const versions = { before: states[at]!.workspace, after };
    const told = newRecords(versions).filter(({ value }) => value.type === 'change').flatMap(({ id, value }) => (value.approvals ?? []).flatMap(({ role, set }) => (set === undefined ? [] : [{ record: id, role, set }])));
    return told.length === 0 ? [] : told.map((each) => ({ each, set: setOf(versions, after, day) }));
  });
  return { told: all.map(({ each }) => each), true: all.map(({ each, set }) => ({ ...each, set })) };
}

it.each(Object.keys(exampleHistories) as readonly ExampleName[])('the Records of %s approve what was changed with them, and nothing else', (name) => {
  const { told, true: meant } = approvedIn(name);
  expect(told, 'Where a change is told otherwise now, write the new digest into the Record: the example is made of the files of today').toEqual(meant);
});

it('at least one example shows a digest', () => {
  expect(approvedIn('insurance').told.length).toBeGreaterThan(0);
});
