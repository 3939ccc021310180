import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { proveJourney } from '../../src/analysis/proof/prove-journey.js';
import type { JsonObject } from '../../src/base/json.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { afterEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import { writtenKinds } from '../../src/diff/kinds/index.js';
import { mayMove, unreadInJourneys } from '../../src/diff/moved-proofs.js';
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

/** All that a proof says, but for where it is written and what its parts are called. */
function said(workspace: Workspace, id: string): unknown {
  const nameless = (key: string, value: unknown): unknown => (key === 'title' ? undefined : value);
  return JSON.parse(JSON.stringify(outcomes(workspace, id), nameless)) as unknown;
}

function outcomes(workspace: Workspace, id: string): unknown {
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
    ['none for the words of a journey and the lane of people at work', [['complaint.yaml', 'title: Complain\n', 'title: Complaining\n'], ['complaint.yaml', 'title: We file it, lane: backstage', 'title: We keep it, lane: frontstage']], []],
    ['the one that is changed, and those with a promise for the same events', [['complaint.yaml', 'lane: customer', 'lane: frontstage']], ['claim', 'complaint']],
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

/** The examples as data, so that a field can be written otherwise wherever it stands. */
const shipped = ['insurance', 'broadband', 'parcel'].map((name) => {
  const folder = fileURLToPath(new URL(`../../journeys/${name}`, import.meta.url));
  return [name, Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))] as const;
});

/** Every journey without all that no proof is said to read, and with other words where something has to stand. */
function withoutWords(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, parseAllDocuments(text).map((document) => `---\n${JSON.stringify(bare(document.toJS() as JsonObject))}\n`).join('')]));
}

function bare(document: JsonObject): JsonObject {
  if (document['kind'] !== 'Journey') return document;
  const stages = (document['stages'] ?? []) as readonly JsonObject[];
  const steps = (stage: JsonObject): readonly JsonObject[] => (stage['steps'] as readonly JsonObject[]).map((step) => stripped(step['lane'] === 'customer' ? step : { ...step, lane: 'support' }));
  const overlay = ((document['overlay'] ?? []) as readonly JsonObject[]).filter(({ path }) => !String(path).split('.').some((part) => unreadInJourneys.has(part)));
  return { ...stripped(document), version: '99.0.0', apiVersion: 'waymark/v1', ...(overlay.length === 0 ? {} : { overlay }), ...(stages.length === 0 ? {} : { stages: stages.map((stage) => ({ ...stripped(stage), steps: steps(stage) })) }) };
}

function stripped(value: JsonObject): JsonObject {
  return { ...Object.fromEntries(Object.entries(value).filter(([field]) => !unreadInJourneys.has(field))), title: 'Another title' };
}

describe('a journey that is not proved again', () => {
  it.each(shipped)('of %s is proved alike without any of the words that no proof reads', (_, texts) => {
    const [before, after] = [loadWorkspaceFrom(texts), loadWorkspaceFrom(withoutWords(texts))];
    const ids = after.journeys.map(({ id }) => id);
    expect(after.documents.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
    expect(ids).toEqual(before.journeys.map(({ id }) => id));
    expect(unasked(before, after)).toEqual(ids);
    for (const id of ids) expect(said(after, id), id).toEqual(said(before, id));
  });

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
