import type { Audience } from './change.js';
import type { FieldName } from './change-kind.js';

/** Who relies on what is said somewhere, and who has to keep it. */
export interface Sides {
  readonly relies: readonly Audience[];
  readonly keeps: readonly Audience[];
}

const audiences: { readonly [letter: string]: Audience } = { c: 'customer', p: 'provider', s: 'staff', o: 'owner', d: 'data-subject', r: 'regulator', a: 'analyst', i: 'integrator' };

/** `customer staff` on either side of `/`, by their first letters: `cs/p`. */
function sides(text: string): Sides {
  const [relies, keeps] = text.split('/').map((letters) => [...letters].map((letter) => audiences[letter]!));
  return { relies: relies!, keeps: keeps! };
}

/** By the kind of document, where nothing nearer says more. */
const ofDocuments: { readonly [document: string]: string } = {
  Journey: 'c/s', Sla: 'c/p', Calendar: 'c/p', Persona: 'c/c', Kpi: 'a/o', DataCatalog: 'd/s', System: 'i/p', Team: 's/s', Policy: 'rc/s', Glossary: 'c/s', Directory: 's/s', Workspace: 's/s', Record: 'r/o',
};

/** By the shape, which may stand in documents of several kinds. */
const ofShapes: { readonly [shape: string]: string } = {
  Spec: 's/s', Effective: 'o/o', ReviewPlan: 'cr/s',
  Correlation: 'a/i', IdentityMatching: 'a/i', KeyMapping: 'a/i', JourneyKpis: 'a/o', Measure: 'a/o', ComparisonWith: 'o/o', ScopeEnd: 'a/a',
  PromiseInPlace: 'c/p', ConditionOnEvent: 'c/c', ConditionOnElement: 'c/c', StepEvents: 'ai/i', RegimeOnStep: 'cr/cr', RequiredEvidence: 'cr/cr',
  Disclosure: 'cr/cr', Translation: 'cr/cr', DecisionLog: 'cr/cr',
  DataElement: 'd/s', Retention: 'd/a', Transfer: 'd/s', Security: 'd/d', AccessLog: 'dr/dr', ModelCard: 'cr/i', Objective: 'ci/p', Recovery: 'ci/p',
  Sampling: 'a/a', QualityCheck: 'a/a', EventAttribute: 'ai/i', KpiTarget: 'co/o', KpiAlert: 'co/co', Term: 'c/s', StatusWord: 'ci/s', Capacity: 'cs/s',
};

/** By the field, where its shape says too little. */
const ofFields: { readonly [field: FieldName]: string } = {
  'Spec.effective': 'o/o',
  'Journey.parent': 'o/o', 'Journey.comparesTo': 'o/o', 'Journey.correlation': 'a/i', 'Journey.measures': 'a/o', 'Journey.handoffs': 'cs/s',
  'Scope.excludes': 'c/c', 'Scope.startsWith': 'ca/a', 'Scope.endsWith': 'ca/a', 'Ownership.delegate': 'o/s', 'Correlation.mapping': 'ai/i',
  'Measure.target': 'co/o', 'Measure.by': 'co/o', 'Stage.aliases': 's/s', 'Step.aliases': 's/s', 'Stage.kpis': 'a/o',
  'Stage.promise': 'c/p', 'Step.promise': 'c/p', 'Stage.sla': 'c/p', 'Step.sla': 'c/p', 'Edge.sla': 'c/p', 'Handoff.sla': 'c/p', 'EscalationTrigger.sla': 'c/p', 'RegimeOnStep.sla': 'cr/p',
  'Raci.responsible': 's/s', 'Raci.accountable': 'o/o', 'Raci.consulted': 's/s', 'Raci.informed': 's/s',
  'Step.systems': 'si/i', 'Step.passes': 'cs/s', 'Step.returns': 'cs/s', 'Step.when': 'c/c', 'Edge.when': 'c/c', 'Edge.outcome': 'c/c', 'Step.end': 'ca/s', 'Step.decides': 'cr/cr',
  'Automation.risk': 'cr/s', 'StepData.collects': 'sa/s', 'StepData.writes': 'sa/s', 'Handoff.accept': 's/s', 'Handoff.reject': 's/s',
  'Meanwhile.stops': 'cs/cs', 'Rung.after': 'c/c', 'JourneyRule.purpose': 'd/d', 'JourneyRule.consentKey': 'd/d', 'JourneyRule.regime': 'cr/s', 'JourneyRule.when': 'c/c', 'JourneyRule.do': 'c/c', 'JourneyRule.quietHours': 'c/c',
  'RuleFallback.when': 'c/c', 'RuleFallback.do': 'c/c', 'Rollback.owner': 'o/o', 'Scenario.fallback': 'cs/s',
  'Sla.assume': 'p/c', 'Sla.agreement': 'cp/cp', 'Sla.expires': 'c/c', 'Clock.start': 'cp/cp', 'Clock.stop': 'cp/cp', 'Clock.cancel': 'p/c', 'Clock.reset': 'p/c', 'Pause.to': 'cp/cp',
  'Calendar.timezone': 'cp/cp', 'Calendar.extends': 'cp/cp', 'Calendar.peaks': 'p/p', 'Kpi.alerts': 'co/o',
  'DataCatalog.elements': 'sa/s', 'DataCatalog.purposes': 's/s', 'DataCatalog.activities': 'sr/s', 'DataCatalog.entities': 's/s', 'DataElement.owner': 'o/o', 'DataElement.steward': 'o/o', 'DataElement.master': 'si/i', 'DataElement.validator': 'a/s',
  'Retention.byRegion': 'd/a', 'Purpose.assessment': 'dr/s', 'Activity.purpose': 'd/d', 'Activity.elements': 's/s', 'Activity.subjects': 's/s', 'Activity.recipients': 's/d', 'Activity.transfers': 'si/d', 'Activity.measures': 'd/d',
  'DataEntity.master': 'si/i', 'DataEntity.steward': 'o/o', 'DataEntity.elements': 's/s', 'AccessGrant.purpose': 'd/d', 'AccessGrant.expires': 'd/s',
  'System.criticality': 'ci/p', 'System.customerFacing': 'ci/p', 'System.modelCard': 'cr/i', 'ModelCard.legalEffect': 'cr/cdr', 'System.channels': 'ci/p', 'System.objectives': 'ci/p', 'System.emits': 'ai/i', 'System.accessLog': 'dr/p', 'System.security': 'd/p',
  'ThirdParty.vendor': 'd/d', 'ThirdParty.country': 'i/d', 'ThirdParty.transfers': 'si/d', 'ThirdParty.agreement': 'd/d',
  'EmittedEvent.caseKey': 'a/i', 'EmittedEvent.timestamp': 'a/i', 'EmittedEvent.attributes': 'ai/i', 'EmittedEvent.purpose': 'd/d', 'EmittedEvent.consentKey': 'd/d', 'EmittedEvent.latency': 'ai/p', 'EmittedEvent.sampling': 'a/a', 'EmittedEvent.quality': 'a/a', 'QualityCheck.owner': 'o/o',
  'Team.people': 'o/s', 'Team.roles': 'os/s', 'Team.escalatesTo': 'c/s', 'Team.capacity': 'cs/s', 'Role.person': 'o/s', 'Role.delegate': 'o/s',
  'Glossary.terms': 'c/s', 'Glossary.statuses': 'ci/s', 'Glossary.causes': 'a/a',
  'Workspace.namespace': 'i/i', 'Workspace.branch': 'rs/s', 'Workspace.timezone': 'cp/cp', 'Workspace.defaultCalendar': 'cp/cp', 'Workspace.currency': 'a/a', 'Workspace.languages': 'c/s', 'Workspace.regions': 'c/s', 'Workspace.imports': 'si/s', 'Workspace.policy': 'rc/rc', 'Workspace.targets': 'i/s',
};

/** Who relies on a field and who has to keep it. */
export function sidesOf(field: FieldName, document: string): Sides {
  const [shape] = field.split('.') as [string];
  return sides(ofFields[field] ?? ofShapes[shape] ?? ofDocuments[document]!);
}

/** Who is worse off though nothing breaks: others are told, asked or called out than before. */
const withoutBreaking: { readonly [change: string]: readonly Audience[] } = {
  'Spec.technicalOwner changed': ['owner'],
  'Ownership.stakeholders removed': ['staff'], 'Ownership.delegate changed': ['staff'],
  'Raci.accountable changed': ['owner'], 'Raci.consulted removed': ['staff'], 'Raci.informed removed': ['staff'],
  'Stage.sla added': ['provider'], 'Step.sla added': ['provider'], 'RegimeOnStep.sla added': ['provider'],
  'StepData.collects added': ['data-subject'], 'Activity.elements added': ['data-subject'], 'Activity.subjects added': ['data-subject'],
  'Rung.to changed': ['staff'], 'Sla.escalation changed': ['staff'], 'Objective.escalation changed': ['staff'], 'Team.escalatesTo changed': ['staff'],
  'Training.material removed': ['staff'], 'Training.covers removed': ['staff'], 'Training.due removed': ['staff'],
  'Rollback.owner changed': ['owner'], 'DataElement.owner changed': ['owner'], 'DataElement.steward changed': ['owner'], 'DataEntity.steward changed': ['owner'], 'QualityCheck.owner changed': ['owner'],
  'ThirdParty.agreement changed': ['data-subject'], 'ModelCard.purpose changed': ['customer', 'regulator'], 'Role.person changed': ['owner'], 'Role.delegate changed': ['staff'], 'Retention.action tightened': ['analyst'], 'Retention.byRegion tightened': ['analyst'],
};

/** Who is worse off by a change that breaks nothing. */
export function harmedWithoutBreaking(field: FieldName, deed: string): readonly Audience[] {
  return withoutBreaking[`${field} ${deed}`] ?? [];
}
