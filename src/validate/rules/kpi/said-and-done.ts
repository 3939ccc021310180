import type { KpiCategory } from '../../../analysis/kpi-roles.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const csat = (rest: string): string => activeDocument('Kpi', 'claim-csat', `category: perception\n${rest}`);
const beside = (category: string): string => activeDocument('Kpi', 'asks-again', `category: ${category}\n`);

/** A KPI of what customers say, and nothing to hold against it. */
export const saidAndDone: Rule = {
  id: 'kpi/said-and-done',
  code: 'KPI-017',
  summary: 'A KPI of what customers say names as its counterpart one of what they do.',
  rationale: 'People say that they are content and leave. Only both numbers together show it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.2'],
  examples: {
    valid: [{ title: 'Satisfaction, and who asks again', files: { 'kpis.yaml': `${csat('counterpart: asks-again\n')}---\n${beside('behavioural')}` } }],
    invalid: [
      { title: 'No counterpart', files: { 'kpi.yaml': csat('') }, at: 'perception', message: 'KPI `claim-csat` tells what customers say, and nothing beside it tells what they do.' },
      {
        title: 'A counterpart that asks customers as well',
        files: { 'kpis.yaml': `${csat('counterpart: asks-again\n')}---\n${beside('perception').replace('perception', 'perception\ncounterpart: claims-paid')}---\n${activeDocument('Kpi', 'claims-paid', 'category: outcome\n')}` },
        at: 'asks-again',
        message: 'KPI `claim-csat` tells what customers say, and so does its counterpart `asks-again`.',
      },
      {
        title: 'A counterpart about money',
        files: { 'kpis.yaml': `${csat('counterpart: asks-again\n')}---\n${beside('financial')}` },
        at: 'asks-again',
        message: 'KPI `claim-csat` tells what customers say, and its counterpart `asks-again` does not tell what they do but what it costs or earns.',
      },
    ],
  },
  *check({ workspace }) {
    for (const kpi of workspace.all('Kpi')) if (kpi.value.category === 'perception') yield* judge(kpi, workspace);
  },
};

const hint = 'Add `counterpart:` with the id of a KPI of what customers do, such as whether they ask again, finish or stay.';

function* judge(spec: Spec<'Kpi'>, workspace: Workspace): Iterable<Finding> {
  const { counterpart } = spec.value;
  const says = `KPI \`${spec.id}\` tells what customers say, and`;
  if (counterpart === undefined) {
    yield { at: { spec, path: ['category'] }, message: `${says} nothing beside it tells what they do.`, hint };
    return;
  }
  const category = workspace.find('Kpi', counterpart.split('@')[0]!)?.value.category;
  const fault = category === undefined ? undefined : faults[category]?.(counterpart);
  if (fault !== undefined) yield { at: { spec, path: ['counterpart'] }, message: `${says} ${fault}.`, hint: hint.replace('Add', 'Write') };
}

/** What a counterpart tells about instead of what customers do. Operations and outcomes are what customers did. */
const faults: { readonly [category in KpiCategory]?: (counterpart: string) => string } = {
  perception: (counterpart) => `so does its counterpart \`${counterpart}\``,
  financial: (counterpart) => `its counterpart \`${counterpart}\` does not tell what they do but what it costs or earns`,
  compliance: (counterpart) => `its counterpart \`${counterpart}\` does not tell what they do but whether rules are kept`,
};
