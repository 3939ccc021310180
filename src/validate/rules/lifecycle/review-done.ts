import { mayTellOf } from '../../../analysis/completeness.js';
import { recordBook, type RecordBook } from '../../../analysis/records.js';
import { isLonger, latestNext, longestCycle, planOf, reckoner, reviewDue, type Reckoner } from '../../../analysis/review-plan.js';
import { specName } from '../../../analysis/spec-words.js';
import { formatCycle } from '../../../base/duration.js';
import { sentence } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { ReviewPlan } from '../../../schema/kinds/header.js';
import { examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const policy = examplePolicy('cycles: {sla: P6M}\n');

/** Documents whose review is past due, and plans that put it off. */
export const reviewDone: Rule = {
  id: 'lifecycle/review-done',
  code: 'LIF-005',
  summary: 'What is active is reviewed within its cycle, and no cycle is longer than the Policy allows.',
  rationale: 'A map that nobody has looked at drifts away from what customers go through, and nobody sees it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S2.M5.5', 'S3.M7.3'],
  examples: {
    valid: [
      { title: 'The review is still to come', files: { 'sla.yaml': sla('review: {cycle: P3M, next: 2026-12-01}\n') } },
      { title: 'A Record shows the last review', files: { 'sla.yaml': sla('review: {cycle: P6M}\n'), 'record.yaml': review('2026-11-05') } },
    ],
    invalid: [
      {
        title: 'The planned day has passed',
        files: { 'sla.yaml': sla('review: {cycle: P3M, next: 2026-11-01}\n') },
        at: '2026-11-01',
        message: 'The review of SLA `answer` was due on 2026-11-01.',
      },
      {
        title: 'The last review is longer ago than a cycle and a quarter of it',
        files: { 'sla.yaml': sla('review: {cycle: P3M}\n'), 'record.yaml': review('2026-06-02') },
        at: 'P3M',
        message: 'The review of SLA `answer` was due on 2026-09-02, more than a quarter of its cycle ago; the last one was on 2026-06-02.',
      },
      {
        title: 'A cycle that is longer than the Policy allows',
        files: { 'policy.yaml': policy, 'sla.yaml': sla('review: {cycle: P12M, next: 2026-12-01}\n') },
        at: 'P12M',
        message: 'SLA `answer` is reviewed every year; the Policy asks for every 6 months.',
      },
      {
        title: 'The next review is put off beyond the cycle',
        files: { 'sla.yaml': sla('review: {cycle: P3M, next: 2027-11-01}\n'), 'record.yaml': review('2026-11-05') },
        at: '2027-11-01',
        message: 'The next review of SLA `answer` is planned for 2027-11-01, later than its cycle allows after the last one on 2026-11-05.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const [book, reckon] = [recordBook(workspace, asOf), reckoner()];
    for (const spec of workspace.specs.filter(({ status, kind }) => status !== 'retired' && kind !== 'Record' && kind !== 'Workspace')) {
      const plan = planOf(spec);
      if (plan === undefined) continue;
      yield* longCycle(workspace, spec, plan);
      if (!mayTellOf(workspace, 'Record', [spec.id])) yield* pastDue(spec, plan, asOf, { book, reckon });
    }
  },
};

function* longCycle(workspace: Workspace, spec: Spec, { cycle }: ReviewPlan): Iterable<Finding> {
  const longest = longestCycle(workspace, spec);
  if (longest === undefined || cycle === undefined || !isLonger(cycle, longest)) return;
  yield {
    at: { spec, path: ['review', 'cycle'] },
    message: `${sentence(specName(spec))} is reviewed every ${formatCycle(cycle)}; the Policy asks for every ${formatCycle(longest)}.`,
    hint: `Write \`cycle: ${longest}\` or a shorter one.`,
  };
}

/** A review is past due, or its day was put off further than the cycle goes. */
function* pastDue(spec: Spec, plan: ReviewPlan, asOf: string, { book, reckon }: { readonly book: RecordBook; readonly reckon: Reckoner }): Iterable<Finding> {
  const due = reviewDue(spec, book, reckon);
  if (due === undefined) return;
  const last = due.last === undefined ? '' : `; the last one was on ${due.last}`;
  if (due.day < asOf) {
    const isFarTooLate = due.lateFrom < asOf;
    yield {
      at: { spec, path: ['review', plan.next === due.day ? 'next' : 'cycle'] },
      message: `The review of ${specName(spec)} was due on ${due.day}${isFarTooLate ? ', more than a quarter of its cycle ago' : ''}${last}.`,
      hint: 'Hold the review and add a Record of `type: review` with it under `subject`' + (plan.next === undefined ? '.' : '; then move `next` to the day of the one after.'),
      ...(isFarTooLate ? { severity: 'error' as const } : {}),
    };
  } else if (due.last !== undefined && due.day === plan.next && due.day > (latestNext(due.last, due.cycle, reckon) ?? due.day)) {
    yield {
      at: { spec, path: ['review', 'next'] },
      message: `The next review of ${specName(spec)} is planned for ${due.day}, later than its cycle allows after the last one on ${due.last}.`,
      hint: `Plan it within the cycle of ${formatCycle(due.cycle)}.`,
    };
  }
}

function sla(plan: string): string {
  return `apiVersion: waymark/v1
kind: Sla
id: answer
title: Answer
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
${plan}`;
}

function review(date: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: review-1
type: review
date: ${date}
by: [claims#lead, payments#lead]
subject: [answer@1.0.0]
outcome: as written
`;
}
