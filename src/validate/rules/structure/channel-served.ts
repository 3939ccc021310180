import { everySpec } from '../../../analysis/doubled-specs.js';
import { isReadWhole } from '../../../analysis/completeness.js';
import { addTo } from '../../../base/groups.js';
import { count } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isActive } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeJourney, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const lostCard = (channel: string, then = ''): string => activeJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: ${channel}}
${then}      - {id: block, title: We block the card, lane: backstage, end: success}
`);

/** A channel that customers are sent to, and that no system serves. */
export const channelServed: Rule = {
  id: 'structure/channel-served',
  code: 'STR-009',
  summary: 'Every channel that a step uses is served by a system.',
  rationale: 'A channel behind which nothing runs leaves no trace: nobody sees what the customer said there, and the next channel asks again.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P2.2.1'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-001', within: 'name' }],
  examples: {
    valid: [
      { title: 'The CRM serves the phone', files: { 'journey.yaml': lostCard('phone') } },
      {
        title: 'No system says which channels it serves, so nothing is known',
        files: { 'directory.yaml': 'apiVersion: waymark/v1\nkind: Directory\nid: example\ntitle: Teams\nversion: 1.0.0\nstatus: active\nowner: claims\nteams: {claims: Claims}\nsystems: {crm: CRM}\n', 'journey.yaml': lostCard('phone') },
      },
    ],
    invalid: [
      {
        title: 'Nothing serves the branch',
        files: {
          'policy.yaml': examplePolicy('channels: {phone: confidential, branch: restricted}\n'),
          'journey.yaml': lostCard('branch', '      - {id: show, title: Customer shows the passport, lane: customer, channel: [phone, branch]}\n'),
        },
        at: 'branch',
        message: 'No system serves the channel `branch`, which step `call` and 1 other step use.',
      },
    ],
  },
  *check({ workspace }) {
    const served = channelsServed(workspace);
    if (served.size === 0 || !isReadWhole(workspace, 'System', 'Directory')) return;
    const binding = workspace.journeys.filter(({ spec }) => isActive(spec));
    const sketches = workspace.journeys.filter(({ spec }) => spec.status === 'draft');
    const told = new Set<string>();
    yield* unserved(binding, workspace, served, told);
    yield* unserved(sketches, workspace, served, told);
  },
};

function channelsServed(workspace: Workspace): ReadonlySet<string> {
  return new Set(everySpec(workspace, 'System').filter(({ status }) => status !== 'retired').flatMap(({ value }) => value.channels ?? []));
}

interface Use {
  readonly journey: JourneyModel;
  readonly step: StepModel;
  readonly index: number;
}

/** One finding for each channel, at the first step that uses it: what is missing is one system, however many steps wait for it. */
function* unserved(journeys: readonly JourneyModel[], { policy }: Workspace, served: ReadonlySet<string>, told: Set<string>): Iterable<Finding> {
  const uses = new Map<string, Use[]>();
  for (const journey of journeys) {
    for (const step of journey.steps) {
      for (const [index, channel] of step.channels.entries()) if (!served.has(channel) && policy.channels.has(channel) && !told.has(channel)) addTo(uses, channel, { journey, step, index });
    }
  }
  for (const [channel, all] of uses) {
    told.add(channel);
    yield finding(channel, all);
  }
}

function finding(channel: string, uses: readonly Use[]): Finding {
  const { journey, step, index } = uses[0]!;
  const users = uses.length === 1 ? `step \`${step.id}\` uses` : `step \`${step.id}\` and ${count(uses.length - 1, 'other step')} use`;
  const path = [...step.path, 'channel'];
  return {
    at: { spec: journey.spec, path: Array.isArray(step.value.channel) ? [...path, index] : path },
    names: [`channel ${channel}`],
    message: `No system serves the channel \`${channel}\`, which ${users}.`,
    hint: `Add \`${channel}\` to the \`channels\` of the system that is used there, for example \`channels: [${channel}]\`, or correct the channel.`,
  };
}
