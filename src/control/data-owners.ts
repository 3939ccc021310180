import { elementsIn } from '../analysis/data-use.js';
import type { Coordinate } from '../base/diagnostic.js';
import { isArray, isObject, type JsonValue } from '../base/json.js';
import { partsOf, type Change } from '../diff/change.js';
import { beginsUse } from '../diff/new-uses.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { documentPartOf, isKind } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/**
 * Teams that decide about the data that the changed part of a journey uses: what its steps work with and what is handed over from them. Where the
 * journey changes as a whole, all of its data count. Elsewhere it is the data that begin to be used. Data that name no owner are decided about by that of their catalogue.
 */
export function dataOwners(workspace: Workspace, changes: readonly Change[]): readonly string[] {
  const elements = new Set(changes.flatMap((change) => [...elementsAt(workspace, change.subject), ...(partsOf(change).some(beginsUse) ? textsIn(change.facts) : [])]));
  return [...elements].flatMap((id) => {
    const element = workspace.registers.elements.get(id);
    return element === undefined ? [] : [element.value.owner ?? element.spec.owner];
  });
}

/** What a change says by itself; of what is no piece of data, nobody is asked. */
function textsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return isArray(value) || isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

function elementsAt(workspace: Workspace, subject: Coordinate): readonly string[] {
  const spec = workspace.specAt(documentPartOf(subject));
  const journey = spec === undefined || !isKind(spec, 'Journey') ? undefined : workspace.journey(spec.id);
  return journey === undefined ? [] : stepsAt(journey, subject.split('#')[1]).flatMap((step) => [...elementsIn(step), ...handedFrom(journey, step)]);
}

/** Along its ways, and where teams hand over. */
function handedFrom(journey: JourneyModel, { id }: StepModel): readonly string[] {
  const handoffs = journey.handoffs.filter(({ transition }) => transition.from === id);
  return [...journey.from(id).map(({ edge }) => edge.hands), ...handoffs.map(({ hands }) => hands)].flatMap((hands) => hands ?? []);
}

/** A step, the steps of a stage, or all of them. */
function stepsAt(journey: JourneyModel, inner: string | undefined): readonly StepModel[] {
  if (inner === undefined) return journey.steps;
  const [first = '', second = ''] = inner.split('/');
  if (first === 'stages') return journey.stage(second) === undefined ? [] : journey.steps.filter(({ stage }) => stage.id === second);
  return [journey.step(first) ?? []].flat();
}
