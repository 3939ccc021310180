import { describe, expect, it } from 'vitest';
import { overlayReach, sharedChanges } from '../../src/analysis/overlay-reach.js';
import type { Variant } from '../../src/model/overlay.js';
import { journeyText, workspaceOf } from '../support/journeys.js';

const base = journeyText(['stage one', 'a', 'b', 'stage two', 'c', 'd, end: success']);

function variants(overlays: { readonly [country: string]: readonly string[] }): readonly Variant[] {
  const texts = Object.entries(overlays).map(([country, operations]) => [
    `${country}.yaml`,
    `apiVersion: waymark/v1\nkind: Journey\nid: test-${country}\ntitle: T\nversion: 0.1.0\nstatus: draft\nowner: claims\nextends: test@^0.1\noverlay:\n${operations.map((each) => `  - {${each}, reason: x}\n`).join('')}`,
  ]);
  return workspaceOf({ 'base.yaml': base, ...(Object.fromEntries(texts) as { readonly [path: string]: string }) }).variants;
}

const newStep = '{id: e, title: E, lane: backstage}';

describe('the reach of an overlay', () => {
  it.each<readonly [string, readonly string[], readonly [number, number]]>([
    ['is nothing where no step is touched', ['op: set, path: customerGoal, value: x', 'op: set, path: stages.one.title, value: x'], [0, 4]],
    ['is each step once', ['op: set, path: stages.one.steps.a.title, value: x', 'op: set, path: stages.one.steps.a.lane, value: support'], [1, 4]],
    ['counts a step that is added on both sides', [`op: add, path: stages.one.steps, value: ${newStep}`], [1, 5]],
    ['counts a step that is removed', ['op: remove, path: stages.one.steps.b'], [1, 4]],
    ['counts the steps of a stage that is added', [`op: add, path: stages, value: {id: three, title: T, steps: [${newStep}]}`], [1, 5]],
    ['counts the steps of a stage that is removed', ['op: remove, path: stages.two'], [2, 4]],
    ['counts old and new steps of a stage that is replaced', [`op: set, path: stages.one.steps, value: [${newStep}]`], [3, 5]],
  ])('%s', (_, operations, [touched, all]) => {
    expect(overlayReach(variants({ at: operations })[0]!)).toEqual({ touched, all });
  });
});

describe('changes in common', () => {
  it('are those with the same path and value, whatever the reason and the order of keys', () => {
    const shared = sharedChanges(
      variants({
        at: ['op: set, path: scope, value: {regions: [AT], segments: [x]}', 'op: set, path: customerGoal, value: x'],
        ch: ['op: set, path: customerGoal, value: y', 'op: set, path: scope, value: {segments: [x], regions: [AT]}'],
        fr: ['op: set, path: scope, value: {regions: [FR]}', 'op: set, path: customerGoal, value: x'],
      }),
    );
    expect(shared.map((changes) => changes.map(({ variant, index }) => `${variant.spec.id} ${index}`))).toEqual([['test-at 0', 'test-ch 1'], ['test-at 1', 'test-fr 1']]);
  });
});
