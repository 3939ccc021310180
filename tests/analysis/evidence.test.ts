import { describe, expect, it } from 'vitest';
import { evidenceBook } from '../../src/analysis/evidence.js';
import { journeyText, workspaceOf } from '../support/journeys.js';

const base = journeyText(['stage one', 'a, aliases: [old-a]', 'b', 'stage two', 'c']).replace('version: 0.1.0', 'version: 2.3.0');

const variant = `apiVersion: waymark/v1
kind: Journey
id: test-at
title: Test in Austria
version: 1.0.0
status: draft
owner: claims
extends: test@^2
overlay:
  - {op: set, path: stages.one.steps.b.title, value: Another step, reason: other words}
`;

interface Given {
  readonly subject: string;
  readonly steps?: string;
  readonly date?: string;
  readonly rest?: string;
}

function record({ subject, steps, date = '2026-03-01', rest = '' }: Given, index: number): string {
  return `apiVersion: waymark/v1\nkind: Record\nid: record-${index + 1}\ntype: validation\ndate: ${date}\nby: [claims#lead]\nsubject: [${subject}]\n${steps === undefined ? '' : `steps: [${steps}]\n`}${rest}`;
}

/** The latest day of evidence for each step of a journey, on 2026-11-22. */
function days(records: readonly Given[], journeyId = 'test'): { readonly [step: string]: string | undefined } {
  const workspace = workspaceOf({ 'base.yaml': base, 'variant.yaml': variant, 'records.yaml': records.map(record).join('---\n') });
  const journey = workspace.journey(journeyId)!;
  const book = evidenceBook(workspace, '2026-11-22');
  return Object.fromEntries(journey.steps.flatMap((step) => {
    const day = book.latest(journey, step, 'validation');
    return day === undefined ? [] : [[step.id, day]];
  }));
}

const day = '2026-03-01';

describe('evidence for steps', () => {
  it('about a journey is evidence for all of its steps', () => {
    expect(days([{ subject: 'test' }])).toEqual({ a: day, b: day, c: day });
  });

  it('about a stage or a step is evidence for it alone, also under a former id', () => {
    expect(days([{ subject: 'test@2.3.0#stages/one' }])).toEqual({ a: day, b: day });
    expect(days([{ subject: 'test#c' }])).toEqual({ c: day });
    expect(days([{ subject: 'test#old-a' }])).toEqual({ a: day });
  });

  it('that lists steps is about them only', () => {
    expect(days([{ subject: 'test@2.3.0', steps: 'test#b' }])).toEqual({ b: day });
  });

  it('counts until a breaking change', () => {
    expect(days([{ subject: 'test@2.0.1#c' }])).toEqual({ c: day });
    expect(days([{ subject: 'test@1.9.0#c' }])).toEqual({});
    expect(days([{ subject: 'test@1.9.0', steps: 'test#c' }])).toEqual({});
  });

  it('counts by its latest Record that was written, not corrected, and is still valid', () => {
    expect(days([{ subject: 'test#c', date: '2026-05-01' }, { subject: 'test#c', date: '2026-04-01' }])).toEqual({ c: '2026-05-01' });
    expect(days([{ subject: 'test#c', date: '2026-12-01' }])).toEqual({});
    expect(days([{ subject: 'test#c', date: '2026-05-01' }, { subject: 'test#a', rest: 'supersedes: record-1\n' }])).toEqual({ a: day });
    expect(days([{ subject: 'test#c', rest: 'validUntil: 2026-10-01\n' }])).toEqual({});
  });

  it('about the base holds for what a variant took over unchanged', () => {
    expect(days([{ subject: 'test@2.3.0' }], 'test-at')).toEqual({ a: day, c: day });
    expect(days([{ subject: 'test@2.3.0' }, { subject: 'test-at@1.0.0#b', date: '2026-06-01' }], 'test-at')).toEqual({ a: day, b: '2026-06-01', c: day });
    expect(days([{ subject: 'test-at' }])).toEqual({});
  });
});
