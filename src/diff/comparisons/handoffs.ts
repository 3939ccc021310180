import { groupBy } from '../../base/groups.js';
import { fieldOf, isArray, type JsonArray, type JsonObject, type JsonValue } from '../../base/json.js';
import type { DerivedHandoff } from '../../model/handoffs.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Transition } from '../../model/transitions.js';
import { shapeOf } from '../../schema/type-at.js';
import { compareFields, compareTyped } from '../compare-values.js';
import type { ComparisonContext, OwnComparison } from './comparison.js';

/**
 * What is handed over may be written at the way or in an entry of its own: what holds is compared. Whether work passes between teams
 * at all follows from steps, ways and teams, which are told by themselves.
 */
export const compareHandoffs: OwnComparison = (context, home, places, holders) => {
  const shared = sharedHandoffs(context);
  for (const [was, is] of [...shared.values()].flat()) compareFields(context.comparing, 'Handoff', { before: was.path, after: is.path }, { before: contentOf(was), after: contentOf(is) }, ['from', 'to']);
  const rest = (holder: JsonValue | undefined, now: (id: string) => string): JsonArray => entriesOf(holder).filter((entry) => !shared.has(`${now(stepOf(entry, 'from'))}>${now(stepOf(entry, 'to'))}`));
  const values = { before: rest(holders.before, (id) => inside(context, id)), after: rest(holders.after, (id) => id) };
  compareTyped(context.comparing, home, shapeOf('Journey')['handoffs']!.type, places, values);
};

/** Handoffs of both versions by the names after. Of several between the same two steps the first is compared with the first, as ways are. */
function sharedHandoffs(context: ComparisonContext): ReadonlyMap<string, readonly Shared[]> {
  const { versions, pair } = context;
  const [before, after] = [versions.before.journey(pair.before.id), versions.after.journey(pair.after.id)];
  if (before === undefined || after === undefined) return new Map();
  const now = groupBy(after.handoffs, ({ id }) => id);
  const old = groupBy(before.handoffs, ({ from, to }) => `${inside(context, from.id)}>${inside(context, to.id)}`);
  return new Map([...old].filter(([id]) => now.has(id)).map(([id, list]) => [id, list.slice(0, now.get(id)!.length).map((was, nth) => [was, now.get(id)![nth]!] as const)]));
}

type Shared = readonly [was: DerivedHandoff, is: DerivedHandoff];

/** True for ways on which work passes between two teams, before and after, and that are compared as handoffs with each other. */
export function isSharedHandoff(before: JourneyModel, after: JourneyModel, gone: Transition, fresh: Transition): boolean {
  const nth = nthHandoff(before, gone);
  return nth >= 0 && nth === nthHandoff(after, fresh);
}

/** Which of the handoffs between its two steps a way is; none where another way stands for it as well. */
function nthHandoff({ handoffs }: JourneyModel, way: Transition): number {
  return handoffs.filter(({ id }) => id === `${way.from}>${way.to}`).findIndex(({ transition }) => transition === way);
}

function inside({ versions, pair }: ComparisonContext, id: string): string {
  return versions.renames.inside(pair.after.id, id);
}

/** The event of taking it on counts where it is written; else it is the beginning of the next step. */
function contentOf({ hands, sla, reason, accept, reject, isEntry, to }: DerivedHandoff): JsonObject {
  const said = { hands, sla, reason, reject, ...(isEntry && accept !== to.started ? { accept } : {}) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as JsonObject;
}

function entriesOf(holder: JsonValue | undefined): JsonArray {
  const list = fieldOf(holder, 'handoffs');
  return isArray(list) ? list : [];
}

/** `triage.classify` names the step `classify`. */
function stepOf(entry: JsonValue, field: string): string {
  const name = String(fieldOf(entry, field));
  return name.slice(name.indexOf('.') + 1);
}
