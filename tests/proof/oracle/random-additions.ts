import { completeOf, failOf, startOf, stepOf, type Case, type CaseBeside, type CaseClock, type CasePart, type CaseStep } from './case.js';
import type { Dice } from './dice.js';
import { whole } from './population.js';

/** Makes a part that covers a stretch. */
type NewPart = (id: string, clock: CaseClock, place: CasePart['place']) => CasePart;

/** Here and there a step that fails and leads elsewhere, and clocks that begin anew or are given up. */
export function withAdditions(dice: Dice, given: Case, newPart: NewPart): Case {
  const failing = dice.chance(12) ? withFailure(dice, given, newPart) : given;
  const touched = dice.chance(10) ? withClockEvents(dice, failing) : failing;
  return dice.chance(12) ? withBeside(dice, touched) : touched;
}

/** Something that happens beside a step, with an event that here and there stops or starts a clock. */
function withBeside(dice: Dice, given: Case): Case {
  const step = pickStep(dice, given, ({ id, split, isOptional }) => split === 'choice' && isOptional !== true && isOutside(given, id));
  if (step === undefined || [given.promise, ...given.parts].some(({ clock }) => clock.pauses !== undefined)) return given;
  const beside: CaseBeside = { kind: dice.pick(['alongside', 'after', 'every'] as const), start: 'beside-begun', complete: 'beside-over' };
  const steps = given.steps.map((each) => (each === step ? { ...each, beside } : each));
  const [toWhole, toPart, field] = [dice.chance(25), dice.chance(50), dice.pick(['start', 'stop', 'stop'] as const)];
  const told = ({ clock }: { readonly clock: CaseClock }): CaseClock => ({ ...clock, [field]: [...clock[field], beside.complete] });
  const part = dice.pick(given.parts.filter(({ place }) => place.kind === 'step' || place.kind === 'underpins'));
  const parts = given.parts.map((each) => (toPart && each === part ? { ...each, clock: told(each) } : each));
  const { clock } = given.promise;
  const promise = toWhole && beside.kind !== 'alongside' ? { ...given.promise, clock: { ...clock, stop: [...clock.stop, beside.complete] } } : given.promise;
  return { ...given, steps, parts, promise };
}

/** A step from which a case goes elsewhere when it fails: back to the others, or to an end of its own. */
function withFailure(dice: Dice, given: Case, newPart: NewPart): Case {
  const step = pickStep(dice, given, ({ id, ways, split, isOptional }) => split === 'choice' && ways.length === 1 && ways[0]!.after === 'complete' && ways[0]!.repeats === undefined && isOptional !== true && isOutside(given, id) && !isBefore(given, id));
  if (step === undefined || step.fail !== undefined) return given;
  const fail = `${step.id}-lost`;
  const isEnd = dice.chance(30);
  const complete = isEnd ? 'rescue-over' : completeOf(step);
  const rescue: CaseStep = { id: 'rescue', ...(dice.chance(94) ? { start: fail } : {}), complete, split: 'choice', ways: isEnd ? [] : step.ways.map(({ to }) => ({ to, after: 'complete' })), ...(isEnd ? { end: dice.pick(['failure', 'abandon'] as const) } : {}) };
  const changed: CaseStep = { ...step, fail, ways: [...step.ways, { to: 'rescue', after: 'fail', isOnFail: dice.chance(75) }] };
  const parts = given.parts.map((part) => (part.id === `on-${step.id}` && part.place.kind === 'step' && dice.chance(90) ? { ...part, clock: { ...part.clock, stop: [...part.clock.stop, fail] } } : part));
  const own = dice.chance(95) ? [newPart('on-rescue', { start: [startOf(rescue)], stop: [complete] }, { kind: 'step', step: 'rescue' })] : [];
  const onward = isEnd || startOf(stepOf(given, step.ways[0]!.to)) === complete ? [] : [newPart('from-rescue', { start: [complete], stop: [startOf(stepOf(given, step.ways[0]!.to))] }, { kind: 'ways', ways: [['rescue', step.ways[0]!.to]] })];
  const { clock } = given.promise;
  const promise = isEnd && dice.chance(85) ? { ...given.promise, clock: { ...clock, stop: [...clock.stop, complete] } } : given.promise;
  return { ...given, promise, steps: [...given.steps.map((each) => (each === step ? changed : each)), rescue], parts: [...parts, ...own, ...onward] };
}

/** True where no branches can be left: on the main way before they begin or after they have met, as far as that is easy to say. */
function isOutside({ steps }: Case, id: string): boolean {
  const first = steps.findIndex(({ split }) => split !== 'choice');
  const last = steps.findLastIndex(({ waitsFor }) => waitsFor !== undefined);
  const at = steps.findIndex((step) => step.id === id);
  return first === -1 || at < first || at > last;
}

/** True for a step before the clock of the promise starts, as the steps are written. */
function isBefore({ steps, promise: { clock } }: Case, id: string): boolean {
  const first = steps.findIndex((step) => clock.start.includes(startOf(step)));
  return steps.findIndex((step) => step.id === id) < (first === -1 ? steps.findIndex((step) => clock.start.includes(completeOf(step))) + 1 : first);
}

function pickStep(dice: Dice, { steps }: Case, isFit: (step: CaseStep) => boolean): CaseStep | undefined {
  const fitting = steps.filter(isFit);
  return fitting.length === 0 ? undefined : dice.pick(fitting);
}

/** One event outside of branches sets clocks back or lets runs no longer count: that of the promise, of a part, or of both. */
function withClockEvents(dice: Dice, given: Case): Case {
  const events = [...new Set(given.steps.filter(({ id }) => isOutside(given, id)).flatMap((step) => [completeOf(step), ...(step.ways.some(({ after }) => after === 'fail') ? [failOf(step)] : [])]))].filter((name) => !given.promise.clock.start.includes(name) && !given.promise.clock.stop.includes(name));
  if (events.length === 0) return given;
  const [event, field] = [dice.pick(events), dice.chance(60) ? 'resets' : 'cancels'] as const;
  const touched = (clock: CaseClock): CaseClock => (clock.start.includes(event) || clock.stop.includes(event) || clock.pauses !== undefined ? clock : { ...clock, [field]: [event] });
  const [isWhole, isParts] = dice.pick([[true, false], [true, true], [true, true], [true, true], [true, true], [false, true]] as const);
  const parts = given.parts.map((part) => (isParts && part.place.kind !== 'in-place' && dice.chance(60) ? { ...part, clock: touched(part.clock) } : part));
  const sure = field === 'cancels' && dice.chance(75) ? parts.map((part) => ({ ...part, targets: part.targets.map((target) => ({ ...target, kept: whole })) })) : parts;
  return { ...given, parts: sure, promise: isWhole ? { ...given.promise, clock: touched(given.promise.clock) } : given.promise };
}
