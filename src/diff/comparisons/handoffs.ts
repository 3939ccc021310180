import { fieldOf, isArray, type JsonArray, type JsonObject, type JsonValue } from '../../base/json.js';
import type { DerivedHandoff } from '../../model/handoffs.js';
import type { JourneyModel } from '../../model/journey.js';
import { shapeOf } from '../../schema/type-at.js';
import { compareFields, compareTyped } from '../compare-values.js';
import type { ComparisonContext, OwnComparison } from './comparison.js';

/**
 * What is handed over may be written at the way or in an entry of its own: what holds is compared. Whether work passes between teams
 * at all follows from steps, ways and teams, which are told by themselves.
 */
export const compareHandoffs: OwnComparison = (context, home, places, holders) => {
  const shared = sharedHandoffs(context);
  for (const [was, is] of shared.values()) compareFields(context.comparing, 'Handoff', { before: was.path, after: is.path }, { before: contentOf(was), after: contentOf(is) }, ['from', 'to']);
  const rest = (holder: JsonValue | undefined, now: (id: string) => string): JsonArray => entriesOf(holder).filter((entry) => !shared.has(`${now(stepOf(entry, 'from'))}>${now(stepOf(entry, 'to'))}`));
  const values = { before: rest(holders.before, (id) => inside(context, id)), after: rest(holders.after, (id) => id) };
  compareTyped(context.comparing, home, shapeOf('Journey')['handoffs']!.type, places, values);
};

/** Handoffs of both versions by the names after. */
function sharedHandoffs(context: ComparisonContext): ReadonlyMap<string, readonly [DerivedHandoff, DerivedHandoff]> {
  const { versions, pair } = context;
  const [before, after] = [versions.before.journey(pair.before.id), versions.after.journey(pair.after.id)];
  if (before === undefined || after === undefined) return new Map();
  const now = new Map(after.handoffs.map((handoff) => [handoff.id, handoff]));
  return new Map(before.handoffs.flatMap((was) => {
    const is = now.get(`${inside(context, was.from.id)}>${inside(context, was.to.id)}`);
    return is === undefined ? [] : [[is.id, [was, is]] as const];
  }));
}

/** True for a way on which work passes between two teams, before and after. */
export function isSharedHandoff(before: JourneyModel, after: JourneyModel, was: string, is: string): boolean {
  return before.handoffs.some(({ id }) => id === was) && after.handoffs.some(({ id }) => id === is);
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
