import { describe, expect, it } from 'vitest';
import { availabilityBound, type AvailabilityBound } from '../../src/analysis/availability.js';
import { blockingSystems } from '../../src/analysis/blocking-systems.js';
import { recoveryBound } from '../../src/analysis/recovery.js';
import type { Workspace } from '../../src/model/workspace.js';
import { activeDocument, activeJourney } from '../../src/validate/example-texts.js';
import { exampleWorkspace } from '../../src/validate/example-workspace.js';

const system = (id: string, rest: string): string => activeDocument('System', id, rest);
const objectives = (...list: readonly string[]): string => `objectives: [${list.map((each) => `{metric: availability, ${each}}`).join(', ')}]\n`;
const step = (id: string, more: string): string => `      - {id: ${id}, title: A step, lane: backstage, ${more}}\n`;

function workspaceOf(systems: { readonly [id: string]: string }, steps: string, more: { readonly [path: string]: string } = {}): Workspace {
  const files = Object.fromEntries(Object.entries(systems).map(([id, rest]) => [`${id}.yaml`, system(id, rest)]));
  return exampleWorkspace({ title: '', files: { ...files, ...more, 'journey.yaml': activeJourney('card', 'block', steps) } });
}

function boundOf(workspace: Workspace, window?: string): AvailabilityBound {
  return availabilityBound(workspace.journey('card')!, workspace, window);
}

describe('the availability that systems prove together', () => {
  it('is one without the sum of what each may miss, each system once', () => {
    const workspace = workspaceOf({ a: objectives('target: 99.9'), b: objectives('target: 99.95') }, step('one', 'systems: [a]') + step('two', 'systems: [a, b], end: success'));
    const { kept, parts, premises } = boundOf(workspace);
    expect(kept).toBe(998_500);
    expect(parts.map((part) => [part.system.id, part.step.id, part.kept])).toEqual([['a', 'one', 999_000], ['b', 'two', 999_500]]);
    expect(premises).toEqual([]);
  });

  it('is never below nothing', () => {
    expect(boundOf(workspaceOf({ a: objectives('target: 40'), b: objectives('target: 40') }, step('one', 'systems: [a, b], end: success'))).kept).toBe(0);
  });

  it('is all of the time for a journey that no system can stop', () => {
    expect(boundOf(workspaceOf({}, step('one', 'end: success')))).toEqual({ kept: 1_000_000, parts: [], premises: [] });
  });

  it('takes the strictest objective that holds over the period', () => {
    const workspace = workspaceOf({ a: objectives('target: 99.9, window: P1Y', 'target: 99.5, window: P1M', 'target: 99, window: P1W') }, step('one', 'systems: [a], end: success'));
    expect(boundOf(workspace).kept).toBe(999_000);
    expect(boundOf(workspace, 'P1M').kept).toBe(995_000);
    expect(boundOf(workspace, 'P2W').kept).toBe(990_000);
    expect(boundOf(workspace, 'P1M').parts[0]!.window).toBe('P1M');
  });

  it.each<[string, string, string | undefined, string]>([
    ['no objective', 'type: erp\n', undefined, 'value'],
    ['an objective of another sort', 'objectives: [{metric: success-rate, target: 99.9}]\n', undefined, 'value'],
    ['an objective that is too fine to be added up', objectives('target: 99.99999'), undefined, 'value'],
    ['an objective over a longer period', objectives('target: 99.9, window: P1Y'), 'P1M', 'window'],
    ['an objective over no period', objectives('target: 99.9'), 'P1M', 'window'],
  ])('lacks a premise where a system has %s', (_, rest, window, kind) => {
    const { parts, premises } = boundOf(workspaceOf({ a: rest }, step('one', 'systems: [a], end: success')), window);
    expect(parts).toEqual([]);
    expect(premises.map((premise) => [premise.kind, premise.at.spec.id])).toEqual([[kind, 'a']]);
    expect(premises[0]!.hint).not.toBe('');
  });
});

describe('systems that stop a journey', () => {
  const ids = (workspace: Workspace): readonly string[] => blockingSystems(workspace.journey('card')!, workspace).map((each) => each.system.id);
  const systems = { a: '', b: '', c: '' };

  it('are those without a fallback, on the way', () => {
    const steps = step('one', 'systems: [a], dependsOn: [{system: b, mode: degraded}, {system: c, fallback: {text: paper}}], end: success');
    expect(ids(workspaceOf(systems, steps))).toEqual(['a']);
  });

  it('are not those of what happens beside it, nor those of a step that nobody reaches', () => {
    const steps = step('one', 'systems: [a], meanwhile: [{every: 1d, times: 2, to: remind}], end: success') + step('remind', 'systems: [b], end: side') + step('lost', 'systems: [c], end: success');
    expect(ids(workspaceOf(systems, steps))).toEqual(['a']);
  });

  it('are those of the journeys that its steps stand for, also where these stand for each other', () => {
    const inner = activeJourney('inner', 'check', `${step('look', 'systems: [b]')}${step('back', 'journey: card, end: success')}`);
    expect(ids(workspaceOf(systems, step('one', 'systems: [a], journey: inner, end: success'), { 'inner.yaml': inner }))).toEqual(['a', 'b']);
  });
});

describe('the time in which systems come back', () => {
  const bound = (resilience: string, rto = '4h'): ReturnType<typeof recoveryBound> => {
    const workspace = workspaceOf({ a: `recovery: {rto: ${rto}}\n`, b: 'recovery: {rto: 90m}\n', c: '' }, `${step('one', 'systems: [b, a, c], end: success')}resilience: ${resilience}\n`);
    return recoveryBound(workspace.journey('card')!, workspace);
  };

  it('is that of the slowest, or of all one after the other, and names what is not known', () => {
    expect(bound('{rto: 4h}')).toMatchObject({ recovery: 'parallel', seconds: 14_400, parts: [{ rto: '4h' }, { rto: '90m' }], premises: [{ kind: 'value', message: 'Step `one` stands still without system `c`, and nothing says how fast that comes back.' }] });
    expect(bound('{rto: 4h, recovery: sequential}').seconds).toBe(14_400 + 5_400);
  });

  it('counts a day as 24 hours, and no months', () => {
    expect(bound('{rto: 4h}', '1d').seconds).toBe(86_400);
    expect(bound('{rto: 4h}', 'P1M').premises).toHaveLength(2);
  });
});
