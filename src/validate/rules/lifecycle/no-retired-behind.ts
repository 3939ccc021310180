import { reliesOn } from '../../../analysis/dependencies.js';
import { specName } from '../../../analysis/spec-words.js';
import { sentence } from '../../../base/words.js';
import { documentPartOf, isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Finding, Rule } from '../../rule.js';

/** Something in force that relies on what is no longer, and what goes without saying what comes. */
export const noRetiredBehind: Rule = {
  id: 'lifecycle/no-retired-behind',
  code: 'LIF-004',
  summary: 'What is active relies on nothing that is retired, and what is deprecated names its successor and its last day.',
  rationale: 'People go on working by a map that nobody keeps up, and find out when a customer asks.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M7.6'],
  examples: {
    valid: [
      { title: 'The promise that is relied on is deprecated and says what follows', files: { 'slas.yaml': slas('deprecated', 'effective: {from: 2026-01-01, until: 2027-01-01}\nsupersededBy: answer-fast\n') } },
    ],
    invalid: [
      {
        title: 'The promise that is relied on has been retired',
        files: { 'slas.yaml': slas('retired', '') },
        at: 'answer',
        message: 'SLA `answer-fast` is active and relies on SLA `answer`, which is retired.',
      },
      {
        title: 'The calendar whose hours are taken over has been retired',
        files: { 'calendars.yaml': calendars() },
        at: 'office',
        message: 'Calendar `shop` is active and relies on calendar `office`, which is retired.',
      },
      {
        title: 'Nothing says what follows',
        files: { 'slas.yaml': slas('deprecated', 'effective: {from: 2026-01-01, until: 2027-01-01}\n') },
        at: 'deprecated',
        message: 'SLA `answer` is deprecated and does not say what takes over.',
      },
      {
        title: 'Nothing says until when',
        files: { 'slas.yaml': slas('deprecated', 'supersededBy: answer-fast\n') },
        at: 'deprecated',
        message: 'SLA `answer` is deprecated and does not say until when it holds.',
      },
    ],
  },
  *check({ workspace }) {
    for (const { from, to, reference, others } of reliesOn(workspace, 'retired')) {
      if (from.kind === 'Journey' && reference.field === 'extends') continue; // a variant of a retired base is told in every profile, by VAR-009
      const what = to.coordinate === documentPartOf(reference.target!) ? '' : `\`${reference.text}\` of `;
      yield {
        at: { spec: from, path: reference.path },
        cause: to.coordinate,
        message: `${sentence(specName(from))} ${isActive(from) ? 'is active and relies' : 'relies'} on ${what}${specName(to)}, which is retired.`,
        hint: `Name ${successorOf(to) ?? 'what has taken its place'} instead, or take it out.`,
        related: others.slice(0, 20).map(({ path }) => ({ message: 'It relies on it here too.', at: { spec: from, path } })),
      };
    }
    yield* openFarewells(workspace);
  },
};

function successorOf({ value }: Spec): string | undefined {
  return 'supersededBy' in value && value.supersededBy !== undefined ? `\`${value.supersededBy}\`` : undefined;
}

/** Deprecated things that leave open what comes, or when. An entry goes with its Directory. */
function* openFarewells(workspace: Workspace): Iterable<Finding> {
  for (const spec of workspace.specs) {
    if (spec.status !== 'deprecated' || spec.directory?.status === 'deprecated') continue;
    const hasSuccessor = successorOf(spec) !== undefined;
    const hasEnd = 'effective' in spec.value && spec.value.effective?.until !== undefined;
    if (hasSuccessor && hasEnd) continue;
    const missing = [...(hasSuccessor ? [] : ['what takes over']), ...(hasEnd ? [] : ['until when it holds'])];
    yield {
      at: { spec, path: ['status'] },
      message: `${sentence(specName(spec))} is deprecated and does not say ${missing.join(' and ')}.`,
      hint: [...(hasSuccessor ? [] : ['Add `supersededBy:` with the id of what takes over.']), ...(hasEnd ? [] : ['Add the first day on which it no longer holds: `effective: {from: ..., until: 2027-01-01}`.'])].join(' '),
    };
  }
}

function slas(status: string, more: string): string {
  return `apiVersion: waymark/v1
kind: Sla
id: answer
title: Answer
version: 1.0.0
status: ${status}
owner: claims
${more}---
apiVersion: waymark/v1
kind: Sla
id: answer-fast
title: Answer fast
version: 1.0.0
status: active
owner: claims
underpins: [answer]
`;
}

function calendars(): string {
  return `apiVersion: waymark/v1
kind: Calendar
id: office
title: Office
version: 1.0.0
status: retired
owner: claims
timezone: Europe/Berlin
weekly: {mon: ["08:00-18:00"]}
horizon: {from: 2026-01-01, until: 2028-01-01}
---
apiVersion: waymark/v1
kind: Calendar
id: shop
title: Shop
version: 1.0.0
status: active
owner: claims
extends: office
`;
}
