import { hasExit, loopsOf, unlimitedWaysBack } from '../../../analysis/cycles.js';
import { leadsBack, targetPath } from '../../../analysis/ways.js';
import { someOf } from '../../../base/words.js';
import { isActive } from '../../../model/spec.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Transition } from '../../../model/transitions.js';
import type { Finding, Rule } from '../../rule.js';

const example = (status: 'draft' | 'active', steps: string): string => `apiVersion: waymark/v1
kind: Journey
id: loan
title: Loan
version: ${status === 'active' ? '1.0.0' : '0.1.0'}
status: ${status}
owner: claims
stages:
  - id: papers
    title: Papers
    steps:
${steps}`;

/** A loop that a case may go round for ever. */
export const loopEnds: Rule = {
  id: 'graph/loop-ends',
  code: 'GRF-006',
  summary: 'Whatever is repeated has a limit, and a case can leave every loop.',
  rationale: 'A loop without a limit sends the customer round and round, and no promise about time can be kept.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M1.5'],
  silencedBy: [
    { code: 'STR-003', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-003', within: 'subject' },
    { code: 'GRF-001', within: 'explained' },
  ],
  examples: {
    valid: [
      {
        title: 'A draft that does not know yet how often',
        files: {
          'journey.yaml': example('draft', `      - {id: upload, title: Customer sends papers, lane: customer, channel: app, meanwhile: [{every: 2d, times: unknown, to: remind}], next: check}
      - {id: remind, title: We remind, lane: frontstage, channel: email, end: side}
      - {id: check, title: We check the papers, lane: backstage, next: [pay, {to: upload, when: unreadable, repeats: unknown}]}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Papers are asked for again and again',
        files: {
          'journey.yaml': example('draft', `      - {id: upload, title: Customer sends papers, lane: customer, channel: app}
      - {id: check, title: We check the papers, lane: backstage, next: [pay, {to: upload, when: unreadable}]}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: 'upload',
        message: 'Step `check` leads back to `upload`, and nothing says how often at most.',
      },
      {
        title: 'No way out of the loop',
        files: {
          'journey.yaml': example('draft', `      - {id: upload, title: Customer sends papers, lane: customer, channel: app}
      - {id: check, title: We check the papers, lane: backstage, next: [{to: upload, when: unreadable, repeats: 2}]}
`),
        },
        at: 'upload',
        message: 'No case gets out of the loop of steps `upload` and `check`.',
      },
      {
        title: 'An active journey must know the limit',
        files: {
          'journey.yaml': example('active', `      - {id: upload, title: Customer sends papers, lane: customer, channel: app}
      - {id: check, title: We check the papers, lane: backstage, next: [pay, {to: upload, when: unreadable, repeats: unknown}]}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: 'unknown',
        message: 'How often step `check` leads to `upload` is unknown, and the journey is active.',
      },
      {
        title: 'Reminders without end',
        files: {
          'journey.yaml': example('draft', `      - {id: upload, title: Customer sends papers, lane: customer, channel: app, meanwhile: [{every: 2d, to: remind}], next: pay}
      - {id: remind, title: We remind, lane: frontstage, channel: email, end: side}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: '2d',
        message: 'While step `upload` runs, `remind` begins again every 2d, and nothing says how often at most.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      yield* loops(journey);
      yield* unknownLimits(journey);
      yield* reminders(journey);
    },
};

/** A loop without a way out is told once, whatever its limits. */
function* loops(journey: JourneyModel): Iterable<Finding> {
  const closed = loopsOf(journey, journey.transitions).filter((loop) => !hasExit(journey, loop));
  for (const { steps, ways } of closed) {
    const back = ways.find(leadsBack)!;
    yield {
      at: { spec: journey.spec, path: targetPath(journey, back) },
      message: `No case gets out of the loop of steps ${someOf(steps.map((id) => `\`${id}\``))}.`,
      hint: `Add a way out, for example \`next: [${back.to}, {to: ..., when: ...}]\` at step \`${back.from}\`, or \`end:\` to the step where it ends.`,
    };
  }
  const inClosed = new Set(closed.flatMap(({ ways }) => ways));
  for (const way of unlimitedWaysBack(journey)) if (!inClosed.has(way)) yield unlimited(journey, way);
}

function unlimited(journey: JourneyModel, way: Transition): Finding {
  return {
    at: { spec: journey.spec, path: targetPath(journey, way) },
    message: `Step \`${way.from}\` leads back to \`${way.to}\`, and nothing says how often at most.`,
    hint: hintForLimit(way),
  };
}

function hintForLimit({ kind, to }: Transition): string {
  if (kind === 'interrupt') return `Add \`times: 2\` beside \`to: ${to}\`. A draft may say \`times: unknown\`.`;
  if (kind === 'fail') return `An \`onFail\` has no limit. Name a step in it that does not lead back, or write the limit on another way of the loop: \`{to: ..., repeats: 2}\`.`;
  return `Write how often at most: \`{to: ${to}, repeats: 2}\`. A draft may say \`repeats: unknown\`.`;
}

function* unknownLimits(journey: JourneyModel): Iterable<Finding> {
  for (const way of journey.transitions) {
    if (way.edge.repeats !== 'unknown' || way.isPast) continue;
    yield {
      at: { spec: journey.spec, path: [...way.path, way.kind === 'next' ? 'repeats' : 'times'] },
      from: 'active',
      message: `How often step \`${way.from}\` leads to \`${way.to}\` is unknown${isActive(journey.spec) ? ', and the journey is active' : ''}.`,
      hint: `Write the number, such as \`${way.kind === 'next' ? 'repeats' : 'times'}: 2\`; only a draft may leave it open.`,
    };
  }
}

/** A timer is also bounded by another one that stops the step. */
function* reminders({ spec, steps }: JourneyModel): Iterable<Finding> {
  for (const { id, value, path } of steps.filter((step) => step.value.meanwhile !== undefined)) {
    const timers = value.meanwhile!;
    if (timers.some(({ after, stops }) => after !== undefined && stops === true)) continue;
    for (const [index, { every, times, to }] of timers.entries()) {
      if (every === undefined || times !== undefined) continue;
      yield {
        at: { spec, path: [...path, 'meanwhile', index, 'every'] },
        message: `While step \`${id}\` runs, \`${to}\` begins again every ${every}, and nothing says how often at most.`,
        hint: `Add \`times: 3\` beside \`every: ${every}\`. A draft may say \`times: unknown\`.`,
      };
    }
  }
}
