import { always } from '../../../analysis/business-time/calendar.js';
import { isNarrower } from '../../../analysis/target-groups.js';
import { groupBy } from '../../../base/groups.js';
import type { Pause, Sla } from '../../../schema/kinds/sla.js';
import { defineGenerator, type LossHere } from '../../target.js';
import { jsonText } from '../../text/json.js';
import { timedPromises, type TimedTarget } from './timed-promises.js';

interface Options {
  readonly [name: string]: string;
  readonly tag: string;
}

/** SLA policies for Zendesk. */
export const zendesk = defineGenerator<Options>({
  id: 'zendesk',
  summary: 'promises to customers as SLA policies in the shape of Zendesk; not tried on a Zendesk',
  description: `**Nobody has tried these files on a Zendesk.** They have the shape that its API describes. Try them in a sandbox first.

\`sla-policies.json\` has a policy for each target of each promise to customers. One of them is sent so:

\`\`\`sh
jq '{sla_policy: .sla_policies[0]}' sla-policies.json | curl --json @- --user "$ZENDESK_USER" "https://$ZENDESK.zendesk.com/api/v2/slas/policies"
\`\`\`

A policy holds for tickets with its tag, such as \`waymark-motor-claim-settlement-tier-gold\`: a trigger of yours sets it, because only you know which tickets are
under which promise. Zendesk takes the first policy that fits, so a target for fewer people, such as one tier, stands before the one for everybody. All four priorities have the same time, because a promise knows none.

Zendesk decides what it counts: a \`response\` is the first reply (\`first_reply_time\`), any other time is that from the ticket to its solution, with the time in
which the customer has to answer where the promise is never paused (\`total_resolution_time\`), and without it where it is (\`requester_wait_time\`). The events that start
and stop a promise are not in the files; those that pause it stand in the description of a policy, for people. Time runs in the business hours of the account or of the ticket's schedule, or all day long. The description of a policy
says on which calendar it was promised, and you set those hours up.`,
  limits: 'Zendesk counts whole minutes between moments of its own, in business hours or all day long: it knows no events of others, no percent and no period, and only promises to customers.',
  withDrafts: false,
  options: { tag: { description: 'What the tags of tickets begin with.', default: 'waymark-' } },
  carries: ['title', 'description', 'type', 'metric', 'calendar', 'clock.pause.**', 'targets.tier', 'targets.persona', 'targets.region', 'targets.within'].map((field) => `Sla.${field}`).concat('Calendar.dayLength', 'Calendar.extends', 'Workspace.defaultCalendar'),
  generate(input) {
    const { targets, sources, losses } = timedPromises(input, ({ value }) => (value.type ?? 'sla') === 'sla', inMinutes);
    if (targets.length === 0) return { files: [], losses };
    const comment = ['Not tried on a Zendesk.', ...input.provenance(sources).lines].join(' ');
    return { files: [{ path: 'sla-policies.json', sources, content: jsonText({ comment, sla_policies: narrowestFirst(targets).map((target, index) => policyOf(target, index, input.options)) }) }], losses: [...losses, ...pausesLost(targets)] };
  },
});

/** Of each promise the targets for fewer people before those for more; else as they are written. */
function narrowestFirst(targets: readonly TimedTarget[]): readonly TimedTarget[] {
  const wider = ({ spec, target }: TimedTarget): number => targets.filter((other) => other.spec === spec && isNarrower(target, other.target)).length;
  return [...groupBy(targets, ({ spec }) => spec).values()].flatMap((own) => own.toSorted((a, b) => wider(b) - wider(a)));
}

function inMinutes(seconds: number): string | undefined {
  return seconds > 0 && seconds % 60 === 0 ? undefined : 'Zendesk counts whole minutes, and at least one.';
}

/** What is said of the pauses in words, Zendesk does not keep to. */
function pausesLost(targets: readonly TimedTarget[]): readonly LossHere[] {
  const paused = [...new Set(targets.map(({ spec }) => spec))].filter(({ value }) => pausesOf(value).length > 0);
  return paused.map(({ coordinate, value }) => ({ subject: coordinate, field: 'clock.pause', inPart: true, reason: value.metric === 'response' ? 'Zendesk counts a first reply without any pause: the events stand in the description alone.' : 'Zendesk stands still while the customer has to answer, whatever the events of the promise: they stand in the description alone.' }));
}

/** Zendesk has no place for the calendar and the pauses, so whoever sets the hours up reads them in the description. */
function policyOf({ spec, name, title, seconds, within, calendar }: TimedTarget, index: number, { tag }: Options): unknown {
  const { description } = spec.value;
  const words = [`Promised within ${within} on ${calendar ?? always}.`, ...pausesOf(spec.value).map(pauseWords)].join(' ');
  return {
    title,
    description: description === undefined ? words : `${description.trimEnd()}\n\n${words}`,
    position: index + 1,
    filter: { all: [{ field: 'current_tags', operator: 'includes', value: `${tag}${name}` }], any: [] },
    policy_metrics: ['low', 'normal', 'high', 'urgent'].map((priority) => ({ priority, metric: metricOf(spec.value), target: seconds / 60, business_hours: calendar !== undefined })),
  };
}

function pauseWords({ from, to, max }: Pause): string {
  return `Time stands still from \`${from}\`${to === undefined ? ' on' : ` to \`${to}\``}${max === undefined ? '' : `, for ${max} at most`}.`;
}

function pausesOf({ clock }: Sla): readonly Pause[] {
  return clock?.pause ?? [];
}

function metricOf(sla: Sla): string {
  if (sla.metric === 'response') return 'first_reply_time';
  return pausesOf(sla).length > 0 ? 'requester_wait_time' : 'total_resolution_time';
}
