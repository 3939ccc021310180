import { addTo } from '../../base/groups.js';
import { below, type Path } from '../../base/json.js';
import { onceFor } from '../../base/remembering.js';
import { listOf } from '../../base/words.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Formula, Kpi } from '../../schema/kinds/kpi.js';
import type { Correlation } from '../../schema/kinds/journey.js';
import { isUnreadable } from './readable.js';
import { formulaForm } from './formula-form.js';
import { eventOf, eventsAndAttributes, inputsOf } from './inputs.js';
import type { FormulaProblem } from './problems.js';
import { eventsBehind } from './told.js';

/** A name by which a system says which case an event belongs to. */
export interface SystemKey {
  readonly system: string;
  readonly event: string;
  readonly key: string;
}

/** By which name the system that tells an event knows its case; `undefined` where it does not say, which is asked elsewhere. */
function keyOfEvent(workspace: Workspace, event: string): SystemKey | undefined {
  const producer = workspace.registers.events.get(event)?.producers[0];
  const key = producer?.value.caseKey;
  return producer === undefined || key === undefined ? undefined : { system: producer.spec.id, event, key };
}

/** True when a journey knows that a system's name for the case means its own. */
function isKnownKey({ caseKey, mapping = [] }: Correlation, { system, key }: SystemKey): boolean {
  return key === caseKey || mapping.some((each) => each.system === system && each.key === key);
}

/** The journeys that are steered by each KPI. */
const journeysByKpi = onceFor(({ journeys }: Workspace): ReadonlyMap<string, readonly JourneyModel[]> => {
  const byKpi = new Map<string, JourneyModel[]>();
  for (const journey of journeys) {
    const { primary = [], secondary = [] } = journey.spec.value.kpis ?? {};
    for (const id of new Set([...primary, ...secondary])) addTo(byKpi, id, journey);
  }
  return byKpi;
});

/** Journeys that are steered by a KPI. */
function journeysOfKpi(workspace: Workspace, id: string): readonly JourneyModel[] {
  return journeysByKpi(workspace).get(id) ?? [];
}

/** What a KPI joins though nothing says that it is one case, or one customer. Paths from the KPI. */
export function joinProblems(workspace: Workspace, { id, value }: Spec<'Kpi'>): readonly FormulaProblem[] {
  if (value.formula === undefined || isUnreadable(value.formula)) return [];
  const users = journeysOfKpi(workspace, id);
  const leaves = leavesOf(value.formula, ['formula'], []);
  const told = [...leaves.flatMap((leaf) => apart(workspace, leaf, users)), ...unknownCustomers(leaves, users)];
  return told.length > 0 || leaves.some(isAboutCustomers) ? told : strayAnchor(workspace, value, users);
}

/** The anchor event puts cases into periods. Where it has a key that none of the others is joined with, it is one of other cases. */
function strayAnchor(workspace: Workspace, { anchor, formula }: Kpi, users: readonly JourneyModel[]): readonly FormulaProblem[] {
  const own = anchor === undefined ? undefined : keyOfEvent(workspace, anchor);
  const keys = eventsBehind(workspace, eventsAndAttributes(formula!)).flatMap((event) => keyOfEvent(workspace, event) ?? []);
  const [first] = keys;
  if (own === undefined || first === undefined || keys.some((key) => areJoined(workspace, [own, key], users))) return [];
  return [{
    path: ['anchor'],
    message: `\`${own.system}\` knows the case of the anchor event \`${own.event}\` by \`${own.key}\`, \`${first.system}\` that of \`${first.event}\` by \`${first.key}\`, and no journey says that they are one.`,
    hint: `Name an anchor event of the cases that are counted, or add \`{system: ${own.system}, key: ${own.key}}\` under \`mapping\` in the \`correlation\` of the journey whose case key is \`${first.key}\`.`,
  }];
}

/** Two systems know a case by one key, or a journey says that theirs are one. */
function areJoined(workspace: Workspace, [a, b]: readonly [SystemKey, SystemKey], users: readonly JourneyModel[]): boolean {
  if (a.key === b.key) return true;
  if (users.length === 0) return correlationsOf(workspace).some((each) => isKnownKey(each, a) && isKnownKey(each, b));
  return users.some((journey) => isOneCase(workspace, journey, [a, b]));
}

/** A formula that is made of no others, with all conditions that hold for it. */
interface Leaf {
  readonly formula: Formula;
  readonly path: Path;
  /** Conditions on the formulas that it is a part of. */
  readonly outer: readonly Formula[];
}

function leavesOf(formula: Formula, path: Path, outer: readonly Formula[]): readonly Leaf[] {
  const form = formulaForm(formula);
  const around = formula.where === undefined ? outer : [...outer, { where: formula.where }];
  switch (form?.is) {
    case undefined:
      return [];
    case 'ratio':
      return [...leavesOf(form.of.numerator, below(path, 'ratio', 'numerator'), around), ...leavesOf(form.of.denominator, below(path, 'ratio', 'denominator'), around)];
    case 'diff':
      return [...leavesOf(form.of.minuend, below(path, 'diff', 'minuend'), around), ...leavesOf(form.of.subtrahend, below(path, 'diff', 'subtrahend'), around)];
    case 'product':
      return form.of.flatMap((factor, index) => leavesOf(factor, below(path, 'product', index), around));
    default:
      return [{ formula, path, outer }];
  }
}

/** Events that stand together in one leaf belong to one case. Those of customers are joined by the customer. */
function apart(workspace: Workspace, leaf: Leaf, users: readonly JourneyModel[]): readonly FormulaProblem[] {
  if (isAboutCustomers(leaf)) return [];
  const [first, ...others] = keysOf(workspace, leaf);
  const other = others.find(({ key }) => key.key !== first?.key.key);
  if (first === undefined || other === undefined) return [];
  const [a, b] = [first.key, other.key];
  if (areJoined(workspace, [a, b], users)) return [];
  return [{
    path: other.path,
    message: `\`${b.system}\` knows the case of \`${b.event}\` by \`${b.key}\`, \`${a.system}\` that of \`${a.event}\` by \`${a.key}\`, and no journey says that they are one.`,
    hint: `Add \`{system: ${b.system}, key: ${b.key}}\` under \`mapping\` in the \`correlation\` of the journey whose case key is \`${a.key}\`.`,
  }];
}

/** Whoever uses a KPI that no journey names may rely on what any journey says. */
const correlationsOf = onceFor(({ journeys }: Workspace) => journeys.flatMap(({ spec }) => spec.value.correlation ?? []));

/** A journey knows both keys, or is told by itself that it does not know one of them. */
function isOneCase(workspace: Workspace, journey: JourneyModel, keys: readonly SystemKey[]): boolean {
  const { correlation } = journey.spec.value;
  if (correlation === undefined) return false;
  const unknown = keys.filter((key) => !isKnownKey(correlation, key));
  return unknown.length === 0 || unknownKeys(workspace, journey, correlation).some((told) => unknown.some(({ system, key }) => told.system === system && told.key === key));
}

function keysOf(workspace: Workspace, { formula, path, outer }: Leaf): readonly { readonly key: SystemKey; readonly path: Path }[] {
  const own = inputsOf(formula).map((input) => ({ event: eventOf(input), path: below(path, ...input.path) }));
  const around = outer.flatMap((each) => inputsOf(each)).map((input) => ({ event: eventOf(input), path }));
  return [...own, ...around].flatMap(({ event, path: at }) => {
    const key = event === undefined ? undefined : keyOfEvent(workspace, event);
    return key === undefined ? [] : [{ key, path: at }];
  });
}

function isAboutCustomers({ formula }: Leaf): boolean {
  return formula.count === 'customers' || formula.cohort !== undefined;
}

/** Where customers are counted, the journeys say how a person is known again. */
function unknownCustomers(leaves: readonly Leaf[], users: readonly JourneyModel[]): readonly FormulaProblem[] {
  const leaf = leaves.find(isAboutCustomers);
  if (leaf === undefined || users.length === 0 || users.some(({ spec }) => spec.value.correlation?.identity !== undefined)) return [];
  const names = listOf(users.map(({ id }) => `\`${id}\``));
  return [{
    path: below(leaf.path, leaf.formula.cohort === undefined ? 'count' : 'cohort'),
    message: `The formula counts customers, and ${users.length === 1 ? `journey ${names} does` : `the journeys ${names} do`} not say how one is known again.`,
    hint: 'Add `correlation: {caseKey: ..., identity: {keys: [...]}}` to the journey, with the data elements that are compared.',
  }];
}

/** Systems that tell events of a journey's steps by a key that the journey does not know; one event of each. */
export function unknownKeys(workspace: Workspace, journey: JourneyModel, correlation: Correlation): readonly SystemKey[] {
  const events = journey.steps.flatMap(({ started, completed, value }) => [started, completed, value.events?.fail, value.events?.abandon]);
  const keys = events.flatMap((event) => (event === undefined ? [] : (keyOfEvent(workspace, event) ?? [])));
  const seen = new Set<string>();
  return keys.filter((key) => !isKnownKey(correlation, key) && !seen.has(`${key.system} ${key.key}`) && seen.add(`${key.system} ${key.key}`));
}
