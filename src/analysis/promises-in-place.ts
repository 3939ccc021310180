import type { Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { SlaTarget } from '../schema/kinds/sla.js';
import { calendarOfPromise } from './calendar-of-promise.js';
import { inPlaceOf, promisedBy } from './proof/promises.js';

/** A promise that stands in a step or a stage, with what it takes over from the promise of its journey. */
export interface PlacedPromise {
  /** `motor-claim#classify/promise` */
  readonly id: string;
  /** What is promised where: `classify`, or `stages/decision`. */
  readonly place: string;
  readonly path: Path;
  readonly target: SlaTarget;
  /** Id of its calendar; `undefined` where it names none and the promises of the journey are counted on several. */
  readonly calendar: string | undefined;
  /** The period over which its percent holds; `undefined` where neither it nor every promise of the journey says the same. */
  readonly window: string | undefined;
  /** The promises of the journey and the workspace, where they say something for it. */
  readonly from: readonly Spec[];
}

/** The promises that stand in a journey. */
export function promisesInPlace(workspace: Workspace, journey: Spec<'Journey'>): readonly PlacedPromise[] {
  const model = workspace.journey(journey.id);
  if (model === undefined) return [];
  const whole = (journey.value.slas ?? []).flatMap((id) => workspace.find('Sla', id.split('@')[0]!) ?? []).map(promisedBy);
  const [calendar, window] = [only(whole.map((each) => calendarOfPromise(workspace, each))), only(whole.map((each) => each.window))];
  return inPlaceOf(model).map((own) => ({
    id: own.id,
    place: own.id.slice(journey.id.length + 1, -'/promise'.length),
    path: own.path,
    target: own.targets[0]!,
    calendar: own.calendar ?? (whole.length === 0 ? calendarOfPromise(workspace, own) : calendar),
    window: own.window ?? window,
    from: [
      ...(own.calendar === undefined || own.window === undefined ? whole.map(({ spec }) => spec) : []),
      ...(own.calendar === undefined && workspace.root?.value.defaultCalendar !== undefined && whole.every((each) => each.calendar === undefined) ? [workspace.root] : []),
    ],
  }));
}

/** What all of them say, where they say the same. */
function only(said: readonly (string | undefined)[]): string | undefined {
  return new Set(said).size === 1 ? said[0] : undefined;
}
