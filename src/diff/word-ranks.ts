import type { FieldName } from './change-kind.js';

/** Words of a field from the one that asks or protects least to the one that does so most; yes and no are words as well. */
const ranked: { readonly [field: FieldName]: readonly string[] } = {
  'Spec.access': ['public', 'internal', 'confidential', 'restricted'],
  'DataElement.nature': ['none', 'anonymous', 'pseudonymous', 'personal'],
  'Retention.action': ['anonymise', 'erase'],
  'Stage.critical': ['false', 'true'],
  'Automation.risk': ['low', 'medium', 'high'],
  'Rung.decisionRight': ['false', 'true'],
  'Sla.eachJourney': ['false', 'true'],
  'KpiAlert.severity': ['warn', 'page'],
  'QualityCheck.onFail': ['warn', 'quarantine', 'reject'],
  'System.customerFacing': ['false', 'true'],
  'ModelCard.legalEffect': ['false', 'true'],
  'Policy.profile': ['starter', 'standard', 'regulated'],
  'Approvals.source': ['records', 'host'],
  'RegulatedDemand.separation': ['none', 'author-may-not-approve'],
  'Reclassification.as': ['editorial', 'compatible', 'breaking'],
  'JourneyEvidencePolicy.minEvidence': ['assumed', 'partly', 'evidenced'],
};

/** How much a word of a field asks for; `undefined` where its words have no order. */
export function rankOfWord(field: FieldName, word: string): number | undefined {
  const rank = ranked[field]?.indexOf(word);
  return rank === undefined || rank < 0 ? undefined : rank;
}
