import { groupBy } from '../../base/groups.js';
import type { JsonObject, Path } from '../../base/json.js';
import { count, listOf, quoted, sentence } from '../../base/words.js';
import type { JourneyModel, StageModel, StepModel } from '../../model/journey.js';
import { describePlace } from '../../schema/names.js';
import { below, compareFields, differ, type Both, type Comparing, type Places } from '../compare-values.js';
import type { OwnComparison } from './comparison.js';
import { matchSteps, type MatchedSteps } from './match-steps.js';
import { compareWays } from './ways.js';

/**
 * Steps are the same wherever in the journey they stand, so a step that goes to another stage is one difference. An added or removed
 * stage tells of the steps that come or go with it.
 */
export const compareStages: OwnComparison = ({ comparing, pair, versions }) => {
  const [before, after] = [versions.before.journey(pair.before.id), versions.after.journey(pair.after.id)];
  if (before === undefined || after === undefined) return;
  const matched = matchSteps(versions.renames, before, after);
  const context: StagesComparing = { comparing, before, after, matched, name: describePlace(pair.after.kind, pair.after.value, []) };
  compareEachStage(context);
  compareEachStep(context);
  tellMoves(context);
  tellOrder(context);
  compareWays(context);
};

/** Two versions of one journey. */
export interface StagesComparing {
  readonly comparing: Comparing;
  readonly before: JourneyModel;
  readonly after: JourneyModel;
  readonly matched: MatchedSteps;
  /** The journey's name in a sentence. */
  readonly name: string;
}

const stagesHome = { shape: 'Journey', field: 'stages' };
const stepsHome = { shape: 'Stage', field: 'steps' };

function compareEachStage({ comparing, matched, name }: StagesComparing): void {
  const { stages } = matched;
  for (const stage of stages.removed) differ(comparing, stagesHome, 'removed', samePlace(stage.path), { before: asJson(stage.value), after: undefined });
  for (const stage of stages.added) differ(comparing, stagesHome, 'added', samePlace(stage.path), { before: undefined, after: asJson(stage.value) });
  for (const [was, is] of stages.pairs) {
    if (was.id !== is.id) tellRenamed(comparing, stagesHome, [was, is], `stage \`${was.id}\` of ${name}`);
    compareFields(comparing, 'Stage', placesOf(was, is), valuesOf(was, is), ['id', 'steps']);
  }
}

function compareEachStep({ comparing, matched, name }: StagesComparing): void {
  const { steps, stages } = matched;
  const leaving = new Set(stages.removed);
  const coming = new Set(stages.added);
  for (const step of steps.removed) if (!leaving.has(step.stage)) differ(comparing, stepsHome, 'removed', samePlace(step.path), { before: asJson(step.value), after: undefined });
  for (const step of steps.added) if (!coming.has(step.stage)) differ(comparing, stepsHome, 'added', samePlace(step.path), { before: undefined, after: asJson(step.value) });
  for (const [was, is] of steps.pairs) {
    if (was.id !== is.id) tellRenamed(comparing, stepsHome, [was, is], `step \`${was.id}\` of ${name}`);
    compareFields(comparing, 'Step', placesOf(was, is), valuesOf(was, is), ['id', 'next']);
  }
}

type Part = Pick<StageModel | StepModel, 'id' | 'path' | 'value'>;

function tellRenamed(comparing: Comparing, home: typeof stagesHome, [was, is]: readonly [Part, Part], what: string): void {
  const message = sentence(`${what} is now called \`${is.id}\`, and its \`aliases\` say so.`);
  differ(comparing, home, 'renamed', placesOf(was, is), { before: was.id, after: is.id }, { told: { message, facts: { was: was.id, is: is.id } }, covers: ['id', 'aliases'].map((field) => below(placesOf(was, is), field, field)) });
}

/** All steps that went from one stage to another are one change. */
function tellMoves({ comparing, matched, name }: StagesComparing): void {
  const moves = groupBy(matched.moved, ({ was, is }) => `${was.stage.id} ${is.stage.id}`);
  for (const steps of moves.values()) {
    const [{ was, is }] = steps as [(typeof steps)[number]];
    const ids = steps.map((step) => step.is.id);
    const message = `${count(ids.length, 'Step', 'Steps').replace(/^\d+ /, '')} ${listOf(quoted(ids))} of ${name} ${ids.length === 1 ? 'has' : 'have'} moved from stage \`${was.stage.id}\` to stage \`${is.stage.id}\`.`;
    const facts: JsonObject = { steps: ids, was: was.stage.id, is: is.stage.id };
    differ(comparing, stepsHome, 'changed', placesOf(was, is), { before: was.id, after: is.id }, { told: { kind: 'step-stage-changed', message, facts }, covers: steps.map((step) => below(placesOf(step.was, step.is), 'stage', 'stage')) });
  }
}

function tellOrder({ comparing, matched, after, name }: StagesComparing): void {
  if (!matched.stagesReordered) return;
  const [was, is] = [matched.stages.pairs.toSorted(([a], [b]) => Number(a.path[1]) - Number(b.path[1])), matched.stages.pairs].map((pairs) => pairs.map(([, { id }]) => id));
  const message = `The stages of ${name} have another order: it was ${listOf(quoted(was!))} and is now ${listOf(quoted(is!))}.`;
  const path: Path = ['stages'];
  differ(comparing, stagesHome, 'reordered', samePlace(path), { before: was!, after: after.stages.map(({ id }) => id) }, { told: { message, facts: { was: was!, is: is! } }, covers: [below(samePlace(path), 'order', 'order')] });
}

function samePlace(path: Path): Places {
  return { before: path, after: path };
}

function placesOf(was: Part, is: Part): Places {
  return { before: was.path, after: is.path };
}

function valuesOf(was: Part, is: Part): Both {
  return { before: asJson(was.value), after: asJson(is.value) };
}

function asJson(value: object): JsonObject {
  return value as JsonObject;
}
