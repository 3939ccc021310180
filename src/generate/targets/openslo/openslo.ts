import { defineGenerator } from '../../target.js';
import { metricName } from '../prometheus/metrics.js';
import { workspaceOption } from '../prometheus/workspace-label.js';
import { filesOf } from './files.js';
import { lostLadders } from './lost-ladders.js';
import { lostPlaces } from './lost-places.js';
import { partsOf } from './parts.js';

interface Options {
  readonly [name: string]: string | number;
  readonly burnRate: number;
  readonly lookback: '1h' | '6h' | '1d' | '3d' | '1w';
  readonly alertAfter: '5m' | '15m' | '1h' | '6h' | '1d';
  readonly policies: 'names' | 'references';
  readonly promiseCases: string;
  readonly systemChecks: string;
  readonly workspace: string;
}

/** Promises as service level objectives. */
export const openslo = defineGenerator<Options>({
  id: 'openslo',
  summary: 'promises, and objectives of systems, as OpenSLO v1: services, SLOs with their indicators, and whom to alert',
  description: `\`services.yaml\` has a service for each team that keeps a promise and for each system with objectives. \`promises/\` and \`systems/\` have an SLO for each
target, with an indicator of its own, because each target counts cases of its own. \`alerts.yaml\` has the roles that can be told, a policy for each role that
a promise or an objective names under \`escalation\`, and the one condition that OpenSLO knows: how fast the error budget is used up.

\`\`\`yaml
kind: SLO
metadata:
  name: motor-claim-settlement-tier-gold
  displayName: Claim settled
spec:
  service: team-claims-ops
  indicatorRef: motor-claim-settlement-tier-gold
  timeWindow:
    - duration: "1M"
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: within 8d on claims-hours, tier gold
      target: 0.9
  alertPolicies: [claims-cx-journey-owner]
\`\`\`

The indicators read the counters of cases that the rules of [prometheus](prometheus.md) read as well: \`waymark_promise_cases_total\` with the labels \`sla\`, \`target\`
and \`result\`, which is \`kept\` or \`missed\`. Of systems they read \`waymark_system_checks_total\` with \`system\`, \`metric\` and \`result\`, which is \`good\` or \`bad\`. Whether
a case was kept, on which calendar and with which pauses, is found by whoever counts it: OpenSLO compares shares and never looks at a case. Windows are
rolling; how many days a month has is up to the reader of the files.

The files follow the schemas of OpenSLO v1 and the text of its specification, which differ in how an SLO names its alert policies; a setting says which one
your reader wants. Neither knows a promise for all cases: a target of 100 % is told as lost, and so are all rungs of all ladders,
and promises that stand in a step or a stage. A share that has to hold for each tier, persona, region or journey by itself is written as the share of all cases together.`,
  limits: 'OpenSLO says what share of all cases together has to be good over a time, and who is told when the rest is used up too fast.',
  withDrafts: false,
  options: {
    burnRate: { description: 'How many times faster than it may the error budget has to be used up until somebody is told.', default: 2, least: 1, most: 1000 },
    lookback: { description: 'Over what time that is looked at.', default: '1d', words: ['1h', '6h', '1d', '3d', '1w'] },
    alertAfter: { description: 'How long it has to be so.', default: '1h', words: ['5m', '15m', '1h', '6h', '1d'] },
    policies: { description: 'How an SLO names its alert policies: by their `names`, which the schemas of OpenSLO ask for, or as `references` (`alertPolicyRef`), which the text of its specification asks for.', default: 'names', words: ['names', 'references'] },
    promiseCases: { description: 'The counter of cases that were kept and missed.', default: 'waymark_promise_cases_total', pattern: metricName },
    systemChecks: { description: 'The counter of checks of systems that went well and badly.', default: 'waymark_system_checks_total', pattern: metricName },
    workspace: workspaceOption,
  },
  carries: [
    ...['title', 'description', 'owner', 'type', 'metric', 'provider', 'consumer', 'clock.start', 'clock.stop', 'calendar', 'window', 'escalation'].map((field) => `Sla.${field}`),
    ...['tier', 'persona', 'region', 'within', 'percent'].map((field) => `Sla.targets.${field}`),
    'Workspace.defaultCalendar',
    'Journey.slas',
    'System.title',
    'System.objectives.**',
    'Team.title',
    ...['id', 'title', 'contact'].map((field) => `Team.roles.${field}`),
  ],
  generate(input) {
    const parts = partsOf(input);
    const { burnRate, lookback, alertAfter, policies, ...counters } = input.options;
    const files = filesOf(input, parts, { burn: { threshold: burnRate, lookback, after: alertAfter }, counters, policy: (name) => (policies === 'names' ? name : { alertPolicyRef: name }) });
    return { files, losses: [...parts.losses, ...lostLadders(parts), ...lostPlaces(input, parts)] };
  },
});
