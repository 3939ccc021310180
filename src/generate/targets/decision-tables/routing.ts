import type { Spec } from '../../../model/spec.js';
import type { Condition, Edge, Step } from '../../../schema/kinds/step.js';
import type { Register } from '../../register.js';

type How = 'one' | 'choice' | 'otherwise' | 'all' | 'some' | 'not written' | 'end';

interface WayRow {
  readonly journey: Spec<'Journey'>;
  readonly step: Step;
  readonly how: How;
  readonly edge: Partial<Edge>;
}

/** Where a case goes. */
export const routing: Register<WayRow> = {
  id: 'routing',
  description: 'One row for each way out of each step, in the order in which it is written: where a case goes, and when.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'step', always: true, description: 'The step that the case leaves.', of: ({ step }) => step.id },
    { name: 'title', always: true, description: 'Its name for people.', of: ({ step }) => step.title },
    { name: 'how', always: true, words: ['one', 'choice', 'otherwise', 'all', 'some', 'not written', 'end'], description: '`one` way, a `choice` between those of the step, `otherwise` the way of a choice that is taken where no other one is, `all` of them together, `some` of them; `end` ends. Where it is `not written`, the case goes on with the step that follows in the journey, unless that one waits for others or is done at the same moment.', of: ({ how }) => how },
    { name: 'to', description: 'The step that it leads to.', of: ({ edge }) => edge.to },
    { name: 'label', description: 'What the way is called.', of: ({ edge }) => edge.label },
    { name: 'when', description: 'When it is taken: words, `event` with its name, or a piece of data that is compared.', of: ({ edge }) => (edge.when === undefined ? undefined : conditionText(edge.when)) },
    { name: 'outcome', description: 'The outcome of the sub-journey with which it is taken; of an end, how it ends.', of: ({ edge, step, how }) => (how === 'end' ? step.end : edge.outcome) },
    { name: 'share', type: 'number', description: 'The part of the cases that take it, as it was observed or estimated.', of: ({ edge }) => edge.share },
    { name: 'repeats', description: 'How often at most one case takes it.', of: ({ edge }) => (edge.repeats === undefined ? undefined : String(edge.repeats)) },
    { name: 'hands', type: 'texts', description: 'Data that are handed over.', of: ({ edge }) => edge.hands ?? [] },
    { name: 'sla', description: 'The promise on the passage, or `none`.', of: ({ edge }) => edge.sla },
    { name: 'reason', description: 'Why there is no promise.', of: ({ edge }) => edge.reason },
  ],
};

/** A row for each way. */
export function wayRows(journeys: readonly Spec<'Journey'>[]): readonly WayRow[] {
  return journeys.flatMap((journey) => (journey.value.stages ?? []).flatMap(({ steps }) => steps.flatMap((step) => waysOf(step).map((way) => ({ journey, step, ...way })))));
}

function waysOf({ next, end }: Step): readonly Pick<WayRow, 'how' | 'edge'>[] {
  const ways = writtenWays(next);
  return end === undefined ? (ways.length > 0 ? ways : [{ how: 'not written', edge: {} }]) : [...ways, { how: 'end', edge: {} }];
}

function writtenWays(next: Step['next']): readonly Pick<WayRow, 'how' | 'edge'>[] {
  if (next === undefined) return [];
  if (typeof next === 'string') return [{ how: 'one', edge: { to: next } }];
  if ('length' in next) return choiceOf(next.map(asEdge));
  if ('all' in next) return next.all.map((edge) => ({ how: 'all', edge: asEdge(edge) }));
  return next.some.map((edge) => ({ how: 'some', edge: asEdge(edge) }));
}

/** Of several ways the only one without a condition is taken where none of the others is. */
function choiceOf(edges: readonly Edge[]): readonly Pick<WayRow, 'how' | 'edge'>[] {
  const free = edges.filter(({ when, outcome }) => when === undefined && outcome === undefined);
  return edges.map((edge) => ({ how: edges.length === 1 ? 'one' : free.length === 1 && free[0] === edge ? 'otherwise' : 'choice', edge }));
}

function asEdge(edge: string | Edge): Edge {
  return typeof edge === 'string' ? { to: edge } : edge;
}

/** `event inspection-missed`, `claim-amount gt 5000` */
function conditionText(condition: Condition): string {
  if (typeof condition === 'string') return condition;
  return 'event' in condition ? `event ${condition.event}` : `${condition.element} ${condition.op} ${JSON.stringify(condition.value)}`;
}
