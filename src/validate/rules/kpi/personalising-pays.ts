import { categoryOf, directionOf, figuresOf, type Figure } from '../../../analysis/kpi-roles.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const journey = (kpis: string): string => journeySteeredBy(`kpis: ${kpis}\nrules: [{id: slot-offer, type: personalise}]\n`);
const numbers = `${activeDocument('Kpi', 'claims-paid', 'category: outcome\n')}---\n${activeDocument('Kpi', 'cost-per-case', 'unit: currency(EUR)\ndirection: down\n')}`;

/** A journey that treats customers differently, and nobody can tell whether that pays. */
export const personalisingPays: Rule = {
  id: 'kpi/personalising-pays',
  code: 'KPI-008',
  summary: 'A journey with a rule that personalises is steered by a KPI that shows what that costs and by one that shows what it brings.',
  rationale: 'Every variant is built, tested and explained for ever. It has to pay for that, and somebody has to see whether it does.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.4'],
  examples: {
    valid: [
      { title: 'A cost and an outcome', files: { 'journey.yaml': journey('{primary: [claims-paid], secondary: [cost-per-case]}'), 'kpis.yaml': numbers } },
      { title: 'A measure of the journey may show the benefit', files: { 'journey.yaml': journey('{primary: [cost-per-case, settled]}\nmeasures: [{id: settled, of: completion, now: 80%, target: 90%}]'), 'kpis.yaml': numbers } },
    ],
    invalid: [
      {
        title: 'Nobody sees what it costs',
        files: { 'journey.yaml': journey('{primary: [claims-paid]}'), 'kpis.yaml': numbers },
        at: 'personalise',
        message: 'Rule `slot-offer` personalises, and no KPI of journey `claim` shows what that costs.',
      },
      {
        title: 'Nobody sees what it brings',
        files: { 'journey.yaml': journey('{secondary: [cost-per-case]}'), 'kpis.yaml': numbers },
        at: 'personalise',
        message: 'Rule `slot-offer` personalises, and no KPI of journey `claim` shows what that brings.',
      },
      {
        title: 'Neither the one nor the other',
        files: { 'journey.yaml': journey('{primary: [calls-answered]}'), 'kpi.yaml': activeDocument('Kpi', 'calls-answered', 'category: operational\n') },
        at: 'personalise',
        message: 'Rule `slot-offer` personalises, and no KPI of journey `claim` shows what that costs or brings.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    return function* ({ spec }) {
      const index = spec.value.rules?.findIndex(({ type }) => type === 'personalise') ?? -1;
      if (index >= 0) yield* judge(spec, index, workspace);
    };
  },
};

/** One finding for all rules of a journey: they share its KPIs. That it has none at all is told by another rule. */
function* judge(spec: Spec<'Journey'>, index: number, workspace: Workspace): Iterable<Finding> {
  const figures = figuresOf(spec, workspace)?.map(({ figure }) => figure);
  if (figures === undefined || figures.length === 0) return;
  const missing = [...(figures.some(showsCost) ? [] : [cost]), ...(figures.some(showsBenefit) ? [] : [benefit])];
  if (missing.length === 0) return;
  yield {
    at: { spec, path: ['rules', index, 'type'] },
    message: `Rule \`${spec.value.rules![index]!.id}\` personalises, and no KPI of journey \`${spec.id}\` shows what that ${missing.map(({ word }) => word).join(' or ')}.`,
    hint: `Name under \`kpis\` ${missing.map(({ example }) => example).join(', and ')}.`,
    tellsOf: figures.flatMap((figure) => (figure.kind === 'kpi' ? [figure.kpi] : [])),
  };
}

const cost = { word: 'costs', example: 'a KPI of cost, with `category: financial` or a currency as its `unit`' };
const benefit = { word: 'brings', example: 'a KPI of what comes of it, with `category: outcome`' };

function isAboutMoney(figure: Figure): boolean {
  return categoryOf(figure) === 'financial' || (figure.kind === 'kpi' && figure.kpi.value.unit?.startsWith('currency') === true);
}

/** Money that is better when there is more of it is earned, not spent. */
function showsCost(figure: Figure): boolean {
  return isAboutMoney(figure) && directionOf(figure) !== 'up';
}

function showsBenefit(figure: Figure): boolean {
  if (figure.kind === 'kpi' && figure.kpi.value.outcome !== undefined) return true;
  return categoryOf(figure) === 'outcome' || (isAboutMoney(figure) && directionOf(figure) === 'up');
}
