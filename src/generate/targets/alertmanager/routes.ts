import type { Spec } from '../../../model/spec.js';
import type { LossHere } from '../../target.js';
import { matcherText } from '../../text/alertmanager.js';
import { alertNames, rungLabels } from '../prometheus/alerts.js';

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

/** Who gets what is for nobody. */
export const fallback = 'fallback';

/** The rungs of a journey's ladders. */
export function ladderRoutes(spec: Spec<'Journey'>, known: ReadonlySet<string>): Routed {
  const rungs = (spec.value.escalations ?? []).flatMap(({ id, rungs: own = [] }) => own.map(({ to }, index) => ({ labels: rungLabels(spec.id, id, index + 1), to })));
  const routes = rungs.map(({ labels, to }) => ({ matchers: matchersOf(alertNames.escalation, labels), receiver: receiverFor(to, known) }));
  const lost = rungs.find(({ to }) => receiverFor(to, known) === fallback);
  return { spec, routes, losses: lost === undefined ? [] : [lossAt(spec, 'escalations.rungs.to', lost.to)] };
}

/** Who is told when a promise is at risk or broken. */
export function promiseRoutes(spec: Spec<'Sla'>, known: ReadonlySet<string>): Routed {
  const { escalation } = spec.value;
  if (escalation === undefined) return { spec, routes: [], losses: [] };
  const receiver = receiverFor(escalation, known);
  const routes = [alertNames.atRisk, alertNames.floor, alertNames.missed].map((alert) => ({ matchers: matchersOf(alert, { sla: spec.id }), receiver }));
  return { spec, routes, losses: receiver === fallback ? [lossAt(spec, 'escalation', escalation)] : [] };
}

/** An alert of a KPI goes to the lead of the team that owns it: nobody else is named. */
export function kpiRoutes(spec: Spec<'Kpi'>, known: ReadonlySet<string>): Routed {
  if ((spec.value.alerts ?? []).length === 0) return { spec, routes: [], losses: [] };
  const receiver = receiverFor(`${spec.owner}#lead`, known);
  return { spec, routes: [{ matchers: matchersOf(alertNames.kpi, { kpi: spec.id }), receiver }], losses: receiver === fallback ? [lossAt(spec, 'owner', `${spec.owner}#lead`)] : [] };
}

function receiverFor(role: string | undefined, known: ReadonlySet<string>): string {
  return role !== undefined && known.has(role) ? role : fallback;
}

function matchersOf(alert: string, labels: { readonly [name: string]: string }): readonly string[] {
  return Object.entries({ alertname: alert, ...labels }).map(([name, value]) => matcherText(name, value));
}

function lossAt({ coordinate }: Spec, field: string, role: string | undefined): LossHere {
  const who = role === undefined ? 'Nobody is named who has to be told' : `\`${role}\` has to be told, and is no role of a team that binds`;
  return { subject: coordinate, field, reason: `${who}: the message goes to whoever \`fallback\` names.` };
}
