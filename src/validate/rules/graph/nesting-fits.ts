import { containments, nestingCircles, tooDeep, type Containment } from '../../../analysis/nesting.js';
import { endEvents, impossibleOutcomes, missedEnds, outcomesOf, startEvents, subJourneys, type SubJourney } from '../../../analysis/sub-journeys.js';
import { targetsOf } from '../../../model/transitions.js';
import { listOf } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isActive } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Finding, Rule } from '../../rule.js';

const levels = 3;

const header = (id: string): string => `apiVersion: waymark/v1
kind: Journey
id: ${id}
title: A journey
version: 1.0.0
status: active
owner: claims
`;

const moving = (fields: string): string => `${header('moving')}stages:
  - id: move
    title: Move
    steps:
      - {id: book, title: A visit is booked, lane: frontstage, ${fields}}
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
      - {id: close, title: Order is closed, lane: backstage, entry: no answer, end: failure}
`;

const take = '      - {id: take, title: Customer takes a slot, lane: customer, channel: app, events: {start: slots-offered, complete: slot-taken}, end: success}\n';

const booking = (more: string, steps: string): string => `${header('booking')}${more}stages:
  - id: book
    title: Book
    steps:
${steps}`;

const only = (id: string, parent: string): string => `${header(id)}${parent}stages:
  - id: only
    title: Only
    steps:
      - {id: act, title: Customer acts, lane: customer, end: success}
`;

/** A journey inside a journey that does not fit in. */
export const nestingFits: Rule = {
  id: 'graph/nesting-fits',
  code: 'GRF-009',
  summary: `Journeys lie within each other without a circle, at most ${levels} deep, each fits the step that stands for it, and ends as it says.`,
  rationale: 'The large map counts on the small one. Where their beginnings or ends differ, cases get lost between the two.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.4'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'GRF-002', within: 'subject' }, { code: 'GRF-002', within: 'explained' }],
  examples: {
    valid: [
      {
        title: 'The step begins and ends as its journey does, and says what follows each outcome',
        files: {
          'outer.yaml': moving('journey: booking, events: {start: slots-offered, complete: slot-taken}, returns: [slot], next: [{to: visit, outcome: success}, {to: close, outcome: failure}]'),
          'inner.yaml': booking('', `      - {id: offer, title: We offer slots, lane: frontstage, events: {start: slots-offered}, next: [take, {to: give-up, when: no answer}]}
      - {id: take, title: Customer takes a slot, lane: customer, channel: app, data: {collects: [slot]}, events: {complete: slot-taken}, end: success}
      - {id: give-up, title: We give up, lane: backstage, end: failure}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Each is a part of the other',
        files: { 'outer.yaml': moving('journey: booking'), 'inner.yaml': booking('parent: moving\n', `${take}      - {id: move, title: Customer moves, lane: customer, journey: moving, end: success}\n`) },
        at: 'moving',
        message: 'Journeys `booking` and `moving` are parts of each other.',
      },
      {
        title: 'Four levels',
        files: { 'life.yaml': only('life', ''), 'moving.yaml': only('moving', 'parent: life\n'), 'booking.yaml': only('booking', 'parent: moving\n'), 'paying.yaml': only('paying', 'parent: booking\n') },
        at: 'booking',
        message: 'Journey `paying` lies 4 levels deep, within `booking`; 3 are allowed.',
      },
      {
        title: 'An outcome that the inner journey never has',
        files: { 'outer.yaml': moving('journey: booking, next: [visit, {to: close, outcome: abandon}]'), 'inner.yaml': booking('', take) },
        at: 'abandon',
        message: 'Step `book` expects that `booking` ends with abandon, and it never does.',
      },
      {
        title: 'An outcome that nobody thought of',
        files: { 'outer.yaml': moving('journey: booking, next: [{to: visit, outcome: success}]'), 'inner.yaml': booking('', `${take}      - {id: stop, title: We give up, lane: backstage, entry: no answer, end: failure}\n`) },
        at: 'booking',
        message: '`booking` may end with failure, and step `book` does not say where the case goes then.',
      },
      {
        title: 'An outcome of a step that stands for no journey',
        files: { 'outer.yaml': moving('next: [visit, {to: close, outcome: failure}]') },
        at: 'failure',
        message: 'Step `book` has a way for the outcome failure and stands for no journey that could have one.',
      },
      {
        title: 'Another beginning',
        files: { 'outer.yaml': moving('journey: booking, events: {start: order-taken}'), 'inner.yaml': booking('', take) },
        at: 'order-taken',
        message: 'Step `book` begins with `order-taken`, and its journey `booking` with `slots-offered`.',
      },
      {
        title: 'Another end',
        files: { 'outer.yaml': moving('journey: booking, events: {complete: visit-planned}'), 'inner.yaml': booking('', take) },
        at: 'visit-planned',
        message: 'Step `book` is complete with `visit-planned`, and its journey `booking` ends with `slot-taken`.',
      },
      {
        title: 'Something comes back that the inner journey does not know',
        files: { 'outer.yaml': moving('journey: booking, returns: [visit-slot]'), 'inner.yaml': booking('', take) },
        at: 'visit-slot',
        message: 'Step `book` gets `visit-slot` back from `booking`, where no step collects or writes it.',
      },
      {
        title: 'The scope says another end than the step',
        files: { 'inner.yaml': booking('scope: {endsWith: [{event: slot-taken, outcome: failure}]}\n', take) },
        at: 'failure',
        message: 'By its scope journey `booking` ends with failure at `slot-taken`, and step `take` ends with success.',
      },
    ],
  },
  *check({ workspace }) {
    yield* depth(workspace);
    for (const sub of subJourneys(workspace)) {
      if (!isActive(sub.inner.spec)) continue;
      yield* outcomes(sub);
      yield* events(sub);
      yield* returns(sub);
    }
  },
  checkJourneys: () =>
    function* (journey) {
      yield* outcomesOfNothing(journey);
      yield* scopes(journey);
    },
};

/** A journey with all that it is a part of, directly or not. */
function above(parts: readonly Containment[], id: string): readonly string[] {
  const found = new Set([id]);
  for (const each of found) for (const { outer, inner } of parts) if (inner === each) found.add(outer);
  return [...found];
}

function* depth(workspace: Workspace): Iterable<Finding> {
  const parts = containments(workspace);
  for (const { part, journeys } of nestingCircles(parts)) {
    yield {
      at: { spec: part.said.journey.spec, path: part.said.path },
      message: journeys.length === 1 ? `Journey \`${part.inner}\` is a part of itself.` : `Journeys ${quoted(journeys)} are parts of each other.`,
      hint: 'Decide which journey is the larger one, and delete the `parent` or the `journey` that says the opposite.',
    };
  }
  for (const { outer, inner, said } of tooDeep(parts, levels)) {
    yield {
      at: { spec: said.journey.spec, path: said.path },
      message: `Journey \`${inner}\` lies ${levels + 1} levels deep, within \`${outer}\`; ${levels} are allowed.`,
      hint: `Make \`${inner}\` a part of a larger journey, or put its steps into \`${outer}\`.`,
      tellsOf: above(parts, outer).flatMap((id) => workspace.journey(id)?.spec ?? []),
    };
  }
}

function* outcomesOfNothing({ spec, steps }: JourneyModel): Iterable<Finding> {
  for (const step of steps) {
    const { journey, next } = step.value;
    const way = journey === undefined && typeof next === 'object' ? targetsOf(next).find(({ edge }) => edge.outcome !== undefined) : undefined;
    if (way === undefined) continue;
    yield {
      at: { spec, path: [...step.path, 'next', ...way.path, 'outcome'] },
      message: `Step \`${step.id}\` has a way for the outcome ${way.edge.outcome} and stands for no journey that could have one.`,
      hint: `Write \`journey:\` with the id of the journey that \`${step.id}\` stands for, or \`when:\` with the condition instead of \`outcome\`.`,
    };
  }
}

/** Where a step has no end at all, it is what has to be mended. */
function* scopes(journey: JourneyModel): Iterable<Finding> {
  const { spec, id } = journey;
  for (const { index, end, outcome, step } of missedEnds(journey)) {
    const said = { spec, path: ['scope', 'endsWith', index, 'outcome'] };
    const isOpen = step.value.end === undefined;
    yield {
      at: isOpen ? { spec, path: [...step.path, 'id'] } : said,
      message: `By its scope journey \`${id}\` ends with ${outcome} at \`${end.event ?? step.id}\`, and step \`${step.id}\` ${isOpen ? 'is no end' : `ends with ${step.value.end}`}.`,
      hint: isOpen ? `Write \`end: ${outcome}\` at step \`${step.id}\`, or correct the scope.` : `Correct the scope, or write \`end: ${outcome}\` at step \`${step.id}\`.`,
      ...(isOpen ? { explains: [step.coordinate], related: [{ message: 'The scope says so here.', at: said }] } : {}),
    };
  }
}

function* outcomes({ journey, step, inner }: SubJourney): Iterable<Finding> {
  const { spec } = journey;
  const ways = step.value.next === undefined ? [] : targetsOf(step.value.next);
  const expected = ways.filter(({ edge }) => edge.outcome !== undefined);
  const never = new Set<string>(impossibleOutcomes({ journey, step, inner }));
  const impossible = expected.filter(({ edge: { outcome } }) => never.has(outcome!));
  const last = stepWithoutEnd(step, inner);
  for (const { edge, path } of impossible) {
    yield {
      at: { spec, path: [...step.path, 'next', ...path, 'outcome'] },
      message: `Step \`${step.id}\` expects that \`${inner.id}\` ends with ${edge.outcome}, and it never does.`,
      hint: `Delete this way, or add \`end: ${edge.outcome}\` to the step of \`${inner.id}\` where that happens${last === undefined ? '' : `, perhaps \`${last.id}\``}.`,
    };
  }
  const forgotten = [...outcomesOf(inner)].filter((outcome) => outcome !== 'abandon' && !expected.some(({ edge }) => edge.outcome === outcome));
  if (expected.length === 0 || expected.length < ways.length || impossible.length > 0 || forgotten.length === 0) return;
  yield {
    at: { spec, path: [...step.path, 'journey'] },
    message: `\`${inner.id}\` may end with ${forgotten[0]}, and step \`${step.id}\` does not say where the case goes then.`,
    hint: `Add a way to \`next\`: \`{to: ..., outcome: ${forgotten[0]}}\`.`,
  };
}

/** The step of the inner journey that tells the event by which the outer step is complete, where it is no end. */
function stepWithoutEnd({ value }: StepModel, { steps }: JourneyModel): StepModel | undefined {
  const complete = value.events?.complete;
  return complete === undefined ? undefined : steps.find((each) => each.completed === complete && each.value.end === undefined);
}

/** A step may be complete with any end of its journey, also one that is no success. An end that is missed is told by its outcome. */
function* events(sub: SubJourney): Iterable<Finding> {
  const { journey, step, inner } = sub;
  const { start, complete } = step.value.events ?? {};
  const [starts, ends] = [startEvents(inner), endEvents(inner)];
  if (start !== undefined && starts.size > 0 && !starts.has(start)) {
    yield {
      at: { spec: journey.spec, path: [...step.path, 'events', 'start'] },
      message: `Step \`${step.id}\` begins with \`${start}\`, and its journey \`${inner.id}\` with ${quoted([...starts])}.`,
      hint: `Write \`start: ${[...starts][0]}\`, or correct the first step of \`${inner.id}\`.`,
    };
  }
  const isTold = stepWithoutEnd(step, inner) !== undefined && (impossibleOutcomes(sub).length > 0 || missedEnds(inner).length > 0);
  if (complete !== undefined && ends.size > 0 && !ends.has(complete) && !isTold) {
    yield {
      at: { spec: journey.spec, path: [...step.path, 'events', 'complete'] },
      message: `Step \`${step.id}\` is complete with \`${complete}\`, and its journey \`${inner.id}\` ends with ${quoted([...ends])}.`,
      hint: `Write \`complete: ${[...ends][0]}\`, or correct the last step of \`${inner.id}\`.`,
    };
  }
}

function* returns({ journey, step, inner }: SubJourney): Iterable<Finding> {
  const known = new Set(inner.steps.flatMap(({ value }) => [...(value.data?.collects ?? []), ...(value.data?.writes ?? []), ...(value.returns ?? [])]));
  for (const [index, element] of (step.value.returns ?? []).entries()) {
    if (known.has(element)) continue;
    yield {
      at: { spec: journey.spec, path: [...step.path, 'returns', index] },
      message: `Step \`${step.id}\` gets \`${element}\` back from \`${inner.id}\`, where no step collects or writes it.`,
      hint: `Delete \`${element}\` here, or add it to the \`data\` of the step of \`${inner.id}\` that collects or writes it.`,
    };
  }
}

function quoted(names: readonly string[]): string {
  return listOf(names.map((name) => `\`${name}\``), 'and');
}
