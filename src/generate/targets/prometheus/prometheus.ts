import type { Spec } from '../../../model/spec.js';
import type { Escalation } from '../../../schema/kinds/journey.js';
import { lostBases } from '../../lost-bases.js';
import { wholeWhereUnwritten } from '../../whole-where-unwritten.js';
import { defineGenerator, type GeneratedFile, type GeneratorInput, type LossHere } from '../../target.js';
import type { Labels, RuleGroup } from './alerts.js';
import { kpiLosses, kpiRules } from './kpi-rules.js';
import { ladderLosses } from './ladder-losses.js';
import { ladderRules, type Triggers } from './ladder-rules.js';
import { metricName, type MetricNames } from './metrics.js';
import { placesLost, placesOf, slasLost } from './places.js';
import { promiseLosses } from './promise-losses.js';
import { promiseRules } from './promise-rules.js';
import { promisedBy } from './promises.js';
import { rulesText, testFiles } from './rule-files.js';
import { systemLosses, systemRules } from './system-rules.js';
import { workspaceLabels, workspaceOption } from './workspace-label.js';

/** Rules for Prometheus, with cases that try them. */
export const prometheus = defineGenerator<MetricNames>({
  id: 'prometheus',
  summary: 'recording and alerting rules for promises, KPIs, systems and escalations, with cases for `promtool test rules`',
  description: `Up to four files of rules and a folder of cases that try them. In \`prometheus.yml\`:

\`\`\`yaml
rule_files: [waymark/*.rules.yaml]
\`\`\`

and in CI \`promtool check rules waymark/*.rules.yaml && promtool test rules waymark/tests/*.test.yaml\`. The cases are written from the documents: for each
alert they show the look at which nothing is told yet and the one at which it is.

| alert | is told when |
|---|---|
| \`PromiseMissedTooOften\` | over the \`window\` more cases are missed than the \`percent\` of a target lets pass, each tier, persona, region or journey for itself where the promise says so |
| \`PromiseAtRisk\` | the oldest open case has used \`warnAt\` percent of \`within\` |
| \`PromiseFloorBroken\` | a case is open for longer than the \`floor\` |
| \`KpiAlert\` | a KPI is beyond the threshold of an alert for as long as its \`for\` says, and rests on \`minSample\` cases |
| \`SystemMissedTooOften\` | over the \`window\` of an objective of a system fewer checks went well than its \`target\` says; latencies are told as lost |
| \`EscalationDue\` | a rung of a ladder is reached; its labels name the journey, the ladder, the rung, counted from 1, and in \`to\` who is told |

The target [alertmanager](alertmanager.md) writes whom they go to.

Two series are recorded for each target of a promise: \`waymark:promise_target:ratio\`, what is promised, with the words of it as labels, and
\`waymark:promise_missed:ratio\`, the part that was missed in the window. Of each objective of a system \`waymark:system_target:ratio\` and
\`waymark:system_missed:ratio\` say the same.

## What applications have to export

Waymark measures nothing. The rules work where somebody, such as the service that keeps the clock of a promise, exports these metrics:

| metric | sort and unit | labels |
|---|---|---|
| \`waymark_promise_cases_total\` | counter of cases whose promise was kept or missed; of \`availability\` and \`quality-rate\` one for each look or piece | \`sla\`, \`target\`, \`result\` (\`kept\` or \`missed\`), \`journey\`; \`tier\`, \`persona\`, \`region\` where the target says \`each\` |
| \`waymark_promise_open_seconds\` | gauge: the age of the oldest open case, in seconds of the promise's own clock | \`sla\`, \`target\`, \`journey\` |
| \`waymark_escalation_open_seconds\` | gauge: seconds since the event that set an escalation off, of the oldest one that nobody has dealt with; gone when there is none | \`journey\`, \`escalation\` |
| \`waymark_kpi_value\` | gauge: the KPI over its own window, in its own unit | \`kpi\`; without more labels for all cases, and with the dimensions of a part for each part that an alert watches |
| \`waymark_kpi_cases\` | gauge: how many cases that value rests on | the same |
| \`waymark_system_checks_total\` | counter of checks of a system: whether it was there, or whether a request went well | \`system\`, \`metric\` (\`availability\` or \`success-rate\`), \`result\` (\`good\` or \`bad\`) |

- \`target\` is the target that the case has, the narrowest that fits it: \`default\`, or whom it is for, such as \`tier:gold\` or
  \`tier:gold persona:fleet-manager region:AT\`.
- A promise that stands in a step or a stage is named after its place: \`sla="motor-claim#classify/promise"\`, or \`sla="motor-claim#stages/decision/promise"\` for a
  stage. Its cases are counted like those of others, with \`target="default"\`; nobody is warned of a single case of it. Where it says no window or calendar, it
  has those of the promises of its journey (\`slas\`), where these agree.
- PromQL knows no calendars. Ages are counted in the promise's own clock: only in the hours of its calendar, without its pauses, begun anew by its
  \`reset\` and gone with its \`cancel\`. A day of a target is then as many seconds as the calendar's \`dayLength\`.
- A case counts as missed in the second after its target has passed, also while it is still open. Export both counters from the start, at 0:
  Prometheus does not see the first step of a counter that comes up later.
- A share or a KPI that is exactly at its limit tells nobody. Prometheus and whoever exports a KPI divide in binary fractions, where 11 of 110 are a little more than
  0.1, so rules compare with a limit that is a billionth of it further out: one case more than may be is told, up to a hundred million cases,
  as exactly as Prometheus counts: where readings do not fall on the ends of a window, its \`increase\` reckons them there, which moves a share by up to half the
  time between two readings as a part of the window.
- Dimensions of KPIs become labels with \`_\` for every other sign than letters and digits; what the rules use themselves, such as \`severity\`, gets
  \`by_\` before it.
- Windows, times of KPI alerts and times of rungs after an event or a KPI's alert go by the clock on the wall, a month is 30 days and a year 365. Windows
  roll: the last 30 days, and not the month of the calendar. Prometheus has to keep what it has seen for as long as the longest window; as it is installed it keeps 15 days.

Where several workspaces share a Prometheus, two of them may use one name. With the setting \`workspace\`, rules look only at series with a label \`workspace\` of that
text, and what they keep and tell has it as well; give the targets alertmanager, grafana and openslo the same setting. Without it, let each workspace have a
Prometheus of its own.

A promise is watched until its document is retired: also one that is deprecated, and also after its \`effective.until\` or \`expires\`, because rules know no day.

Nothing here was tried with a Prometheus that runs for a month: \`promtool\` evaluates the same rules with the same engine.`,
  limits: 'Rules compare what applications measure with what is promised: which events start and stop a clock, its calendar and its pauses are measured there.',
  withDrafts: false,
  options: {
    promiseCases: { description: 'The counter of cases that were kept and missed.', default: 'waymark_promise_cases_total', pattern: metricName },
    promiseOpen: { description: 'The gauge with the age of the oldest open case.', default: 'waymark_promise_open_seconds', pattern: metricName },
    escalationOpen: { description: 'The gauge with the time since the event of an escalation.', default: 'waymark_escalation_open_seconds', pattern: metricName },
    kpiValue: { description: 'The gauge with the value of a KPI.', default: 'waymark_kpi_value', pattern: metricName },
    kpiCases: { description: 'The gauge with the number of cases behind that value.', default: 'waymark_kpi_cases', pattern: metricName },
    systemChecks: { description: 'The counter of checks of systems that went well and badly.', default: 'waymark_system_checks_total', pattern: metricName },
    workspace: workspaceOption,
  },
  carries: [
    'Sla.title', 'Sla.owner', 'Sla.type', 'Sla.metric', 'Sla.provider', 'Sla.consumer', 'Sla.calendar', 'Sla.targets.**', 'Sla.window', 'Sla.eachJourney', 'Sla.floor', 'Sla.warnAt', 'Sla.escalation',
    'System.title', 'System.objectives.**',
    'Calendar.dayLength', 'Calendar.extends', 'Workspace.defaultCalendar',
    'Kpi.title', 'Kpi.owner', 'Kpi.unit', 'Kpi.dimensions', 'Kpi.minSample', 'Kpi.alerts.**',
    'Journey.title', 'Journey.slas', 'Journey.escalations.**', 'Journey.stages.id', 'Journey.stages.promise.**', 'Journey.stages.steps.id', 'Journey.stages.steps.promise.**',
  ],
  generate(input) {
    const parts = partsOf(input);
    const written = parts.map((part) => ({ ...part, groups: part.groups.filter(({ rules }) => rules.length > 0).map((group) => labelled(group, workspaceLabels(input.options.workspace))) })).filter(({ groups }) => groups.length > 0);
    const rules = written.map(({ path, groups }) => fileOf(input, path, groups.flatMap((group) => group.sources), (head) => rulesText(head, groups)));
    const tests = testFiles(written.map(({ path }) => path), written.flatMap(({ groups }) => groups)).map(({ path, sources, content }) => fileOf(input, path, sources, content));
    const sources = new Set(rules.flatMap((file) => file.sources));
    const losses = wholeWhereUnwritten(parts.flatMap((part) => part.losses), new Set([...sources].map(({ coordinate }) => coordinate)));
    return { files: [...rules, ...tests], losses: [...losses, ...lossesOfSources(input, sources)] };
  },
});

/** What rules keep and tell has the label of the workspace, where there is one. */
function labelled(group: RuleGroup, more: Labels): RuleGroup {
  return { ...group, rules: group.rules.map((rule) => ({ ...rule, labels: { ...rule.labels, ...more } })) };
}

/** What of documents that rules are written from is only asked in places. */
function lossesOfSources({ workspace, all }: GeneratorInput<MetricNames>, sources: ReadonlySet<Spec>): readonly LossHere[] {
  const [calendars, journeys] = [all('Calendar').filter((spec) => sources.has(spec)), all('Journey').filter((spec) => sources.has(spec))];
  return [...lostBases(calendars, 'Hours and holidays are counted by whoever exports the age of a case'), ...journeys.flatMap((journey) => [...slasLost(workspace, journey), ...placesLost(workspace, journey)])];
}

function fileOf({ provenance }: GeneratorInput<MetricNames>, path: string, sources: readonly Spec[], content: (head: readonly string[]) => string): GeneratedFile {
  return { path, sources: [...new Set(sources)], content: content(provenance(sources).lines) };
}

interface Part {
  readonly path: string;
  readonly groups: readonly RuleGroup[];
  readonly losses: readonly LossHere[];
}

/** What each file is written from. Documents are asked for once: a workspace may have thousands. */
function partsOf({ workspace, options, all }: GeneratorInput<MetricNames>): readonly Part[] {
  const promises = all('Sla').map((spec) => promisedBy(workspace, spec));
  const kpis = all('Kpi');
  const systems = all('System');
  const journeys = all('Journey');
  const placed = journeys.map((journey) => placesOf(workspace, journey, options));
  const triggers: Triggers = { promises: new Map(promises.map((promised) => [promised.spec.id, promised])), kpis: new Map(kpis.map((spec) => [spec.id, spec])) };
  const ladders = journeys.map((journey) => laddersOf(journey, (ladder) => ladderRules(workspace, options, triggers, journey, ladder), triggers));
  return [
    { path: 'promises.rules.yaml', groups: [...promises.map((promised) => promiseRules(workspace, promised, options)), ...placed.flatMap(({ groups }) => groups)], losses: [...promises.flatMap(promiseLosses), ...placed.flatMap(({ losses }) => losses)] },
    { path: 'kpis.rules.yaml', groups: kpis.map((spec) => kpiRules(spec, options)), losses: kpis.flatMap(kpiLosses) },
    { path: 'systems.rules.yaml', groups: systems.map((spec) => systemRules(spec, options)), losses: systems.flatMap(systemLosses) },
    { path: 'escalations.rules.yaml', groups: ladders.flatMap(({ groups }) => groups), losses: ladders.flatMap(({ losses }) => losses) },
  ];
}

/** Of two ladders with one id the first: Prometheus takes no two groups of one name. */
function laddersOf(journey: Spec<'Journey'>, rulesOf: (ladder: Escalation) => RuleGroup, triggers: Triggers): Pick<Part, 'groups' | 'losses'> {
  const ladders = journey.value.escalations ?? [];
  const read = ladders.map((ladder, index) => {
    if (ladders.findIndex(({ id }) => id === ladder.id) < index) return { losses: [{ subject: journey.coordinate, field: 'escalations', at: ['escalations', index], reason: `A ladder before it has the name \`${ladder.id}\` as well: give it one of its own.` }] };
    const group = rulesOf(ladder);
    return { group, losses: ladderLosses(triggers, journey, index, group) };
  });
  return { groups: read.flatMap(({ group }) => group ?? []), losses: read.flatMap(({ losses }) => losses) };
}
