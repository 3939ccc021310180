import { defineGenerator, type GeneratorInput } from '../../target.js';
import { yamlText } from '../../text/yaml.js';
import { workspaceLabels, workspaceOption } from '../prometheus/workspace-label.js';
import { receiverLosses, receiversOf, type Receiver } from './receivers.js';
import { fallback, journeyRoute, kpiRoutes, ladderRoutes, promiseRoutes, systemRoutes, type Known, type Routed } from './routes.js';

interface Options {
  readonly [name: string]: string | boolean;
  readonly smarthost: string;
  readonly from: string;
  readonly tls: boolean;
  readonly webhook: string;
  readonly fallback: string;
  readonly repeat: string;
  readonly workspace: string;
}

const mailbox = { expression: "[^\\s@<>,;:\"'{}()\\[\\]\\\\?%&#]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", words: 'one mailbox, such as `desk@example.org`' };
const webAddress = { expression: "https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?", words: 'an address that begins with `https://` or `http://`' };

/** Who is told of the alerts that Prometheus raises. */
export const alertmanager = defineGenerator<Options>({
  id: 'alertmanager',
  summary: 'routes and receivers for Alertmanager: who is told of which alert',
  description: `One file, \`alertmanager.yaml\`: the whole configuration of an Alertmanager that gets the alerts of the target [prometheus](prometheus.md).

\`\`\`sh
amtool check-config alertmanager.yaml
amtool config routes test --config.file=alertmanager.yaml --verify.receivers='claims-ops#lead' \\
  alertname=EscalationDue journey=motor-claim escalation=settlement-late rung=1
\`\`\`

| alert | goes to |
|---|---|
| \`EscalationDue\` | the role under \`to\` of the rung |
| \`PromiseAtRisk\`, \`PromiseFloorBroken\`, \`PromiseMissedTooOften\` | the role under \`escalation\` of the promise |
| \`SystemMissedTooOften\` | the role under \`escalation\` of the objective |
| \`KpiAlert\` | the role \`lead\` of the team that owns the KPI |
| any other about one journey, such as that of a promise that stands in a step | the role \`lead\` of the team that owns the journey |
| any other | \`fallback\` |

Every role of every team is a receiver, so that routes of your own can name it. A role is reached at its \`contact\`, where that is a mailbox
(\`mailto:desk@example.org\`), else at that of the role that stands in. A role without either, or with a number for phones alone, is reached by the
\`webhook\`, which gets every message: put the service there that calls people, which finds the role in the label \`to\` and in the name of the receiver. Without
one such messages go to \`fallback\`, and the run tells of each role that has to be told and is not reached. Without \`fallback\` they go nowhere, and neither do
alerts of promises and of objectives that name nobody under \`escalation\`: the run tells of each of these.

An Alertmanager reads one configuration, and this is a whole one. Where several workspaces share an Alertmanager, take the routes and receivers of the others
over into one file by hand, and have each workspace told apart by the setting \`workspace\`, in the target prometheus as well: two workspaces may have promises
of one name. \`--check\` looks at the files as they were written, so keep the common file elsewhere.

\`smarthost\` and \`from\` are of your mail server; passwords do not belong into a file that is generated, so an Alertmanager that has to log in gets them
from a server on the same machine. \`amtool\` reads the file in the tests; no message was sent.`,
  limits: 'Routes name who is told. When that is, and what is told, stands in the rules of Prometheus.',
  withDrafts: false,
  options: {
    smarthost: { description: 'The mail server, with its port.', default: 'localhost:25', pattern: { expression: '(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\]):[0-9]{1,5}', words: 'the name of a server with its port, such as `mail.example.org:587`' } },
    from: { description: 'Whom messages are from.', default: 'alertmanager@localhost', pattern: mailbox },
    tls: { description: 'Whether the mail server has to speak TLS; a server on the same machine often does not.', default: true },
    webhook: { description: 'An address that gets every message as well; empty for none.', default: '', pattern: webAddress },
    fallback: { description: 'The mailbox for alerts that are for nobody else; empty for none.', default: '', pattern: mailbox },
    repeat: { description: 'How long until a message about something that goes on is sent again.', default: '4h', pattern: { expression: '(?=.*[1-9])(?:[0-9]{1,3}w)?(?:[0-9]{1,3}d)?(?:[0-9]{1,4}h)?(?:[0-9]{1,5}m)?(?:[0-9]{1,6}s)?', words: 'a length of time, such as `30m`, `4h` or `1d12h`' } },
    workspace: workspaceOption,
  },
  carries: ['Journey.owner', 'Journey.escalations.id', 'Journey.escalations.rungs.to', 'Sla.escalation', 'Kpi.owner', 'System.objectives.metric', 'System.objectives.escalation', 'Team.roles.id', 'Team.roles.contact', 'Team.roles.delegate'],
  generate(input) {
    const teams = input.all('Team').filter(({ value }) => (value.roles ?? []).length > 0);
    const { receivers, losses } = receiversOf(input.workspace, teams);
    const routed = routedIn(input, new Set(receivers.map(({ name }) => name)));
    const told = new Set(routed.flatMap(({ routes }) => routes.map(({ receiver }) => receiver)));
    const unreached = receiverLosses(receivers, input.options.webhook === '' ? told : new Set());
    const sources = [...routed.map(({ spec }) => spec), ...teams];
    if (sources.length === 0) return { files: [] };
    return { files: [{ path: 'alertmanager.yaml', sources, content: yamlText(input.provenance(sources).lines, configuration(input.options, routed, receivers)) }], losses: [...losses, ...routed.flatMap((each) => each.losses), ...unreached] };
  },
});

function routedIn({ all, options }: GeneratorInput<Options>, roles: ReadonlySet<string>): readonly Routed[] {
  const known: Known = { roles, isAnswered: options.fallback !== '' || options.webhook !== '', labels: workspaceLabels(options.workspace) };
  const routed = [...all('Journey').map((spec) => ladderRoutes(spec, known)), ...all('Sla').map((spec) => promiseRoutes(spec, known)), ...all('Kpi').map((spec) => kpiRoutes(spec, known)), ...all('System').map((spec) => systemRoutes(spec, known)), ...all('Journey').map((spec) => journeyRoute(spec, known))];
  return routed.filter(({ routes }) => routes.length > 0);
}

function configuration(options: Options, routed: readonly Routed[], receivers: readonly Receiver[]): unknown {
  return {
    global: { smtp_smarthost: options.smarthost, smtp_from: options.from, smtp_require_tls: options.tls },
    route: { receiver: fallback, group_by: grouped, repeat_interval: options.repeat, routes: routed.flatMap(({ routes }) => routes) },
    receivers: [receiverOf(fallback, options.fallback, options), ...receivers.map(({ name, address }) => receiverOf(name, address ?? options.fallback, options))],
  };
}

/** One message for each thing that has happened. */
const grouped = ['alertname', 'journey', 'escalation', 'rung', 'sla', 'target', 'kpi', 'when', 'system', 'metric'];

function receiverOf(name: string, address: string, { webhook }: Options): unknown {
  return {
    name,
    email_configs: address === '' ? undefined : [{ to: address, send_resolved: true }],
    webhook_configs: webhook === '' ? undefined : [{ url: webhook, send_resolved: true }],
  };
}
