/** Fields by their shape; those of a document's header stand under `Spec`. */
export type Fields = { readonly [shape: string]: string };

/** What nobody relies on: whether it is there or not disturbs nobody. */
export const editorial: Fields = {
  Activity: 'title', Automation: 'rationale', Baseline: 'n period', Cause: 'label', ComparisonNone: 'reason', Dashboard: 'title url', DataElement: 'title',
  Edge: 'label reason', EvidenceConflict: 'claim observed resolution', EvidenceDetail: 'conflicts sources', EvidenceSource: 'n period',
  ExcludedPhase: 'reason', Feeling: 'as from intensity score to', Forum: 'title', Handoff: 'reason', Holiday: 'name',
  Idea: 'answers effort impact planned state text', Impact: 'customersPerYear harmed training',
  Journey: 'businessValue customerGoal dashboards evidence ideas quotes trace volume', Kpi: 'outcome', Meanwhile: 'title', Measure: 'now title',
  ModelCard: 'baseline', ObservedTime: 'elapsed per touch', OverlayOperation: 'reason',
  Pain: 'hits impact rank severity source text', Peak: 'reason', Persona: 'background', Purpose: 'title', Quote: 'by kind text',
  Record: 'actions cases dissent exceptions findings method options outcome reason result', Refresh: 'atOnce', Regime: 'title', Role: 'contact title',
  Sampling: 'reason', Scope: 'selection', Selection: 'complexity frequency lifetimeValue rationale',
  SeriesBreak: 'reason', Spec: 'description labels links title version', Stage: 'feels ideas quotes time title',
  Step: 'description effort endsAs evidence feels ideas labels moment outcome quotes time title trace', Trace: 'repository',
  Training: 'for version', Volume: 'cases each per', WebLink: 'title url', Workspace: 'vision',
};

/** What may go without harming anybody, though somebody should know. */
export const harmlessWithout: Fields = {
  Edge: 'share', EvidenceDetail: 'confidence', Journey: 'pains training', Message: 'subject', Ownership: 'stakeholders', Persona: 'cues needs', RuleVariant: 'title',
  Stage: 'at pains', Step: 'exceptions pains', Term: 'definition', Training: 'material',
};

/** What somebody has to keep to, or is routed by, as soon as it is there: to add it breaks as well. */
export const bindingWhenAdded: Fields = {
  AccessGrant: 'classes elements', Activity: 'recipients transfers', ApprovalDemand: 'all from', Approvals: 'source', AttributeCondition: 'value',
  Calendar: 'dayLength holidays timezone', Capacity: 'perPeriod', Clock: 'cancel pause reset start stop', ConditionOnElement: 'value', Criterion: 'value',
  DataCatalog: 'grants', DataPolicy: 'allowedRegions prohibitedAttributes', Edge: 'when', EmittedEvent: 'latency', Fallback: 'text', Forum: 'cadence',
  Integration: 'latency', JourneyEvidencePolicy: 'minEvidence', JourneyRule: 'do floor when within', KindDemand: 'add change path', Kpi: 'cadence window',
  Meanwhile: 'after every stops', Objective: 'target window', Pause: 'from to', Person: 'handles', Persona: 'fallback',
  Policy: 'cycles locked profile reclassify ruleset severity', PromiseInPlace: 'each percent window within', QualityCheck: 'threshold',
  Reclassification: 'as change', Record: 'rule', RecordDemand: 'record', Recovery: 'rpo rto', Refresh: 'every peakEvery',
  RegulatedDemand: 'all from record separation', Resilience: 'rto', ReviewPlan: 'cycle', RuleFallback: 'do when', Rung: 'after',
  Sla: 'assume expires floor targets window', SlaTarget: 'each percent within', Step: 'entry when', StepFallback: 'text', System: 'thirdParty', Team: 'codeHandles',
  ThirdParty: 'transfers', WaiverPolicy: 'forbidden', Week: 'fri mon sat sun thu tue wed', Workspace: 'branch timezone',
};

/** What a regime, the protection of data or the Policy asks for: without it somebody besides the owner has to agree. */
export const regulatedWithout: Fields = {
  AccessGrant: 'expires', Activity: 'measures', AnonymisationProfile: 'method', ApprovalDemand: 'all any from', Approvals: 'breaking compatible editorial kinds regulated source',
  DataElement: 'class nature', DataPolicy: 'allowedRegions prohibitedAttributes retentionMax retentionMaxByRegion', DecisionLog: 'logEvent', Disclosure: 'sha256',
  EvidencePolicy: 'activeJourney regulatedStep', Forum: 'cadence id', Import: 'integrity', Journey: 'disclosures regulated',
  JourneyEvidencePolicy: 'minEvidence validationCoverage validationMaxAge', KindDemand: 'add change path',
  Limits: 'contactsPerWeek maxSteps overlayShare variantsPerJourney variantsPerRule', Person: 'handles',
  Policy: 'allocation approvals channels cycles data evidence forums lifecycle limits locked profile reclassify regimes requiredFunctions roles ruleset severity waivers',
  Purpose: 'art9 basis consentKey', Reclassification: 'as change', Record: 'rule', RecordDemand: 'record within', Regime: 'id region', RegimeOnStep: 'asks',
  RegulatedDemand: 'all any from notice record separation', RequiredEvidence: 'evidence of', Retention: 'byRegion period', Security: 'measures', Sla: 'penalties',
  Spec: 'access', Step: 'decides disclosures regulated requires', StepLimits: 'blueprint overview standard', SystemLimits: 'perSecond', Team: 'codeHandles',
  Transfer: 'safeguard', Translation: 'sha256', WaiverPolicy: 'forbidden maxAge', Workspace: 'branch',
};
