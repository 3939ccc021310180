import { describe, expect, it } from 'vitest';
import { proveJourney } from '../../src/analysis/proof/prove-journey.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { afterEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import { writtenKinds } from '../../src/diff/kinds/index.js';
import { mayMove } from '../../src/diff/moved-proofs.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { exampleStates } from '../../tools/example-histories/index.js';
import { files, sound, type Replacement } from './harness.js';

const example = workspaceOf(exampleFiles);

/** Journeys of both versions whose proofs are not asked for. */
function unasked(before: Workspace, after: Workspace): readonly string[] {
  const isAsked = mayMove(before)(after);
  return after.journeys.map(({ id }) => id).filter((id) => before.journey(id) !== undefined && !isAsked(id));
}

/** All that a proof says, but for where it is written. */
function said(workspace: Workspace, id: string): unknown {
  return proveJourney(workspace, id)!.promises.map(({ promise, verdict, targets }) => ({ promise, verdict, targets: targets.map(({ group, slack, paths, premises }) => ({ group, slack, paths, premises: premises.map(({ message }) => message) })) }));
}

function askedAfter(...edits: readonly Replacement[]): readonly string[] {
  const left = unasked(example, sound(files(...edits)));
  return ['claim', 'complaint', 'question', 'recovery'].filter((id) => !left.includes(id));
}

describe('journeys that are proved again', () => {
  it.each<[string, readonly Replacement[], readonly string[]]>([
    ['none for a figure, a word, a team or a piece of data', [['measure.yaml', 'minSample: 50', 'minSample: 60'], ['words.yaml', 'preferred: claim', 'preferred: case'], ['directory.yaml', 'legal: Legal', 'legal: Lawyers'], ['data.yaml', 'title: Photo', 'title: Picture']], []],
    ['none for the version of a Directory', [['directory.yaml', 'version: 1.0.0', 'version: 1.1.0']], []],
    ['none for the title of a promise', [['question.yaml', 'title: Question replied to', 'title: Reply to a question']], []],
    ['the one that is changed, and those with a promise for the same events', [['complaint.yaml', 'title: Complain\n', 'title: Complaining\n']], ['claim', 'complaint']],
    ['those with a promise that is changed', [['question.yaml', 'within: 4h', 'within: 5h']], ['question']],
    ['those with a part on a calendar', [['hours.yaml', 'mon: ["08:00-18:00"]', 'mon: ["08:00-12:00"]']], ['claim', 'complaint', 'question']],
    ['all for a persona, whose tier may be promised something', [['directory.yaml', 'rank: 2', 'rank: 3']], ['claim', 'complaint', 'question', 'recovery']],
    ['all for the workspace', [['waymark.yaml', 'timezone: Europe/Berlin', 'timezone: Europe/Paris']], ['claim', 'complaint', 'question', 'recovery']],
    ['those on a system', [['directory.yaml', 'target: 99.5', 'target: 99']], ['claim', 'complaint']],
  ])('%s', (_, edits, expected) => {
    expect(askedAfter(...edits)).toEqual(expected);
  });

  it('are all where a document begins to have mistakes', () => {
    expect(unasked(example, workspaceOf(files(['words.yaml', 'terms:', 'termz:'], ['hours.yaml', 'mon: ["08:00-18:00"]', 'mon: ["08:00-12:00"]'])))).toEqual([]);
  });
});

describe('a journey that is not proved again', () => {
  it('is proved alike in both versions, whatever was changed', () => {
    const pairs = [
      ...writtenKinds.map((kind) => [example, workspaceOf(afterEdits(kind.example.edits))] as const),
      ...(['insurance', 'parcel'] as const).flatMap((name) => {
        const versions = exampleStates(name).map(({ texts }) => loadWorkspaceFrom(Object.fromEntries(texts)));
        return versions.slice(1).map((after, index) => [versions[index]!, after] as const);
      }),
    ];
    const spared = pairs.flatMap(([before, after]) => unasked(before, after).map((id) => [id, before, after] as const));
    expect(spared.length).toBeGreaterThan(100);
    for (const [id, before, after] of spared) expect(said(after, id), id).toEqual(said(before, id));
  });
});
