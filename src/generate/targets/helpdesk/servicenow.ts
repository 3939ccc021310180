import { pointsOf } from '../../../analysis/step-promises.js';
import type { Spec } from '../../../model/spec.js';
import type { Pause } from '../../../schema/kinds/sla.js';
import { defineGenerator, type LossHere } from '../../target.js';
import { jsonText } from '../../text/json.js';
import { timedPromises, type TimedTarget } from './timed-promises.js';

interface Options {
  readonly [name: string]: string;
  readonly table: string;
  readonly eventField: string;
  readonly promisesField: string;
}

/** SLA definitions for ServiceNow. */
export const servicenow = defineGenerator<Options>({
  id: 'servicenow',
  summary: 'promises as SLA definitions in the shape of ServiceNow; not tried on a ServiceNow',
  description: `**Nobody has tried these files on a ServiceNow.** They have the shape of its table \`contract_sla\`. Try them in an instance for development first.

\`contract-sla.json\` has a record for each target of each promise about a length of time: to customers (\`SLA\`), between teams (\`OLA\`) and of companies outside
(\`Underpinning contract\`). The Table API takes them one by one:

\`\`\`sh
jq '.records[0]' contract-sla.json | curl --json @- --user "$SN_USER" "https://$SN_INSTANCE.service-now.com/api/now/table/contract_sla?sysparm_input_display_value=true"
\`\`\`

Its six conditions come from the clock of the promise; of several pauses they have those that end with the same event as the first. They ask two fields that tasks have to have: \`u_waymark_event\`, the last event of the case, and
\`u_waymark_promises\`, the names of the targets that it is under, with a comma before and after each: \`,motor-claim-settlement-tier-gold,\`. A flow of yours fills them. A schedule is
named by the id of the calendar; you make it, with the hours and holidays of the calendar.`,
  limits: 'ServiceNow counts how long each task takes: it knows no percent and no period, and no longest pause.',
  withDrafts: false,
  options: {
    table: { description: 'The table with the tasks.', default: 'incident' },
    eventField: { description: 'The field with the last event of a task.', default: 'u_waymark_event' },
    promisesField: { description: 'The field with the targets that a task is under.', default: 'u_waymark_promises' },
  },
  carries: [
    ...['title', 'type', 'metric', 'calendar', 'clock.start', 'clock.stop', 'clock.cancel', 'clock.reset', 'clock.pause.from', 'clock.pause.to', 'targets.tier', 'targets.persona', 'targets.region', 'targets.within'].map((field) => `Sla.${field}`),
    'Calendar.dayLength', 'Calendar.extends', 'Workspace.defaultCalendar',
  ],
  generate(input) {
    const { targets, sources, losses } = timedPromises(input, () => true, (seconds) => (seconds > 0 ? undefined : 'ServiceNow counts no time of no length.'));
    const unclear = targets.map(({ spec }) => spec).filter((spec) => !arePlain(spec));
    const [written, used] = [targets.filter(({ spec }) => !unclear.includes(spec)), sources.filter((spec) => !unclear.includes(spec as Spec<'Sla'>))];
    const all = [...losses.filter(({ subject }) => unclear.every(({ coordinate }) => coordinate !== subject)), ...[...new Set(unclear)].map(lossOfClock), ...[...new Set(written.map(({ spec }) => spec))].flatMap(lostPauses)];
    if (written.length === 0) return { files: [], losses: all };
    const comment = ['Not tried on a ServiceNow.', ...input.provenance(used).lines].join(' ');
    return { files: [{ path: 'contract-sla.json', sources: used, content: jsonText({ comment, records: written.map((target) => recordOf(target, input.options)) }) }], losses: all };
  },
});

/** Signs that mean something in a query would make another query of it. */
const plain = /^[A-Za-z0-9][A-Za-z0-9._#/ -]*$/;

function arePlain({ value: { clock } }: Spec<'Sla'>): boolean {
  const { start, stop, cancel = [], reset = [], pause = [] } = clock ?? {};
  return [...pointsOf(start), ...pointsOf(stop), ...cancel, ...reset, ...pause.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])])].every((point) => plain.test(point));
}

function lossOfClock({ coordinate }: Spec): LossHere {
  return { subject: coordinate, field: '', reason: 'Its clock names an event with a sign that queries of ServiceNow read otherwise: name it with letters, digits, dashes and dots.' };
}

const types = { sla: 'SLA', ola: 'OLA', contract: 'Underpinning contract' } as const;

/** A definition has one end for all its pauses, so only those that end like the first one are in it: the end of another would let time run again too early. */
function pausesOf({ value: { clock } }: Spec<'Sla'>): readonly Pause[] {
  const pauses = clock?.pause ?? [];
  return pauses.filter(({ to }) => to === pauses[0]!.to);
}

function lostPauses(spec: Spec<'Sla'>): readonly LossHere[] {
  const kept = pausesOf(spec);
  return (spec.value.clock?.pause ?? []).flatMap((pause, index) => (kept.includes(pause) ? [] : [{
    subject: spec.coordinate,
    field: 'clock.pause',
    at: ['clock', 'pause', index],
    reason: `ServiceNow lets all pauses of a promise end with the same event, and the first one ends ${kept[0]!.to === undefined ? 'with any' : `with \`${kept[0]!.to}\``}: in the pause that \`${pause.from}\` begins time runs on there. Let both end with one event to have it.`,
  }]));
}

/** A record as the Table API takes it, with references by the name that is displayed. */
function recordOf({ spec, name, title, seconds, calendar }: TimedTarget, { table, eventField, promisesField }: Options): unknown {
  const { type = 'sla', metric = 'duration', clock } = spec.value;
  const when = (points: readonly string[]): string | undefined => (points.length === 0 ? undefined : points.map((point) => `${eventField}=${point}`).join('^OR'));
  const { cancel = [], reset = [] } = clock ?? {};
  const pause = pausesOf(spec);
  const start = when(pointsOf(clock?.start));
  const resume = when([...new Set(pause.flatMap(({ to }) => to ?? []))]);
  return {
    name: title,
    type: types[type],
    target: metric === 'response' ? 'response' : 'resolution',
    collection: table,
    active: true,
    duration: durationOf(seconds),
    ...(calendar === undefined ? { schedule_source: 'no_schedule' } : { schedule_source: 'sla_definition', schedule: calendar }),
    start_condition: [`${promisesField}LIKE,${name},`, ...(start === undefined ? [] : [start])].join('^'),
    stop_condition: when(pointsOf(clock?.stop)),
    pause_condition: when(pause.map(({ from }) => from)),
    ...(pause.length === 0 ? {} : { when_to_resume: resume === undefined ? 'no_match' : 'on_condition', resume_condition: resume }),
    reset_condition: when(reset),
    when_to_cancel: cancel.length === 0 ? 'never' : 'on_condition',
    cancel_condition: when(cancel),
  };
}

/** A length of time as ServiceNow stores it: a moment so long after the beginning of 1970. */
function durationOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
