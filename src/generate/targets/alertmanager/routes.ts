import type { Path } from '../../../base/json.js';
import type { Spec } from '../../../model/spec.js';
import { isOfOtherRepository } from '../../other-repositories.js';
import type { LossHere } from '../../target.js';
import { matcherText } from '../../text/alertmanager.js';
import { alertNames, rungLabels, type Labels } from '../prometheus/alerts.js';
import { systemShares } from '../prometheus/system-rules.js';

/** Which alerts go to whom. */
export interface Route {
  readonly matchers: readonly string[];
  readonly receiver: string;
}

/** Routes from one document, and what of it could not be routed. */
export interface Routed {
  readonly spec: Spec;
  readonly routes: readonly Route[];
  readonly losses: readonly LossHere[];
}

/** Who can be told. */
export interface Known {
  /** Roles of teams that bind, as `claims-ops#lead`. */
  readonly roles: ReadonlySet<string>;
  /** True where somebody gets what is for nobody. */
  readonly isAnswered: boolean;
  /** Labels that every alert has to have beside its own. */
  readonly labels: Labels;
}

/** Who gets what is for nobody. */
export const fallback = 'fallback';

/** The rungs of a journey's ladders. Of two ladders with one name the first: alerts know them by their names. */
export function ladderRoutes(spec: Spec<'Journey'>, known: Known): Routed {
  const ladders = (spec.value.escalations ?? []).map(({ id, rungs = [] }, index, all) => ({ id, rungs, index, isDoubled: all.findIndex((other) => other.id === id) < index }));
  const rungs = ladders.filter(({ isDoubled }) => !isDoubled).flatMap(({ id, index, rungs: own }) => own.map(({ to }, rung) => ({ to, labels: rungLabels(spec.id, id, rung + 1), at: ['escalations', index, 'rungs', rung, 'to'] })));
  return {
    spec,
    routes: rungs.map(({ labels, to }) => routeOf(alertNames.escalation, labels, to, known)),
    losses: [
      ...ladders.filter(({ isDoubled }) => isDoubled).map(({ id, index }): LossHere => ({ subject: spec.coordinate, field: 'escalations', at: ['escalations', index], reason: `A ladder before it has the name \`${id}\` as well: give it one of its own.` })),
      ...rungs.flatMap(({ to, at }) => lossesOf(spec, 'escalations.rungs.to', to, known, at)),
    ],
  };
}

/** Who is told when a promise is at risk or broken. One that nobody is told of by name goes to the fallback, and one that no alert is about goes nowhere. */
export function promiseRoutes(spec: Spec<'Sla'>, known: Known): Routed {
  const { escalation, window, warnAt, floor } = spec.value;
  if (escalation === undefined && window === undefined && warnAt === undefined && floor === undefined) return { spec, routes: [], losses: [] };
  const routes = [alertNames.atRisk, alertNames.floor, alertNames.missed].map((alert) => routeOf(alert, { sla: spec.id }, escalation, known));
  const isHeard = escalation === undefined && known.isAnswered;
  return { spec, routes, losses: isHeard ? [] : lossesOf(spec, 'escalation', escalation, known) };
}

/** Who is called when a system misses an objective. */
export function systemRoutes(spec: Spec<'System'>, known: Known): Routed {
  const watched = systemShares(spec).filter(({ window }) => window !== undefined);
  return {
    spec,
    routes: watched.map(({ metric, escalation }) => routeOf(alertNames.system, { system: spec.id, metric }, escalation, known)),
    losses: [
      ...watched.flatMap(({ escalation, index }) => (escalation === undefined && known.isAnswered ? [] : lossesOf(spec, 'objectives.escalation', escalation, known, ['objectives', index, 'escalation']))),
      ...unwatchedLosses(spec, new Set(watched.map(({ index }) => index))),
    ],
  };
}

/** An objective that no alert is about, and who would be called for it. A share is asked for where a latency is promised, and no field says it. */
function unwatchedLosses({ coordinate, value: { objectives = [] } }: Spec<'System'>, watched: ReadonlySet<number>): readonly LossHere[] {
  return objectives.flatMap((objective, index): readonly LossHere[] => {
    const said = watched.has(index) ? [] : (['metric', 'escalation'] as const).filter((field) => objective[field] !== undefined);
    return said.map((field) => ({ subject: coordinate, field: `objectives.${field}`, at: ['objectives', index, field], reason: 'No alert is about this objective, so nobody is called.', sort: objective.metric === 'latency' ? 'limit' : 'case' }));
  });
}

/** An alert of a KPI goes to the lead of the team that owns it: nobody else is named. */
export function kpiRoutes(spec: Spec<'Kpi'>, known: Known): Routed {
  if ((spec.value.alerts ?? []).length === 0) return { spec, routes: [], losses: [] };
  const lead = `${spec.owner}#lead`;
  return { spec, routes: [routeOf(alertNames.kpi, { kpi: spec.id }, lead, known)], losses: lossesOf(spec, 'owner', lead, known) };
}

/** What is about a journey and for nobody else, such as a promise that stands in a step, goes to the lead of the team that owns it. */
export function journeyRoute(spec: Spec<'Journey'>, known: Known): Routed {
  const lead = `${spec.owner}#lead`;
  return { spec, routes: [routeOf(undefined, { journey: spec.id }, lead, known)], losses: lossesOf(spec, 'owner', lead, known) };
}

function routeOf(alert: string | undefined, labels: Labels, to: string | undefined, known: Known): Route {
  return { matchers: Object.entries({ ...(alert === undefined ? {} : { alertname: alert }), ...labels, ...known.labels }).map(([name, value]) => matcherText(name, value)), receiver: receiverFor(to, known) };
}

function receiverFor(role: string | undefined, { roles }: Known): string {
  return role !== undefined && roles.has(role) ? role : fallback;
}

function lossesOf({ coordinate }: Spec, field: string, role: string | undefined, known: Known, at?: Path): readonly LossHere[] {
  if (receiverFor(role, known) !== fallback) return [];
  const why = role !== undefined && isOfOtherRepository(role) ? 'stands in another repository, of whose teams no address is read' : 'is no role of a team that binds';
  const who = role === undefined ? 'Nobody is named who has to be told' : `\`${role}\` has to be told, and ${why}`;
  const instead = known.isAnswered ? 'the message goes to the fallback' : 'the message reaches nobody, because neither `fallback` nor `webhook` is set';
  return [{ subject: coordinate, field, ...(at === undefined ? {} : { at }), reason: `${who}: ${instead}.${role === undefined ? ` Name a role under \`${field.split('.').at(-1)}\`.` : ''}` }];
}
