import { calendarOfPromise } from '../../../analysis/calendar-of-promise.js';
import { findRole } from '../../../analysis/roles.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Escalation, Rung } from '../../../schema/kinds/journey.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import type { Role, Team } from '../../../schema/kinds/team.js';
import type { Register } from '../../register.js';
import type { GeneratorInput } from '../../target.js';

interface RungRow {
  readonly journey: JourneyModel;
  readonly escalation: Escalation;
  readonly trigger: Spec<'Sla'> | Spec<'Kpi'> | undefined;
  readonly calendar: string | undefined;
  readonly rung: Rung | undefined;
  readonly number: number;
  /** The role that is told, of a team that is written out. */
  readonly role: Role | undefined;
}

/** Who is told when. */
export const escalationSheet: Register<RungRow> = {
  id: 'escalation-sheet',
  description: 'One row for each rung of each ladder: what sets it off, when who is told, and what they do then.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'escalation', always: true, description: 'The ladder.', of: ({ escalation }) => escalation.id },
    { name: 'sort', words: ['promise', 'event', 'kpi'], description: 'What sets it off: a promise whose time runs out, an event, or the alert of a KPI.', of: ({ escalation: { trigger } }) => (trigger?.sla !== undefined ? 'promise' : trigger?.event !== undefined ? 'event' : trigger?.kpi !== undefined ? 'kpi' : undefined) },
    { name: 'trigger', description: 'Its id or name.', of: ({ escalation: { trigger } }) => trigger?.sla ?? trigger?.event ?? trigger?.kpi },
    { name: 'triggerTitle', description: 'Its name for people.', of: ({ trigger }) => trigger?.value.title },
    { name: 'targets', type: 'texts', description: 'The targets of the promise: a share of the time is a share of each of these.', of: ({ trigger }) => (trigger?.kind === 'Sla' ? ((trigger as Spec<'Sla'>).value.targets ?? []).map(targetWords) : []) },
    { name: 'calendar', description: 'The calendar that the time of the promise is counted on: its own, else that of the workspace, else `24x7`, which is all hours of all days.', of: ({ calendar }) => calendar },
    { name: 'rung', type: 'number', description: 'The number of the rung, in the order of time; empty for a ladder without rungs.', of: ({ rung, number }) => (rung === undefined ? undefined : number) },
    { name: 'after', description: 'When it is reached: a share of the target, or a time after the trigger.', of: ({ rung }) => rung?.after },
    { name: 'to', description: 'The role that is told, as `team#role`.', of: ({ rung }) => rung?.to },
    { name: 'toTitle', description: 'Its name for people.', of: ({ role }) => role?.title },
    { name: 'person', description: 'Who fills it.', of: ({ role }) => role?.person },
    { name: 'contact', description: 'Where it can be reached.', of: ({ role }) => role?.contact },
    { name: 'action', description: 'What the role does.', of: ({ rung }) => rung?.action },
    { name: 'mayDecide', words: ['yes', 'no'], description: 'Whether the role may decide about the case, money included; empty where nobody says.', of: ({ rung }) => (rung?.decisionRight === undefined ? undefined : rung.decisionRight ? 'yes' : 'no') },
  ],
};

/** Its rows. */
export function rungRows({ all, workspace }: GeneratorInput, journeys: readonly JourneyModel[]): readonly RungRow[] {
  const [slas, kpis, teams] = [byId(all('Sla')), byId(all('Kpi')), byId(all('Team'))];
  return journeys.flatMap((journey) => (journey.spec.value.escalations ?? []).flatMap((escalation) => {
    const { trigger: { sla, kpi } = {}, rungs = [] } = escalation;
    const trigger = sla !== undefined ? slas.get(sla) : kpi !== undefined ? kpis.get(kpi) : undefined;
    const head = { journey, escalation, trigger, calendar: sla === undefined || trigger === undefined ? undefined : calendarOfPromise(workspace, slas.get(sla)!.value) };
    const rows = rungs.map((rung, index): RungRow => ({ ...head, rung, number: index + 1, role: roleOf(rung.to) }));
    return rows.length > 0 ? rows : [{ ...head, rung: undefined, number: 0, role: undefined }];
  }));

  function roleOf(to: string | undefined): Role | undefined {
    const found = to === undefined ? undefined : findRole(workspace, to);
    return found !== undefined && teams.has(found.team.id) ? found.role : undefined;
  }
}

function byId<Value extends Spec>(specs: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map(specs.map((spec) => [spec.id, spec]));
}

/** `10d in 95 % (tier gold, region AT)`, `10d in 90 % (each tier for itself)` */
function targetWords({ within = 'no time', percent, tier, persona, region, each }: SlaTarget): string {
  const named = Object.entries({ tier, persona, region }).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]));
  const words = each === undefined ? named : [...named, each === 'pool' ? 'all cases together' : `each ${each} for itself`];
  return `${within}${percent === undefined ? '' : ` in ${percent} %`}${words.length === 0 ? '' : ` (${words.join(', ')})`}`;
}

interface ContactRow {
  readonly team: Spec<'Team'>;
  readonly value: Team;
  readonly role: Role | undefined;
}

/** Who can be reached where. */
export const contacts: Register<ContactRow> = {
  id: 'contacts',
  description: 'One row for each role of each team: who fills it, where it can be reached, and who stands in.',
  columns: [
    { name: 'team', always: true, description: 'The team.', of: ({ team }) => team.id },
    { name: 'teamTitle', always: true, description: 'Its name for people.', of: ({ value }) => value.title },
    { name: 'function', description: 'What it does in the company.', of: ({ value }) => value.function },
    { name: 'parent', description: 'The team that it belongs to.', of: ({ value }) => value.parent },
    { name: 'escalatesTo', description: 'The role that is told when the team cannot help itself.', of: ({ value }) => value.escalatesTo },
    { name: 'role', description: 'The role; empty for a team that has none.', of: ({ role }) => role?.id },
    { name: 'title', description: 'Its name for people.', of: ({ role }) => role?.title },
    { name: 'person', description: 'Who fills it, by the short name that the team has for people.', of: ({ role }) => role?.person },
    { name: 'contact', description: 'Where it can be reached.', of: ({ role }) => role?.contact },
    { name: 'delegate', description: 'The role that stands in.', of: ({ role }) => role?.delegate },
  ],
};

/** Its rows. */
export function contactRows(teams: readonly Spec<'Team'>[]): readonly ContactRow[] {
  return teams.flatMap((team): readonly ContactRow[] => {
    const { value } = team;
    const roles = value.roles ?? [];
    return roles.length === 0 ? [{ team, value, role: undefined }] : roles.map((role) => ({ team, value, role }));
  });
}
