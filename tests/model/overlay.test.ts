import { describe, expect, it } from 'vitest';
import { spanIn } from '../../src/load/document.js';
import type { Variant } from '../../src/model/overlay.js';
import { workspaceOf } from '../support/journeys.js';

const base = `apiVersion: waymark/v1
kind: Journey
id: claim
title: Claim
description: How a claim is settled
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
customerGoal: To be paid
scope: {regions: [DE]}
stages:
  - id: report
    title: Report
    steps:
      - {id: submit, title: Customer reports, lane: customer, channel: app, next: [confirm, {to: call, when: unclear}]}
      - {id: confirm, title: We confirm, lane: frontstage, end: success}
      - {id: call, title: We call, lane: frontstage, end: success}
  - id: next
    title: A stage that is called like a field
    steps:
      - {id: next, title: So is its step, lane: backstage, next: {all: [check, pay]}}
      - {id: check, title: We check, lane: backstage}
      - {id: pay, title: We pay, lane: backstage}
      - {id: done, title: Done, lane: backstage, waitsFor: [check, pay], end: success}
handoffs:
  - {from: submit, to: call, hands: [form]}
escalations:
  - id: late
    trigger: {event: claim-late}
    rungs: [{after: 1d, to: claims#lead}]
`;

function variant(operations: readonly string[], own = ''): Variant {
  const overlay = operations.map((operation) => `  - {${operation}, reason: Austria}\n`).join('');
  const text = `apiVersion: waymark/v1\nkind: Journey\nid: claim-at\ntitle: Claim, Austria\nversion: 1.0.0\nstatus: draft\nowner: claims-at\nextends: claim@^1\n${own}${operations.length > 0 ? `overlay:\n${overlay}` : ''}`;
  return workspaceOf({ 'base.yaml': base, 'variant.yaml': text }).variants[0]!;
}

/** The text that stands where a value of the effective journey is written, with its file. */
function written({ spec }: Variant, path: readonly (string | number)[]): string {
  const { document, path: at } = spec.origin(path);
  const { source, start, end } = spanIn(document, at);
  return `${source.uri}: ${source.text.slice(start, end)}`;
}

describe('a variant', () => {
  it('has its own header and the content of its base', () => {
    const { value, id, owner, status } = variant([]).spec;
    expect({ id, owner, status, title: value.title, goal: value.customerGoal, steps: value.stages?.[0]?.steps.length }).toEqual({ id: 'claim-at', owner: 'claims-at', status: 'draft', title: 'Claim, Austria', goal: 'To be paid', steps: 3 });
  });

  it('does not take a header field of the base where it is silent', () => {
    const { value } = variant([]).spec;
    expect([value.description, value.effective]).toEqual([undefined, undefined]);
  });

  it('knows its base', () => {
    expect(variant([]).base.id).toBe('claim');
  });

  const setTitle = 'op: set, path: stages.report.steps.confirm.title, value: We confirm in Vienna';

  it('points at its own line for what it sets, at the base for the rest', () => {
    const changed = variant([setTitle, 'op: set, path: scope.regions, value: [AT, CH]']);
    expect([['stages', 0, 'steps', 1, 'title'], ['stages', 0, 'steps', 1, 'lane'], ['scope', 'regions', 1], ['customerGoal'], ['title'], ['owner']].map((path) => written(changed, path))).toEqual([
      'variant.yaml: We confirm in Vienna',
      'base.yaml: frontstage',
      'variant.yaml: CH',
      'base.yaml: To be paid',
      'variant.yaml: Claim, Austria',
      'variant.yaml: claims-at',
    ]);
  });

  it('points at itself as a whole, and for header fields that it does not have', () => {
    const { spec } = variant([]);
    expect([[], ['review', 'next']].map((path) => spec.origin(path).document.source.uri)).toEqual(['variant.yaml', 'variant.yaml']);
  });

  const added = 'value: {id: thank, title: We say thanks, lane: frontstage, end: success}';

  it.each([
    ['at the end', '', ['submit', 'confirm', 'call', 'thank']],
    ['after an entry', 'after: submit, ', ['submit', 'thank', 'confirm', 'call']],
    ['before an entry', 'before: submit, ', ['thank', 'submit', 'confirm', 'call']],
  ])('adds an entry %s, and every step still points at its line', (_, place, order) => {
    const changed = variant([`op: add, path: stages.report.steps, ${place}${added}`]);
    const steps = changed.spec.value.stages![0]!.steps;
    expect(steps.map(({ id }) => id)).toEqual(order);
    expect(steps.map((_step, index) => written(changed, ['stages', 0, 'steps', index, 'id'])).sort()).toEqual(['base.yaml: call', 'base.yaml: confirm', 'base.yaml: submit', 'variant.yaml: thank']);
  });

  it('adds entries to a list that the base does not have, one by one', () => {
    const disclosure = (id: string): string => `op: add, path: disclosures, value: {id: ${id}, textFile: a.md, sha256: ${'a'.repeat(64)}}`;
    const changed = variant([disclosure('first'), disclosure('second')]);
    expect([changed.failures, changed.spec.value.disclosures?.map(({ id }) => id), written(changed, ['disclosures', 1, 'id'])]).toEqual([[], ['first', 'second'], 'variant.yaml: second']);
  });

  it('removes entries and optional fields', () => {
    const { spec, failures } = variant(['op: remove, path: stages.report.steps.call', 'op: remove, path: stages.report.steps.submit.channel', 'op: remove, path: scope']);
    expect([failures, spec.value.stages?.[0]?.steps.map(({ id, channel }) => `${id} ${String(channel)}`), spec.value.scope]).toEqual([[], ['submit undefined', 'confirm undefined'], undefined]);
  });

  it('sets an optional field that the base does not have, and a handoff by its two steps', () => {
    const { spec, failures } = variant(['op: set, path: level, value: micro', 'op: set, path: handoffs.submit>call.hands, value: [form, photo]', 'op: add, path: handoffs, value: {from: submit, to: confirm, hands: [form]}']);
    expect([failures, spec.value.level, spec.value.handoffs]).toEqual([[], 'micro', [{ from: 'submit', to: 'call', hands: ['form', 'photo'] }, { from: 'submit', to: 'confirm', hands: ['form'] }]]);
  });

  it('leaves its base as it is', () => {
    expect(variant([setTitle]).base.value.stages?.[0]?.steps[1]?.title).toBe('We confirm');
  });
});

describe('a change that cannot be made', () => {
  const cases: readonly (readonly [operation: string, field: string, message: string, hint: string])[] = [
    ['op: set, path: title, value: x', 'path', "`title` belongs to the variant's own header.", 'Write `title` at the top of the variant instead.'],
    ['op: set, path: stages.report.steps.confrim.title, value: x', 'path', 'The base has no `confrim` there.', 'Did you mean `confirm`?'],
    ['op: set, path: stages.report.steps.other, value: {}', 'path', 'The base has no `other` there.', 'Known here: call, confirm and submit.'],
    ['op: set, path: stages.report.tittle, value: x', 'path', '`tittle` is not a field there.', 'Did you mean `title`?'],
    ['op: set, path: resilience.rto, value: 4h', 'path', 'The base has no `resilience` there.', 'End the path at `resilience`, write `op: set`, and give the whole value.'],
    ['op: set, path: customerGoal.text, value: x', 'path', '`customerGoal` has no fields, so the path cannot go on to `text`.', 'End the path at `customerGoal`.'],
    ['op: set, path: stages.report.steps.submit.next.confirm, value: x', 'path', '`next` is set only as a whole.', 'End the path at `next` and write all of it as the value.'],
    ['op: set, path: stages.next.steps.next.next.all, value: [x]', 'path', '`next` is set only as a whole.', 'End the path at `next` and write all of it as the value.'],
    ['op: set, path: escalations.late.rungs.x, value: x', 'path', '`rungs` is set only as a whole.', 'End the path at `rungs` and write all of it as the value.'],
    ['op: set, path: customerGoal', 'op', 'A change that sets something needs a `value`.', 'Add `value:`, or write `op: remove`.'],
    ['op: set, path: customerGoal, value: To be paid', 'value', 'This changes nothing: `customerGoal` has that value already.', 'Delete this change.'],
    ['op: set, path: stages.report.steps.confirm, value: {lane: frontstage, end: success, title: We confirm, id: confirm}', 'value', 'This changes nothing: `stages.report.steps.confirm` has that value already.', 'Delete this change.'],
    ['op: remove, path: level', 'path', 'There is nothing at `level` to remove.', 'Delete this change, or correct its path.'],
    ['op: remove, path: scope, value: x', 'value', 'A change that removes something has no `value`.', 'Delete the `value`, or write `op: set`.'],
    ['op: add, path: stages.report.steps', 'op', 'A change that adds something needs a `value`.', 'Add `value:` with the new entry.'],
    ['op: add, path: scope.regions, value: AT', 'path', '`scope.regions` is not a list of entries with ids.', 'Write `op: set` with the whole value.'],
    ['op: add, path: stages.report.steps, value: {id: call, title: x, lane: backstage}', 'value', '`call` is in the list already.', 'Give the new entry another id, or write `op: set` with its path.'],
    ['op: add, path: stages.report.steps, after: confrim, value: {id: x, title: x, lane: backstage}', 'after', 'There is no `confrim` in `stages.report.steps`.', 'Did you mean `confirm`?'],
    ['op: add, path: stages.report.steps, before: confrim, value: {id: x, title: x, lane: backstage}', 'before', 'There is no `confrim` in `stages.report.steps`.', 'Did you mean `confirm`?'],
    ['op: add, path: stages.report.steps, before: call, after: call, value: {id: x, title: x, lane: backstage}', 'before', 'A new entry stands after one entry or before one, not both.', 'Delete `after` or `before`.'],
    ['op: set, path: customerGoal, after: call, value: x', 'after', 'Only a change that adds an entry says `after` which one.', 'Delete `after`.'],
  ];

  it.each(cases)('%s', (operation, field, message, hint) => {
    const { failures, idle } = variant([operation]);
    expect([...failures, ...idle]).toEqual([{ operation: 0, field, message, hint }]);
  });

  it('is the second of two about one place', () => {
    expect(variant(['op: set, path: customerGoal, value: x', 'op: remove, path: scope', 'op: set, path: customerGoal, value: y']).failures).toEqual([
      { operation: 2, field: 'path', message: 'Another change of this variant is about `customerGoal` already.', hint: 'Make one change of the two.' },
    ]);
  });

  it('leaves the whole overlay out, so that half a variant is not judged', () => {
    const { spec } = variant(['op: remove, path: level', 'op: set, path: customerGoal, value: x']);
    expect(spec.value.customerGoal).toBe('To be paid');
  });
});

describe('the form of the merged journey', () => {
  it('is checked as a whole, and what is wrong is told where the variant says it', () => {
    const { spec, problems } = variant(['op: set, path: stages.report.steps.call.lane, value: stage', 'op: remove, path: stages.report.steps.submit.title', 'op: add, path: stages.report.steps, value: {id: thank, lane: frontstage}']);
    const told = problems.map(({ message, path }) => ({ message, at: written({ spec } as Variant, path) }));
    expect(told).toEqual([
      { message: 'Step `submit` has no `title`.', at: 'variant.yaml: stages.report.steps.submit.title' },
      { message: '`stage` is not one of the words that the `lane` of step `call` may be.', at: 'variant.yaml: stage' },
      { message: 'Step `thank` has no `title`.', at: 'variant.yaml: {id: thank, lane: frontstage}' },
    ]);
  });

  it.each([
    ['op: set, path: scope.regions, value: AT', 'The `regions` of the `scope` of journey `claim-at` has to be a list, and AT is text.', 'Write a list: [one, two], or one entry on each line after `- `.'],
    ['op: set, path: stages.report.steps.call.title, value: 12', 'The `title` of step `call` has to be text, and 12 is a number.', expect.stringMatching(/^Put it in quotes: "12"\. /)],
    ['op: set, path: escalations.late.rungs, value: [claims#lead]', expect.stringContaining('claims#lead is text.'), expect.stringContaining('claims#lead}')],
  ])('shows the value that is wrong, and no text from elsewhere: %s', (operation, message, hint) => {
    expect(variant([operation]).problems).toEqual([expect.objectContaining({ message, hint })]);
  });

  it('that nobody could read is left out, and the base stands in', () => {
    const { spec, problems } = variant(['op: set, path: stages.next, value: {id: next}', 'op: set, path: customerGoal, value: x']);
    expect([spec.id, spec.value.customerGoal, spec.value.stages?.[1]?.steps.length, problems.map(({ message }) => message)]).toEqual(['claim-at', 'To be paid', 4, ['Stage `next` has no `title`.', 'Stage `next` has no `steps`.']]);
  });

  it('is not told while a change cannot be made', () => {
    expect(variant(['op: set, path: stages.report.steps.call.lane, value: stage', 'op: remove, path: level']).problems).toEqual([]);
  });

  it('takes nothing but the header from outside the overlay', () => {
    expect(variant([], 'customerGoal: Another\n').spec.value.customerGoal).toBe('To be paid');
  });

  it('keeps a sound variant sound', () => {
    expect(variant(['op: set, path: customerGoal, value: x']).problems).toEqual([]);
  });
});
