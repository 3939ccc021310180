import { entrySteps } from '../analysis/reachability.js';
import { spread, wayGraph } from '../analysis/way-graph.js';
import { quoted, listOf } from '../base/words.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import type { Audience, SymbolicApprover } from './change.js';
import type { SpecPair } from './match-specs.js';
import type { Judgement } from './tell.js';
import type { Versions } from './versions.js';

/** Something that cases go through because they have to: where customers are told a thing, or a step that a regime asks for. */
interface Duty {
  /** `disclosure \`reasons\`` */
  readonly name: string;
  readonly steps: readonly StepModel[];
}

/**
 * Why cases of a journey may now come to where they were only after a duty was done, in sentences: it was moved behind, made optional, taken from the
 * customer's sight, or there is a way around it. A duty in one of several parallel branches is certain nowhere, before or after.
 */
export function passedBy({ before, after }: Versions, pair: SpecPair): readonly string[] {
  const [then, now] = [before.journey(pair.before.id), after.journey(pair.after.id)];
  if (then === undefined || now === undefined) return [];
  const duties = new Map(dutiesOf(now).map((duty) => [duty.name, duty]));
  return dutiesOf(then).flatMap((duty) => {
    const still = duties.get(duty.name);
    const [open, opened] = [withoutDuty(then, duty), still === undefined ? undefined : withoutDuty(now, still)];
    const isDuty = new Set([duty, still].flatMap((each) => each?.steps.map(({ id }) => id) ?? []));
    const late = opened === undefined ? [] : now.steps.filter(({ id }) => !isDuty.has(id) && opened.has(id) && then.step(id) !== undefined && !open.has(id));
    return late.length === 0 ? [] : [`A case may now come to ${listOf(quoted(late.slice(0, 3).map(({ id }) => id)))} without ${duty.name}.`];
  });
}

/** What lets cases past a duty is for those to judge who answer for it, whatever it weighs by itself. */
export function withPassedBy(reasons: readonly string[], judgement: Judgement): Judgement {
  const { kind, harms = kind.harms, approvers = kind.approvers, level = kind.level } = judgement;
  if (reasons.length === 0 || level === 'editorial' || !/^(?:step|transition|stage)-/.test(kind.id)) return judgement;
  return {
    ...judgement,
    message: [judgement.message, ...reasons].join(' '),
    level: 'breaking',
    regulated: true,
    harms: [...new Set<Audience>([...harms, 'customer', 'regulator'])],
    approvers: [...new Set<SymbolicApprover>([...approvers, 'compliance'])],
  };
}

function dutiesOf({ steps, spec }: JourneyModel): readonly Duty[] {
  const told = (spec.value.disclosures ?? []).map(({ id }) => id);
  const isSeen = ({ value: { lane } }: StepModel): boolean => lane === 'customer' || lane === 'frontstage';
  return [
    ...told.map((id): Duty => ({ name: `the disclosure \`${id}\``, steps: steps.filter((step) => isSeen(step) && step.value.disclosures?.includes(id) === true) })),
    ...steps.filter(({ value }) => (value.regulated ?? []).length > 0).map((step): Duty => ({ name: `step \`${step.id}\``, steps: [step] })),
  ];
}

/** Ids of the steps that a case may come to before any step of a duty is done. */
function withoutDuty(journey: JourneyModel, { steps }: Duty): ReadonlySet<string> {
  const { ids, number, onward } = wayGraph(journey);
  const numbersOf = (list: readonly StepModel[]): readonly number[] => list.flatMap(({ id }) => number(id) ?? []);
  const marks = spread(onward, numbersOf(entrySteps(journey)), numbersOf(steps));
  return new Set(ids.filter((_, at) => marks[at] === 1));
}
