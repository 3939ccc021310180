import { below } from '../../base/json.js';
import { Proposals } from '../../base/proposals.js';
import { listOf, quoted } from '../../base/words.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { EmittedEvent } from '../../schema/kinds/system.js';
import type { Entry } from '../../model/registers.js';
import type { NamedAttribute } from './formula-form.js';
import { inputsOf, type FormulaInput } from './inputs.js';
import type { FormulaProblem } from './problems.js';
import { isPerhapsTold, isTold, stepAt, untoldMoments } from './told.js';

/** A problem that the same name brings wherever it is written. */
export interface SourceProblem extends FormulaProblem {
  /** What is missing: `event claim-closed`. */
  readonly cause: string;
}

/** What a KPI reads and no system tells. Names that lead nowhere are left to the check of references. Paths from the KPI. */
export function sourceProblems(workspace: Workspace, kpi: Spec<'Kpi'>, proposals = new Proposals()): readonly SourceProblem[] {
  const { formula, anchor } = kpi.value;
  const propose = (word: string, known: () => Iterable<string>): string => proposals.didYouMean(kpi.document.source.uri, word, known);
  const read = formula === undefined ? [] : inputsOf(formula).map((input) => ({ ...input, path: below(['formula'], ...input.path) }));
  const inputs: readonly FormulaInput[] = [...read, ...(anchor === undefined ? [] : [{ is: 'event', text: anchor, path: ['anchor'] } as const])];
  const referred = new Set(inputs.filter(({ is }) => is === 'event').map(({ text }) => text));
  const seen = new Set<string>();
  return inputs.flatMap((input) => problemsOf({ workspace, referred, propose }, input)).filter(({ cause }) => !seen.has(cause) && seen.add(cause));
}

interface Search {
  readonly workspace: Workspace;
  /** Names that the KPI gives as events: where they lead nowhere, that is told already. */
  readonly referred: ReadonlySet<string>;
  readonly propose: (word: string, known: () => Iterable<string>) => string;
}

function problemsOf(search: Search, input: FormulaInput): readonly SourceProblem[] {
  const { workspace } = search;
  switch (input.is) {
    case 'event':
      return untoldEvent(workspace, input.text, input);
    case 'attribute':
      return attributeProblems(search, input);
    case 'step':
      return stepProblems(workspace, input);
    case 'promise':
      return promiseProblems(workspace, input);
    case 'journey':
      return journeyProblems(workspace, input);
    case 'calendar':
      return [];
  }
}

function untoldEvent(workspace: Workspace, event: string, { path }: FormulaInput): readonly SourceProblem[] {
  if (!workspace.registers.events.has(event) || isTold(workspace, event)) return [];
  return [{ cause: `event ${event}`, path, message: `No system tells event \`${event}\`, so it cannot be counted.`, hint: 'Add it under `emits` of the system that knows of it, or name an event that a system tells.' }];
}

function attributeProblems(search: Search, input: FormulaInput): readonly SourceProblem[] {
  const { workspace } = search;
  const { text, named, path } = input;
  if (named === undefined) return [{ cause: `attribute ${text}`, path, message: `\`${text}\` does not say of which event it is an attribute.`, hint: `Write the event before it, \`event.${text}\`.` }];
  if (!workspace.registers.events.has(named.event)) return unknownEvent(search, named, input);
  const [producer] = workspace.registers.events.get(named.event)?.producers ?? [];
  return producer === undefined ? untoldEvent(workspace, named.event, input) : missingAttribute(search, producer, named, input);
}

/** An event that is misspelt as an event too is told there. */
function unknownEvent({ workspace, referred, propose }: Search, { event }: NamedAttribute, { path }: FormulaInput): readonly SourceProblem[] {
  if (referred.has(event) || isPerhapsTold(workspace, event)) return [];
  return [{ cause: `event ${event}`, path, message: `There is no event \`${event}\`.`, hint: propose(event, () => workspace.registers.events.told.keys()) || 'Name an event that a system tells under `emits`.' }];
}

function missingAttribute({ propose }: Search, { value, spec }: Entry<EmittedEvent>, { event, attribute }: NamedAttribute, { path }: FormulaInput): readonly SourceProblem[] {
  const names = attributeNames(value);
  if (names.includes(attribute)) return [];
  return [{ cause: `attribute ${event}.${attribute}`, path, message: `System \`${spec.id}\` tells \`${event}\` without an attribute \`${attribute}\`.`, hint: propose(attribute, () => names) || `Add it under \`attributes\` of \`${event}\` at the system.` }];
}

/** What an event carries, its key and its time among them. */
export function attributeNames({ attributes = [], caseKey, timestamp }: EmittedEvent): readonly string[] {
  return [...attributes.map(({ name }) => name), ...[caseKey, timestamp].filter((name) => name !== undefined)];
}

/** Work in a step lies between two events; that a case was there shows in one. */
function stepProblems(workspace: Workspace, { text, path }: FormulaInput): readonly SourceProblem[] {
  const step = stepAt(workspace, text);
  if (step === undefined) return [];
  const untold = [step.started, step.completed].filter((event) => !isTold(workspace, event));
  if (untold.length === 0 || (untold.length === 1 && !path.includes('touch'))) return [];
  return [{ cause: `step ${text}`, path, message: `Nobody sees cases in step \`${text}\`: no system tells ${listOf(quoted(untold), 'or')}.`, hint: 'Name under `events` of the step what a system tells when it begins and when it is done.' }];
}

/** A moment that leads nowhere is told at the promise that names it. */
function promiseProblems(workspace: Workspace, { text, path }: FormulaInput): readonly SourceProblem[] {
  const promise = workspace.find('Sla', text);
  const untold = promise === undefined ? undefined : untoldMoments(workspace, promise).find((moment) => workspace.registers.events.has(moment) || stepAt(workspace, moment) !== undefined);
  if (untold === undefined) return [];
  return [{ cause: `promise ${text}`, path, message: `Nobody sees whether promise \`${text}\` is kept: no system tells \`${untold}\`.`, hint: 'Add the event under `emits` of the system that knows of it, or let the promise begin and end with events that systems tell.' }];
}

function journeyProblems(workspace: Workspace, { text, path }: FormulaInput): readonly SourceProblem[] {
  const steps = workspace.journey(text)?.steps ?? [];
  if (steps.length === 0 || steps.some(({ started, completed }) => isTold(workspace, started) || isTold(workspace, completed))) return [];
  return [{ cause: `journey ${text}`, path, message: `Nobody sees which ways cases take in journey \`${text}\`: no system tells an event of its steps.`, hint: 'Name under `events` of its steps what systems tell when they begin and when they are done.' }];
}
