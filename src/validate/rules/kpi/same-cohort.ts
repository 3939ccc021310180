import { cohortPairs, differencesOf, type CohortDifference, type CohortPair } from '../../../analysis/cohort-pairs.js';
import { listOf } from '../../../base/words.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const kpi = (id: string, cohort: string, window = 'P1Y'): string => activeDocument('Kpi', id, `formula: {cohort: ${cohort}}\nwindow: ${window}\n`);
const retention = (cohort: string): string => kpi('customers-kept', cohort);
const desk = activeDocument('System', 'desk', 'emits: [{event: insured}, {event: left}, {event: visited}, {event: claimed}, {event: silent}]\n');
const both = 'kpis: {primary: [customers-kept], secondary: [customers-lost]}\n';

/** Churn and retention that do not add up to one. */
export const sameCohort: Rule = {
  id: 'kpi/same-cohort',
  code: 'KPI-014',
  summary: 'Where a journey is steered by the customers it keeps and by those it loses, both count the same customers over the same time.',
  rationale: 'Of the same customers the two add up to all of them. When they do not, each side quotes the number that suits it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S1.K6'],
  examples: {
    valid: [
      {
        title: 'The same customers at the start',
        files: { 'desk.yaml': desk, 'journey.yaml': journeySteeredBy(both), 'kpis.yaml': `${retention('{start: {event: insured}, lost: {event: left}, result: kept}')}---\n${kpi('customers-lost', '{start: {event: insured}, lost: {event: left}, result: lost}')}` },
      },
      {
        title: 'Two KPIs that nobody reads together',
        files: { 'desk.yaml': desk, 'journey.yaml': journeySteeredBy('kpis: {primary: [customers-kept]}\n'), 'kpis.yaml': `${retention('{start: {event: insured}, result: kept}')}---\n${kpi('customers-lost', '{start: {event: visited}, result: lost}')}` },
      },
      {
        title: 'A misspelt event, which is told by itself',
        files: { 'desk.yaml': desk, 'journey.yaml': journeySteeredBy(both), 'kpis.yaml': `${retention('{start: {event: insured}, result: kept}')}---\n${kpi('customers-lost', '{start: {event: insurd}, result: lost}')}` },
      },
    ],
    invalid: [
      {
        title: 'Other customers at the start',
        files: { 'desk.yaml': desk, 'journey.yaml': journeySteeredBy(both), 'kpis.yaml': `${retention('{start: {event: insured}, result: kept}')}---\n${kpi('customers-lost', '{start: {event: claimed}, result: lost}')}` },
        at: 'cohort',
        message: 'KPI `customers-kept` and KPI `customers-lost` do not add up to all customers: they count other customers at the start.',
      },
      {
        title: 'Another time, and another way to be lost',
        files: {
          'desk.yaml': desk,
          'kpis.yaml': `${retention('{start: {event: insured}, lost: {event: left}, result: kept}').replace('window', 'counterpart: customers-lost\nwindow')}---\n${kpi('customers-lost', '{start: {event: insured}, lost: {any: [{event: left}, {event: silent}]}, result: lost}', 'P1M')}`,
        },
        at: 'cohort',
        message: 'KPI `customers-kept` and KPI `customers-lost` do not add up to all customers: they count other customers as lost and look at another length of time.',
      },
    ],
  },
  *check({ workspace }) {
    const misnamed = new Set(workspace.unresolved.filter(({ path }) => path[0] === 'formula').map(({ from }) => from.coordinate));
    for (const pair of cohortPairs(workspace)) if (!misnamed.has(pair.kept.coordinate) && !misnamed.has(pair.lost.coordinate)) yield* judge(pair);
  },
};

const words: { readonly [difference in CohortDifference]: string } = {
  start: 'count other customers at the start',
  lost: 'count other customers as lost',
  new: 'count other customers as new',
  window: 'look at another length of time',
};

function* judge(pair: CohortPair): Iterable<Finding> {
  const { kept, lost } = pair;
  const differences = differencesOf(pair);
  if (differences.length === 0) return;
  const fields = listOf(differences.map((each) => `\`${each}\``));
  yield {
    at: { spec: kept, path: ['formula', 'cohort'], part: 'key' },
    about: [lost.id],
    message: `KPI \`${kept.id}\` and KPI \`${lost.id}\` do not add up to all customers: they ${listOf(differences.map((each) => words[each]))}.`,
    hint: `Write the same ${fields} in both, or say in the titles whose customers each of them is about and name them in different journeys.`,
    related: [{ message: 'The other one is computed here.', at: { spec: lost, path: ['formula', 'cohort'], part: 'key' } }],
  };
}
