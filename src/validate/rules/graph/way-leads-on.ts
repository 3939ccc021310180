import { isAlongsideItself, isLimited, targetPath } from '../../../analysis/ways.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Transition } from '../../../model/transitions.js';
import { draftJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => draftJourney('repair', 'visit', rest);

/** A way that leads back to its own step for ever, or that no case can take. */
export const wayLeadsOn: Rule = {
  id: 'graph/way-leads-on',
  code: 'GRF-003',
  summary: 'A way leads on to another step, and back to its own step only with a limit.',
  rationale: 'A step that repeats itself without a limit keeps the customer for ever, and a way that no case can take is a plan that nobody follows.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.4'],
  silencedBy: [{ code: 'STR-003', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'A second visit, once',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage, next: [done, {to: visit, when: nobody at home, repeats: 1}]}
      - {id: waiting, title: Customer waits, lane: customer, alongside: visit}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Visits without end',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage, next: [done, {to: visit, when: nobody at home}]}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
        at: 'visit',
        message: 'Step `visit` leads back to itself, and nothing says how often.',
      },
      {
        title: 'An end that goes on',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage, end: success, next: done}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
        at: 'success',
        message: 'Step `visit` ends the journey and has a `next` as well.',
      },
      {
        title: 'Waiting beside a visit has no way of its own',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage}
      - {id: waiting, title: Customer waits, lane: customer, alongside: visit, next: done}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
        at: 'done',
        message: 'Step `waiting` happens alongside `visit` and is over with it, so its `next` never counts.',
      },
      {
        title: 'Nobody is led to a step that only happens beside another',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage, next: [done, {to: waiting, when: nobody at home}]}
      - {id: waiting, title: Customer waits, lane: customer, alongside: visit}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
        at: 'waiting',
        message: 'Step `visit` leads to `waiting`, which only happens alongside `visit`.',
      },
      {
        title: 'Waiting alongside the waiting',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage}
      - {id: waiting, title: Customer waits, lane: customer, alongside: waiting}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
        at: 'waiting',
        message: 'Step `waiting` happens alongside itself, so it never begins.',
      },
      {
        title: 'A second visit that begins while the first still runs',
        files: {
          'journey.yaml': example(`      - {id: visit, title: Technician visits, lane: frontstage, meanwhile: [{every: 1h, times: 2, to: visit}]}
      - {id: done, title: Repair is confirmed, lane: frontstage, end: success}
`),
        },
        at: 'visit',
        message: 'While step `visit` runs, it would begin a second time beside itself.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const step of journey.steps) if (step.hosts.length > 0 || step.value.end !== undefined) yield* contradictions(journey, step);
      for (const way of journey.transitions) if (way.kind !== 'alongside') yield* detours(journey, way);
    },
};

function* contradictions(journey: JourneyModel, step: StepModel): Iterable<Finding> {
  const { spec } = journey;
  const { id, value, hosts } = step;
  const field = value.next === undefined ? 'end' : 'next';
  if (isAlongsideItself(journey, step)) {
    yield {
      at: { spec, path: [...step.path, 'alongside'] },
      message: `Step \`${id}\` happens alongside itself, so it never begins.`,
      hint: `Name the step during which \`${id}\` happens, or delete \`alongside\` if \`${id}\` is a step of its own.`,
    };
  } else if (hosts.length > 0 && value[field] !== undefined) {
    yield {
      at: { spec, path: [...step.path, field] },
      message: `Step \`${id}\` happens alongside \`${hosts[0]}\` and is over with it, so its \`${field}\` never counts.`,
      hint: `Delete \`${field}\`, or delete \`alongside\` if \`${id}\` is a step of its own.`,
    };
  } else if (value.end !== undefined && value.next !== undefined) {
    yield {
      at: { spec, path: [...step.path, 'end'] },
      message: `Step \`${id}\` ends the journey and has a \`next\` as well.`,
      hint: 'Delete `end` if the case goes on, or `next` if it is over.',
    };
  }
}

function detours(journey: JourneyModel, way: Transition): Iterable<Finding> {
  if (way.from === way.to) return backToItself(journey, way);
  return way.target.hosts.length > 0 ? intoCompanions(journey, way) : [];
}

function* backToItself(journey: JourneyModel, way: Transition): Iterable<Finding> {
  if (way.kind !== 'side' && isLimited(way)) return;
  const at = { spec: journey.spec, path: targetPath(journey, way) };
  if (way.kind === 'side') {
    yield { at, message: `While step \`${way.from}\` runs, it would begin a second time beside itself.`, hint: 'Name another step in `to`. If the step starts over, add `stops: true`, and `times:` with how often at most.' };
  } else {
    yield { at, message: `Step \`${way.from}\` leads back to itself, and nothing says how often.`, hint: hintForLimit(way) };
  }
}

function* intoCompanions(journey: JourneyModel, way: Transition): Iterable<Finding> {
  const [host] = way.target.hosts;
  if (host === undefined || isAlongsideItself(journey, way.target)) return;
  yield {
    at: { spec: journey.spec, path: targetPath(journey, way) },
    message: `Step \`${way.from}\` leads to \`${way.to}\`, which only happens alongside \`${host}\`.`,
    hint: `Name another step, or delete \`alongside\` at \`${way.to}\`.`,
  };
}

function hintForLimit({ kind, to }: Transition): string {
  switch (kind) {
    case 'fail':
      return `Name another step in \`onFail\`; a second try is written as \`next: [..., {to: ${to}, when: it failed, repeats: 2}]\`.`;
    case 'next':
      return `Write how often at most: \`{to: ${to}, repeats: 2}\`, or \`repeats: unknown\` in a draft.`;
    case 'interrupt':
      return `Add \`times:\` beside \`to: ${to}\` with how often at most, or \`times: unknown\` in a draft.`;
    case 'join':
      return `Take \`${to}\` out of its own \`waitsFor\`.`;
    default:
      return `Add \`next:\` to \`${to}\` with the id of the step that follows.`;
  }
}
