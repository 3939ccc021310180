import { categoryOf, primaryFigures } from '../../../analysis/kpi-roles.js';
import { listOf, quoted } from '../../../base/words.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const csat = activeDocument('Kpi', 'claim-csat', 'category: perception\noutcome: Customers stay with us\n');

/** A journey that is steered by answers in surveys alone. */
export const moreThanPerception: Rule = {
  id: 'kpi/more-than-perception',
  code: 'KPI-016',
  summary: 'The primary KPIs of a journey do not all tell how customers say they feel: at least one tells what they do, or what comes of it.',
  rationale: 'Few customers answer, and those who gave up are not asked. Satisfaction alone misleads.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M7.1'],
  silencedBy: [{ code: 'KPI-001', within: 'subject' }],
  examples: {
    valid: [
      { title: 'What customers say beside what they do', files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [claim-csat, claims-paid]}\n'), 'kpis.yaml': `${csat}---\n${activeDocument('Kpi', 'claims-paid', 'category: outcome\n')}` } },
      { title: 'A KPI that does not say what it tells about may be of any sort', files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [claim-csat, claims-paid]}\n'), 'kpis.yaml': `${csat}---\n${activeDocument('Kpi', 'claims-paid')}` } },
    ],
    invalid: [
      {
        title: 'Satisfaction alone',
        files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [claim-csat]}\n'), 'kpi.yaml': csat },
        at: 'primary',
        message: 'Journey `claim` is steered by `claim-csat` alone, which tells what customers say and not what they do.',
      },
      {
        title: 'Satisfaction and a measure of effort',
        files: { 'journey.yaml': journeySteeredBy('kpis: {primary: [claim-csat, effort]}\nmeasures: [{id: effort, of: ces, now: 4.8, target: 5.5}]\n'), 'kpi.yaml': csat },
        at: 'primary',
        message: 'Journey `claim` is steered by `claim-csat` and `effort` alone, which tell what customers say and not what they do.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    return function* ({ spec }) {
      const primary = spec.value.kpis?.primary === undefined ? [] : (primaryFigures(spec, workspace) ?? []);
      if (primary.length === 0 || !primary.every(({ figure }) => categoryOf(figure) === 'perception')) return;
      const names = listOf(quoted(primary.map(({ figure }) => figure.id)));
      yield {
        at: { spec, path: ['kpis', 'primary'], part: 'key' },
        message: `Journey \`${spec.id}\` is steered by ${names} alone, which ${primary.length === 1 ? 'tells' : 'tell'} what customers say and not what they do.`,
        hint: 'Name beside it a KPI of what customers do or of what comes of it, such as the part of the cases that are completed, or of the customers who ask again.',
      };
    };
  },
};
