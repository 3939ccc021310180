import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Incentive } from '../../../schema/kinds/team.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const kpi = (id: string, rest = ''): string => activeDocument('Kpi', id, rest);
const team = (incentive: string): string => activeDocument('Team', 'callers', `function: service\nincentives: [${incentive}]\n`);

/** A reward that can be earned at the customer's cost. */
export const incentiveGuarded: Rule = {
  id: 'kpi/incentive-guarded',
  code: 'KPI-018',
  summary: 'A KPI that a team is rewarded for has another beside it that would show it if the first were gamed.',
  rationale: 'People do what they are paid for. Who is paid for short calls ends them, and only another number shows it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M7.1'],
  examples: {
    valid: [
      { title: 'The incentive names it', files: { 'kpis.yaml': `${kpi('handling-time')}---\n${kpi('asks-again')}`, 'team.yaml': team('{kpi: handling-time, weight: 0.1, counterMetric: asks-again}') } },
      { title: 'The KPI names it itself', files: { 'kpis.yaml': `${kpi('handling-time', 'counterpart: asks-again\n')}---\n${kpi('asks-again')}`, 'team.yaml': team('{kpi: handling-time}') } },
    ],
    invalid: [
      { title: 'Nothing beside it', files: { 'kpi.yaml': kpi('handling-time'), 'team.yaml': team('{kpi: handling-time}') }, at: 'handling-time', message: 'Team `callers` is rewarded for KPI `handling-time`, and no other KPI would show it if that were gamed.' },
      {
        title: 'The same KPI as its own guard',
        files: { 'kpi.yaml': kpi('handling-time'), 'team.yaml': team('{kpi: handling-time, counterMetric: handling-time}') },
        at: 'handling-time',
        message: 'Team `callers` is rewarded for KPI `handling-time`, and the same KPI is to show it if that is gamed.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Team')) {
      for (const [index, incentive] of (each.value.incentives ?? []).entries()) yield* judge(each, incentive, index, workspace);
    }
  },
};

function* judge(spec: Spec<'Team'>, { kpi: rewarded, counterMetric }: Incentive, index: number, workspace: Workspace): Iterable<Finding> {
  const known = workspace.find('Kpi', rewarded);
  const guard = counterMetric ?? known?.value.counterpart;
  if (known === undefined || (guard !== undefined && guard !== rewarded)) return;
  const says = `Team \`${spec.id}\` is rewarded for KPI \`${rewarded}\`, and`;
  yield {
    at: { spec, path: ['incentives', index, counterMetric === undefined ? 'kpi' : 'counterMetric'] },
    message: guard === undefined ? `${says} no other KPI would show it if that were gamed.` : `${says} the same KPI is to show it if that is gamed.`,
    hint: `${counterMetric === undefined ? 'Add' : 'Write'} \`counterMetric:\` with the id of the KPI that becomes worse when this one is bought at the customer's cost.`,
  };
}
