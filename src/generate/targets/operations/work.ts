import { readReference } from '../../../analysis/written-reference.js';
import { listOf, type JourneyModel, type StepModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Training } from '../../../schema/kinds/journey.js';
import type { Register } from '../../register.js';

interface StepRow {
  readonly journey: JourneyModel;
  readonly step: StepModel;
}

interface TrainingRow {
  readonly journey: JourneyModel;
  readonly training: Training;
  /** The journey in which it stands: of a variant that says nothing else, its base. */
  readonly taught: Spec<'Journey'>;
}

/** Who does what, with what, and what they have learnt for it. */
export const work: Register<StepRow> = {
  id: 'work',
  description: 'One row for each step of each journey: who does it, where, on which systems, and with which training.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'stage', always: true, description: 'The stage.', of: ({ step }) => step.stage.id },
    { name: 'step', always: true, description: 'The step.', of: ({ step }) => step.id },
    { name: 'title', always: true, description: 'Its name for people.', of: ({ step }) => step.value.title },
    { name: 'lane', always: true, words: ['customer', 'frontstage', 'backstage', 'support'], description: 'Who is seen acting.', of: ({ step }) => step.value.lane },
    { name: 'actors', type: 'texts', description: 'Who does it: teams, roles as `team#role`, `customer` or `partner`. Where nobody says, the customer or the owner of the stage.', of: ({ step }) => step.actorsWithRoles },
    { name: 'with', type: 'texts', description: 'Who takes part.', of: ({ step }) => listOf(step.value.with) },
    { name: 'channels', type: 'texts', description: 'Where the customer is met.', of: ({ step }) => listOf(step.value.channel) },
    { name: 'systems', type: 'texts', description: 'The systems that it runs on.', of: ({ step }) => step.value.systems ?? [] },
    { name: 'trainings', type: 'texts', description: 'The material by which its teams learn it, each with its version.', of: (row) => trainingsOf(row) },
  ],
};

/** What people have to learn. */
export const trainingMatrix: Register<TrainingRow> = {
  id: 'training-matrix',
  description: 'One row for each training: who learns what, for which steps, and until when.',
  columns: [
    { name: 'audience', always: true, description: 'The team that learns.', of: ({ training }) => training.audience },
    { name: 'journey', always: true, description: 'The journey that it is about.', of: ({ journey }) => journey.id },
    { name: 'forJourney', always: true, description: 'The journey in which the training stands: the base, where a variant takes it over.', of: ({ taught }) => taught.id },
    { name: 'forVersion', description: 'The version of that journey that it teaches.', of: ({ training }) => training.for },
    { name: 'journeyVersion', always: true, description: 'The version that that journey has by now: where it is another one, ask whether the material still fits.', of: ({ taught }) => taught.value.version },
    { name: 'material', description: 'Where the material is.', of: ({ training }) => training.material },
    { name: 'version', description: 'Its version.', of: ({ training: { version } }) => (version === undefined ? undefined : String(version)) },
    { name: 'covers', type: 'texts', description: 'The steps that it covers.', of: ({ training }) => training.covers ?? [] },
    { name: 'coversTitles', type: 'texts', description: 'The same for people, in the same order.', of: ({ journey, training }) => (training.covers ?? []).map((step) => journey.step(step)?.value.title ?? step) },
    { name: 'due', description: 'The day by which everybody must have had it.', of: ({ training }) => training.due },
  ],
};

/** A row for each step. */
export function workRows(journeys: readonly JourneyModel[]): readonly StepRow[] {
  return journeys.flatMap((journey) => journey.steps.map((step) => ({ journey, step })));
}

/** A row for each training. */
export function trainingRows(journeys: readonly JourneyModel[]): readonly TrainingRow[] {
  return journeys.flatMap((journey) => (journey.spec.value.training ?? []).map((training, index) => ({ journey, training, taught: taughtIn(journey.spec, index) })));
}

/** Versions of a variant and of its base are counted apart, so one is never held against the other. */
function taughtIn(journey: Spec<'Journey'>, index: number): Spec<'Journey'> {
  return journey.base !== undefined && journey.origin(['training', index]).document !== journey.document ? journey.base : journey;
}

function trainingsOf({ journey, step }: StepRow): readonly string[] {
  const own = (journey.spec.value.training ?? []).filter(({ audience, covers = [] }) => step.teams.includes(readReference(audience).id) && covers.some((each) => journey.step(each) === step));
  return own.map(({ audience, material = 'no material', version }) => `${audience}: ${material}${version === undefined ? '' : ` version ${version}`}`);
}
