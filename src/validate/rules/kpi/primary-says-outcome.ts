import { primaryFigures, type NamedFigure } from '../../../analysis/kpi-roles.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** A journey that nobody can tell to be going well for the company. */
export const primarySaysOutcome: Rule = {
  id: 'kpi/primary-says-outcome',
  code: 'KPI-001',
  summary: 'A journey names the numbers that decide whether it goes well, and at least one of them says which business result it stands for.',
  rationale: 'Where no number stands for a business result, a journey is improved at what is easy to count.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M7.1', 'S0.P1.3.1'],
  examples: {
    valid: [
      {
        title: 'One of two primary KPIs stands for a business result',
        files: {
          'journey.yaml': journeySteeredBy('kpis: {primary: [claims-paid, claim-effort]}\n'),
          'kpis.yaml': `${activeDocument('Kpi', 'claims-paid', 'category: outcome\noutcome: Fewer customers leave after a claim\n')}---\n${activeDocument('Kpi', 'claim-effort', 'category: perception\n')}`,
        },
      },
    ],
    invalid: [
      {
        title: 'No primary KPI',
        files: { 'journey.yaml': journeySteeredBy('kpis: {secondary: [claims-paid]}\n'), 'kpi.yaml': activeDocument('Kpi', 'claims-paid', 'outcome: Fewer customers leave after a claim\n') },
        at: 'claim',
        message: 'Journey `claim` is active and has no primary KPI.',
      },
      {
        title: 'A primary KPI that stands for nothing',
        files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [calls-answered]}\n'), 'kpi.yaml': activeDocument('Kpi', 'calls-answered') },
        at: 'primary',
        message: 'No primary KPI of journey `claim` says which business result it stands for.',
      },
      {
        title: 'Measures of the journey alone',
        files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [time-to-settle]}\nmeasures: [{id: time-to-settle, of: cycle-time, now: 9d, target: 6d}]\n') },
        at: 'primary',
        message: 'No primary KPI of journey `claim` says which business result it stands for.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    return function* ({ spec, base }) {
      if ((spec.value.kpis?.primary ?? []).length > 0) yield* withoutOutcome(spec, primaryFigures(spec, workspace));
      else if (!isToldByBase(workspace, base)) yield withoutPrimary(spec);
    };
  },
};

/** What an active base lacks, its variants lack for that alone. */
function isToldByBase(workspace: Workspace, base: string | undefined): boolean {
  const spec = base === undefined ? undefined : workspace.journey(base)?.spec;
  return spec !== undefined && isActive(spec) && (spec.value.kpis?.primary ?? []).length === 0;
}

function withoutPrimary(spec: Spec<'Journey'>): Finding {
  return {
    at: { spec, path: ['id'] },
    message: `Journey \`${spec.id}\` is active and has no primary KPI.`,
    hint: 'Add `kpis: {primary: [...]}` with the one or two KPIs that decide whether the journey goes well for customers and for the company.',
  };
}

function* withoutOutcome(spec: Spec<'Journey'>, primary: readonly NamedFigure[] | undefined): Iterable<Finding> {
  const kpis = primary?.flatMap(({ figure }) => (figure.kind === 'kpi' ? [figure.kpi] : []));
  if (kpis === undefined || kpis.some(({ value }) => value.outcome !== undefined)) return;
  const [first] = kpis;
  yield {
    at: { spec, path: ['kpis', 'primary'], part: 'key' },
    message: `No primary KPI of journey \`${spec.id}\` says which business result it stands for.`,
    hint: first === undefined ? 'Name a KPI under `primary` whose document says under `outcome` which business result it stands for. A measure of the journey cannot say it.' : `Add to KPI \`${first.id}\`, or to another that you name under \`primary\`, the business result that it stands for: \`outcome: ...\`.`,
  };
}
