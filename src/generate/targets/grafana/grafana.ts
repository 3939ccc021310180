import { markdownText } from '../../../base/escape/markdown.js';
import { sourceDigest } from '../../../base/digests.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Journey } from '../../../schema/kinds/journey.js';
import { defineGenerator, type GeneratedFile, type GeneratorInput } from '../../target.js';
import { metricName } from '../prometheus/metrics.js';
import { workspaceOption } from '../prometheus/workspace-label.js';
import { jsonText } from '../../text/json.js';
import { kpiChart, promiseCharts, promiseLosses, unusedCalendar, type Settings } from './charts.js';
import { chartOf, laidOut, rowOf, textOf, type Panel } from './panels.js';
import { plainAddress, plainText } from './templates.js';

interface Options extends Settings {
  readonly [name: string]: string;
}

/** A dashboard for each journey. */
export const grafana = defineGenerator<Options>({
  id: 'grafana',
  summary: 'a Grafana dashboard for each journey: its promises, KPIs, owner and links',
  description: `A file for each journey, such as \`motor-claim.json\`, which Grafana imports by hand or reads from a folder:

\`\`\`yaml
apiVersion: 1
providers:
  - name: journeys
    options: {path: /var/lib/grafana/dashboards/journeys}
\`\`\`

For each target of each promise under the journey's \`slas\` a chart shows what was kept beside what is promised, from the series that the rules of
[prometheus](prometheus.md) record. For each KPI under \`kpis\` a chart shows \`waymark_kpi_value\` over all cases; it is green where the target is met. At the top stands who
answers for the journey and what the customer wants, and what has no chart: measures of the journey alone have no series, and drafts have none either. Whoever looks at a
dashboard chooses the Prometheus.

Grafana knows a dashboard by its \`uid\`, which is made from the \`namespace\` of the workspace, or its id where it has none, and the id of the journey: dashboards of several workspaces
can lie in one Grafana where their namespaces differ. Where these also share a Prometheus, the setting \`workspace\` has the charts ask for the series of this one alone; give the target prometheus the same. A promise without a \`window\` has the line of what is
promised and none of what was kept, because nobody says over which period its percent holds.

Grafana puts values in the place of \`$name\` and \`[[name]]\` in every text and knows no sign that stops it. So \`$\` becomes \`\uff04\` and \`[[\` becomes \`\uff3b\uff3b\` in titles and
texts, and \`%24\` and \`%5B%5B\` in addresses. The files are checked against the types of the Grafana Foundation SDK. Nobody has looked at them in a Grafana that runs.`,
  limits: 'Dashboards show the promises and KPIs that a journey names, from series that others export, its owner and its links.',
  withDrafts: false,
  options: {
    kpiValue: { description: 'The gauge with the value of a KPI.', default: 'waymark_kpi_value', pattern: metricName },
    workspace: workspaceOption,
  },
  carries: [
    'Workspace.namespace', 'Workspace.defaultCalendar',
    ...['title', 'description', 'customerGoal', 'owner', 'technicalOwner', 'slas', 'kpis.**', 'links.**', 'dashboards.title', 'dashboards.url'].map((field) => `Journey.${field}`),
    ...['title', 'provider', 'calendar', 'window', 'targets.tier', 'targets.persona', 'targets.region', 'targets.within', 'targets.percent'].map((field) => `Sla.${field}`),
    ...['title', 'unit', 'direction', 'target.**', 'dimensions', 'alerts.segment'].map((field) => `Kpi.${field}`),
    'Team.title',
  ],
  generate(input) {
    const named: Named = { promises: byId(input.all('Sla')), kpis: byId(input.all('Kpi')), teams: byId(input.all('Team')) };
    const files = input.all('Journey').map((journey) => fileOf(input, named, journey));
    const sources = new Set(files.flatMap((file) => file.sources));
    const shown = [...named.promises.values()].filter((spec) => sources.has(spec));
    return { files, losses: [...shown.flatMap(promiseLosses), ...unusedCalendar(input.workspace, shown)] };
  },
});

/** What journeys name, by its id: asked for once, because a workspace may have thousands. */
interface Named {
  readonly promises: ReadonlyMap<string, Spec<'Sla'>>;
  readonly kpis: ReadonlyMap<string, Spec<'Kpi'>>;
  readonly teams: ReadonlyMap<string, Spec<'Team'>>;
}

function byId<Each extends Spec>(specs: readonly Each[]): ReadonlyMap<string, Each> {
  return new Map(specs.map((spec) => [spec.id, spec]));
}

function fileOf({ workspace, options, provenance }: GeneratorInput<Options>, named: Named, journey: Spec<'Journey'>): GeneratedFile {
  const { id, value } = journey;
  const { slas = [], kpis: { primary = [], secondary = [] } = {} } = value;
  const promises = written(named.promises, slas);
  const kpis = written(named.kpis, [...primary, ...secondary]);
  const owners = written(named.teams, [value.owner]);
  const sources = [journey, ...promises, ...kpis, ...owners, ...(workspace.root === undefined ? [] : [workspace.root])];
  const charted = new Set([...promises, ...kpis].map((spec) => spec.coordinate));
  const left = [...slas.filter((each) => !charted.has(`sla:${idOf(each)}`)), ...[...primary, ...secondary].filter((each) => !charted.has(`kpi:${idOf(each)}`))];
  const panels = [
    aboutPanel(value, owners[0]?.value.title, [...new Set(left)]),
    ...rowOfCharts('Promises', promises.flatMap((sla) => promiseCharts(workspace, sla, options).map(chartOf))),
    ...rowOfCharts('KPIs', kpis.map((kpi) => chartOf(kpiChart(kpi, options)))),
  ];
  return { path: `${id}.json`, sources, content: jsonText(dashboardOf(uidOf(workspace, id), value, panels, provenance(sources).lines)) };
}

/** The specs that are named, in the order of the names, each once. */
function written<Each extends Spec>(specs: ReadonlyMap<string, Each>, names: readonly string[]): readonly Each[] {
  return [...new Set(names.map(idOf))].flatMap((id) => specs.get(id) ?? []);
}

/** A name may say which version it means. */
function idOf(name: string): string {
  return name.split('@')[0]!;
}

function rowOfCharts(title: string, charts: readonly Panel[]): readonly Panel[] {
  return charts.length === 0 ? [] : [rowOf(title), ...charts];
}

function aboutPanel({ customerGoal, owner, technicalOwner, links = [], dashboards = [] }: Journey, team: string | undefined, left: readonly string[]): Panel {
  const lines = [
    ['What the customer wants', customerGoal],
    ['Owner', team === undefined ? owner : `${team} (${owner})`],
    ['Systems are kept by', technicalOwner],
    ['Named without a chart', left.length === 0 ? undefined : left.join(', ')],
    ...[...links, ...dashboards].filter(({ url }) => !isAddress(url)).map(({ title, url }) => ['See also', url === undefined ? title : `${title}: ${url}`]),
  ];
  return textOf('About this journey', lines.flatMap(([name, text]) => (text === undefined ? [] : [`- ${name}: ${markdownText(plainText(text))}`])).join('\n'));
}

/** A path in the repository leads nowhere from a dashboard. */
function isAddress(url: string | undefined): url is string {
  return url !== undefined && /^[a-z][a-z0-9+.-]*:/.test(url);
}

function dashboardOf(uid: string, { title, description, links = [], dashboards = [] }: Journey, panels: readonly Panel[], provenance: readonly string[]): unknown {
  const words = [...(description === undefined ? [] : [plainText(description)]), provenance.join(' ')].join('\n\n');
  const addresses = [...links, ...dashboards].flatMap(({ title: name, url }) => (isAddress(url) ? [linkOf(name, url)] : []));
  return {
    uid,
    title: plainText(title),
    description: words,
    tags: ['waymark'],
    editable: false,
    schemaVersion: 42,
    time: { from: 'now-30d', to: 'now' },
    templating: { list: [{ type: 'datasource', name: 'datasource', label: 'Prometheus', query: 'prometheus' }] },
    annotations: { list: [] },
    links: addresses,
    panels: laidOut(panels),
  };
}

function linkOf(title: string, url: string): unknown {
  return { type: 'link', title: plainText(title), url: plainAddress(url), icon: 'external link', tooltip: '', tags: [], asDropdown: false, targetBlank: true, includeVars: false, keepTime: false };
}

/** The journey with its workspace, because two workspaces may have a journey of one name, and two companies a workspace of one id. Grafana takes forty signs, and no dot. */
function uidOf({ root }: Workspace, journey: string): string {
  const workspace = root?.value.namespace ?? root?.id;
  const name = workspace === undefined ? journey : `${workspace.replaceAll('.', '_')}_${journey}`;
  const plain = `waymark-${name}`;
  return plain.length <= 40 ? plain : `waymark-${sourceDigest(new TextEncoder().encode(name)).slice('sha256:'.length).slice(0, 32)}`;
}
