import type { CalendarDay } from '../base/date.js';
import { compareText } from '../base/diagnostic.js';
import { addTo } from '../base/groups.js';
import { onceFor, remembering } from '../base/remembering.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { RecordType } from '../schema/kinds/record.js';
import { countingRecords } from './records.js';
import { readReference } from './written-reference.js';

/** A place that a Record is evidence for: a whole journey, a stage of it or a step. */
interface Covered {
  readonly record: Spec<'Record'>;
  readonly version: string | undefined;
  /** `classify`, `stages/triage`, or nothing for the whole journey. */
  readonly inner: string | undefined;
}

/** What Records prove about journeys, as they counted on a day. */
export interface EvidenceBook {
  /** Records of a type about a step, the latest first; a variant's unchanged steps are proved by its base as well. */
  records(journey: JourneyModel, step: StepModel, type: RecordType): readonly Spec<'Record'>[];
  /** The day of the latest of them. */
  latest(journey: JourneyModel, step: StepModel, type: RecordType): CalendarDay | undefined;
}

/** Opens the book on a day. */
export function evidenceBook(workspace: Workspace, asOf: CalendarDay): EvidenceBook {
  return evidenceBooks(workspace)(asOf);
}

const evidenceBooks = onceFor((workspace: Workspace) => remembering((asOf: CalendarDay) => writeBook(workspace, asOf)));

function writeBook(workspace: Workspace, asOf: CalendarDay): EvidenceBook {
  const byJourney = coveredPlaces(workspace, asOf);
  const own = (journey: JourneyModel, step: StepModel, type: RecordType): readonly Spec<'Record'>[] => {
    const found: Spec<'Record'>[] = [];
    for (const each of byJourney.get(journey.id) ?? []) if (each.record.value.type === type && covers(each, journey, step)) found.push(each.record);
    return found;
  };
  const records = (journey: JourneyModel, step: StepModel, type: RecordType): readonly Spec<'Record'>[] => {
    const [base, found] = [inheritedFrom(workspace, journey, step), own(journey, step, type)];
    const all = base === undefined ? found : [...found, ...own(base.journey, base.step, type)];
    return all.length < 2 ? all : all.toSorted((a, b) => compareText(b.value.date, a.value.date));
  };
  return { records, latest: (journey, step, type) => records(journey, step, type)[0]?.value.date };
}

/** What Records that count and are still valid are about, by the ids of journeys. */
function coveredPlaces(workspace: Workspace, asOf: CalendarDay): ReadonlyMap<string, readonly Covered[]> {
  const places = new Map<string, Covered[]>();
  for (const record of countingRecords(workspace, asOf)) {
    if (isValid(record, asOf)) cover(record, (id, covered) => addTo(places, id, covered));
  }
  return places;
}

/** The step of the base journey that a variant took over as it is. */
function inheritedFrom(workspace: Workspace, { base }: JourneyModel, step: StepModel): { readonly journey: JourneyModel; readonly step: StepModel } | undefined {
  const journey = base === undefined ? undefined : workspace.journey(base);
  const same = journey?.step(step.id);
  return journey !== undefined && same !== undefined && isUnchanged(step, same) ? { journey, step: same } : undefined;
}

/** Tells the places that a Record is about. One that lists steps is about these, not about the whole journey that it names. */
function cover(record: Spec<'Record'>, tell: (id: string, covered: Covered) => void): void {
  const [subjects, steps] = [record.value.subject.map(readReference), (record.value.steps ?? []).map(readReference)];
  const listed = new Set(steps.map(({ id }) => id));
  const versions = new Map<string, string>();
  for (const { id, version } of [...subjects, ...steps]) if (version !== undefined) versions.set(id, version);
  for (const { id, version, inner } of [...subjects, ...steps]) {
    if (inner !== undefined || !listed.has(id)) tell(id, { record, version: version ?? versions.get(id), inner });
  }
}

function covers({ version, inner }: Covered, journey: JourneyModel, step: StepModel): boolean {
  return isAbout(inner, journey, step) && isOfGeneration(version, journey.spec.value.version);
}

function isAbout(inner: string | undefined, journey: JourneyModel, step: StepModel): boolean {
  if (inner === undefined || inner === step.id) return true;
  if (inner.startsWith('stages/') && inner === `stages/${step.stage.id}`) return true;
  return (inner.includes('.') && journey.step(inner)?.id === step.id) || step.value.aliases?.includes(inner) === true;
}

/** A breaking change needs evidence of its own. */
function isOfGeneration(version: string | undefined, present: string): boolean {
  return version === undefined || version === present || majorOf(version) === majorOf(present);
}

function majorOf(version: string): string | undefined {
  return /\d+/.exec(version)?.[0];
}

function isValid({ value }: Spec<'Record'>, asOf: CalendarDay): boolean {
  return value.validUntil === undefined || value.validUntil > asOf;
}

/** True when a variant took the step over as it is. */
function isUnchanged(own: StepModel, base: StepModel): boolean {
  return JSON.stringify(own.value) === JSON.stringify(base.value);
}
