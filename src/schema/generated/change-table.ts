// Written by `npm run generate` from src/schema/kinds. Do not edit.
import type { ChangeMeaning } from '../language.js';

const m0: ChangeMeaning = {"comparison":"higher-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m1: ChangeMeaning = {"comparison":"higher-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m2: ChangeMeaning = {"comparison":"keyed-list","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m3: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m4: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m5: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m6: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m7: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m8: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"compatible","changed":"breaking","regulated":false};
const m9: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m10: ChangeMeaning = {"comparison":"lower-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m11: ChangeMeaning = {"comparison":"lower-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m12: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m13: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m14: ChangeMeaning = {"comparison":"map","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m15: ChangeMeaning = {"comparison":"map","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m16: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m17: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m18: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m19: ChangeMeaning = {"comparison":"map","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m20: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m21: ChangeMeaning = {"comparison":"none","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m22: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m23: ChangeMeaning = {"comparison":"object","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m24: ChangeMeaning = {"comparison":"rank","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m25: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m26: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m27: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m28: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m29: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m30: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m31: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m32: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m33: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m34: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m35: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};

/** For each shape and field: how values are compared, and what adding, removing and changing one means. */
export const changeTable: { readonly [shape: string]: { readonly [field: string]: ChangeMeaning } } = {
  AccessGrant: { role: m25, classes: m5, elements: m5, purpose: m25, expires: m33 },
  AccessLog: { event: m25 },
  Activity: { id: m20, title: m28, purpose: m25, elements: m5, subjects: m5, recipients: m5, transfers: m7, measures: m6 },
  AllBranches: { all: m5 },
  AnonymisationParams: { k: m31 },
  AnonymisationProfile: { id: m20, use: m31, method: m13, params: m22 },
  Approval: { role: m25, person: m31, host: m31, repository: m31, set: m31, fingerprints: m5, at: m33 },
  ApprovalDemand: { any: m10, from: m4, all: m4 },
  Approvals: { source: m30, editorial: m22, compatible: m22, breaking: m22, regulated: m22, kinds: m7 },
  AttributeCondition: { name: m31, op: m31, value: m27 },
  Automation: { how: m31, rationale: m28, risk: m31 },
  Baseline: { value: m31, period: m35, n: m35, record: m25 },
  Benchmark: { source: m31, value: m31, date: m33 },
  Calendar: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, timezone: m29, extends: m25, weekly: m22, dayLength: m29, holidays: m7, horizon: m22, peaks: m7 },
  CalendarInDirectory: { description: m28, title: m28, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, timezone: m29, extends: m25, weekly: m22, dayLength: m29, holidays: m7, horizon: m22, peaks: m7 },
  Capacity: { unit: m31, amount: m31, perPeriod: m11, ahtMinutes: m31, occupancy: m31 },
  Cause: { code: m20, label: m28 },
  Clock: { start: m29, stop: m29, pause: m7, cancel: m3, reset: m3 },
  Cohort: { start: m22, lost: m22, new: m22, result: m31 },
  ComparisonNone: { none: m31, reason: m28 },
  ComparisonWith: { spec: m25 },
  ConditionOnElement: { element: m25, op: m31, value: m27 },
  ConditionOnEvent: { event: m25 },
  ContactCondition: { event: m25, eq: m31, gte: m31, lte: m31, within: m31, after: m25, same: m31 },
  Correlation: { caseKey: m31, identity: m22, mapping: m7 },
  Criterion: { variable: m25, op: m31, value: m27 },
  Dashboard: { title: m28, url: m28, kpis: m5 },
  DataCatalog: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, classes: m2, elements: m2, purposes: m2, activities: m2, entities: m2, grants: m7, profiles: m2 },
  DataClass: { id: m20, rank: m31 },
  DataElement: { id: m20, title: m28, class: m24, nature: m24, owner: m25, steward: m25, subjectCategory: m31, master: m25, validator: m25, retention: m22 },
  DataElementInDirectory: { title: m28, class: m24, nature: m24, owner: m25, steward: m25, subjectCategory: m31, master: m25, validator: m25, retention: m22 },
  DataEntity: { id: m20, master: m25, steward: m25, elements: m5 },
  DataPolicy: { retentionMax: m17, retentionMaxByRegion: m17, allowedRegions: m4, prohibitedAttributes: m4 },
  DecisionLog: { logEvent: m25, fields: m5 },
  Dependency: { system: m25, mode: m31, fallback: m22 },
  DiffFormula: { minuend: m22, subtrahend: m22 },
  Directory: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, teams: m19, personas: m19, systems: m19, calendars: m19, terms: m19, data: m18 },
  Disclosure: { id: m20, regime: m25, textFile: m31, sha256: m32, record: m25, before: m25, translations: m7, language: m31 },
  Edge: { to: m25, label: m28, when: m27, outcome: m31, share: m34, repeats: m12, hands: m5, sla: m25, reason: m28 },
  Effective: { from: m33, until: m33 },
  EmittedEvent: { event: m31, caseKey: m31, timestamp: m31, attributes: m7, purpose: m25, latency: m11, consentKey: m31, sampling: m22, quality: m7 },
  Escalation: { id: m20, trigger: m22, rungs: m7 },
  EscalationTrigger: { sla: m25, event: m25, kpi: m25 },
  EventAttribute: { name: m31, type: m31, element: m25 },
  EventDuration: { from: m25, to: m25, clock: m25 },
  EvidenceConflict: { claim: m28, observed: m28, resolution: m28, record: m25 },
  EvidenceDetail: { confidence: m35, sources: m9, conflicts: m9 },
  EvidencePolicy: { regulatedStep: m7, activeJourney: m22 },
  EvidenceSource: { system: m25, record: m25, kpi: m25, period: m35, n: m35 },
  ExcludedPhase: { lifecycle: m25, reason: m28 },
  Fallback: { step: m25, text: m27 },
  Feeling: { from: m35, to: m35, as: m35, score: m35, intensity: m35, persona: m25 },
  Formula: { count: m31, visits: m22, sum: m22, mean: m22, median: m22, percentile: m22, scoreShare: m22, ratio: m22, diff: m22, product: m7, cohort: m22, where: m22 },
  Forum: { id: m20, title: m28, cadence: m11 },
  Glossary: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, terms: m2, statuses: m7, causes: m7 },
  Handoff: { from: m25, to: m25, hands: m5, sla: m25, reason: m28, accept: m25, reject: m25 },
  Holiday: { date: m33, name: m28 },
  Horizon: { from: m33, until: m33 },
  Idea: { id: m20, text: m28, impact: m35, effort: m35, answers: m9, planned: m35, state: m35 },
  IdentityMatching: { keys: m5, precedence: m5, onConflict: m31 },
  Impact: { customersPerYear: m35, systems: m5, training: m28, harmed: m28 },
  Import: { name: m20, source: m31, version: m31, integrity: m32 },
  Incentive: { kpi: m25, weight: m31, counterMetric: m25 },
  Integration: { to: m25, contract: m31, version: m31, elements: m5, latency: m11 },
  Journey: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, level: m31, parent: m25, perspective: m31, comparesTo: m22, by: m33, detail: m31, extends: m25, overlay: m7, customerGoal: m28, personas: m5, scope: m22, ownership: m22, businessValue: m9, volume: m23, evidence: m28, correlation: m22, regulated: m5, slas: m5, kpis: m22, measures: m2, pains: m9, ideas: m9, quotes: m9, stages: m2, handoffs: m7, disclosures: m2, escalations: m2, rules: m2, training: m7, resilience: m22, trace: m23, dashboards: m9 },
  JourneyEvidencePolicy: { validationCoverage: m10, validationMaxAge: m0, minEvidence: m30 },
  JourneyKpis: { primary: m5, secondary: m5 },
  JourneyRule: { id: m20, type: m31, personas: m5, stages: m5, uses: m5, within: m11, purpose: m25, precedence: m31, regime: m25, when: m27, do: m27, floor: m11, variants: m2, fallback: m22, tests: m7, explain: m22, contactsPerWeek: m31, quietHours: m31, consentKey: m31 },
  KeyMapping: { system: m25, key: m31 },
  KindDemand: { change: m30, path: m30, add: m4 },
  Kpi: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, unit: m31, direction: m31, category: m31, outcome: m28, formula: m22, anchor: m25, maturity: m31, window: m11, dimensions: m5, source: m5, cadence: m11, minSample: m31, baseline: m22, target: m22, alerts: m7, counterpart: m25, benchmark: m22, breaks: m7 },
  KpiAlert: { severity: m31, below: m31, above: m31, for: m31, segment: m5 },
  KpiTarget: { value: m31, from: m31, to: m31, by: m33 },
  Limits: { maxSteps: m22, variantsPerRule: m0, variantsPerJourney: m0, overlayShare: m0, contactsPerWeek: m0 },
  Loss: { system: m25, team: m25 },
  Meanwhile: { title: m28, after: m11, every: m11, event: m25, times: m12, to: m25, stops: m29 },
  Measure: { id: m20, title: m28, of: m31, from: m25, to: m25, now: m35, target: m35, by: m33, team: m25, channel: m25, persona: m25 },
  Message: { subject: m28, text: m28, textFile: m31, language: m31 },
  ModelCard: { purpose: m28, inputs: m5, metric: m31, baseline: m28, oversight: m25, legalEffect: m31 },
  Objective: { metric: m31, target: m1, window: m11, escalation: m25 },
  ObservedTime: { touch: m35, elapsed: m35, per: m35 },
  OverlayOperation: { op: m31, path: m31, after: m20, before: m20, value: m31, reason: m28 },
  Ownership: { authority: m5, delegate: m25, stakeholders: m8 },
  Pain: { id: m20, text: m28, hits: m35, severity: m35, rank: m35, impact: m28, source: m28 },
  Pause: { from: m29, to: m29, max: m31 },
  Peak: { from: m33, until: m33, reason: m28 },
  Percentile: { attribute: m31, duration: m22, touch: m22, discount: m31, p: m31 },
  Person: { id: m20, handles: m4 },
  Persona: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, type: m31, tier: m22, order: m31, criteria: m7, match: m31, share: m31, background: m9, needs: m9, cues: m9, fallback: m29 },
  PersonaInDirectory: { description: m28, title: m28, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, type: m31, tier: m22, order: m31, criteria: m7, match: m31, share: m31, background: m9, needs: m9, cues: m9, fallback: m29 },
  Policy: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, profile: m30, ruleset: m30, roles: m16, approvals: m22, reclassify: m7, cycles: m14, evidence: m22, limits: m22, data: m22, channels: m17, lifecycle: m5, regimes: m2, locked: m4, requiredFunctions: m5, forums: m2, allocation: m16, severity: m15, waivers: m22 },
  PrecededBy: { dimension: m31, event: m25, within: m31 },
  Predicate: { all: m7, any: m7, not: m22, event: m25, attribute: m22, contacts: m22, repeat: m22, outcome: m31, pathIncludes: m25, precededBy: m22, promise: m22, replays: m25 },
  PromiseCondition: { sla: m25, is: m31 },
  PromiseInPlace: { within: m11, percent: m1, each: m29, window: m11, calendar: m25 },
  Purpose: { id: m20, title: m28, basis: m13, art9: m32, consentKey: m31, assessment: m25 },
  QualityCheck: { rule: m31, threshold: m1, onFail: m31, owner: m25 },
  Quantity: { attribute: m31, duration: m22, touch: m22, discount: m31 },
  Quote: { id: m20, text: m28, kind: m35, by: m28, record: m25 },
  Raci: { responsible: m5, accountable: m7, consulted: m5, informed: m5 },
  RatioFormula: { numerator: m22, denominator: m22 },
  Reclassification: { change: m30, as: m30 },
  Record: { apiVersion: m20, kind: m20, id: m20, title: m28, description: m28, labels: m19, links: m9, type: m31, date: m33, by: m5, subject: m5, levels: m5, regulated: m31, impact: m22, approvals: m7, effective: m22, method: m28, steps: m5, exceptions: m9, participants: m5, options: m9, reason: m28, dissent: m28, rule: m30, role: m25, parties: m5, elements: m5, purpose: m25, expires: m33, assesses: m31, scenario: m25, result: m28, severity: m31, validUntil: m33, start: m33, end: m33, cases: m35, actions: m9, conformance: m31, findings: m9, values: m16, outcome: m28, supersedes: m25 },
  RecordDemand: { record: m30, within: m0 },
  Recovery: { rto: m11, rpo: m11 },
  Refresh: { every: m11, peakEvery: m11, atOnce: m35, asks: m25 },
  Regime: { id: m20, title: m28, region: m31 },
  RegimeOnStep: { regime: m25, article: m31, asks: m32, sla: m25 },
  RegulatedDemand: { any: m10, from: m4, all: m4, separation: m30, record: m30, notice: m10 },
  RepeatCondition: { event: m25, atLeast: m12, within: m31, after: m25 },
  RequiredEvidence: { evidence: m32, of: m32 },
  Resilience: { rto: m11, recovery: m31, scenarios: m2, rollback: m22 },
  Retention: { period: m13, from: m31, action: m31, byRegion: m17 },
  ReviewPlan: { cycle: m11, next: m33, forum: m25 },
  Role: { id: m20, title: m28, person: m26, contact: m28, delegate: m25 },
  Rollback: { toVersion: m21, trigger: m22, owner: m25 },
  RollbackTrigger: { kpi: m25, below: m31, above: m31, window: m31 },
  RuleFallback: { when: m27, do: m27, system: m25 },
  RuleTest: { profile: m20, expect: m20 },
  RuleVariant: { id: m20, title: m28, default: m31 },
  Rung: { after: m11, to: m25, action: m28, decisionRight: m31 },
  Sampling: { rate: m31, reason: m28 },
  Scenario: { id: m20, loses: m22, fallback: m22, exercised: m25 },
  Scope: { segments: m5, selection: m23, includes: m5, excludes: m7, regions: m5, businessUnits: m5, startsWith: m25, endsWith: m7 },
  ScopeEnd: { event: m25, step: m25, outcome: m31 },
  ScoreShare: { of: m31, values: m5 },
  Security: { measures: m6 },
  Selection: { lifetimeValue: m35, complexity: m35, frequency: m35, rationale: m28 },
  SeriesBreak: { date: m33, reason: m28 },
  Sla: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, type: m31, metric: m31, provider: m25, consumer: m25, clock: m22, calendar: m25, targets: m7, window: m11, eachJourney: m31, assume: m29, floor: m11, warnAt: m1, escalation: m25, penalties: m32, agreement: m25, expires: m33, underpins: m5 },
  SlaTarget: { tier: m25, persona: m25, region: m31, within: m11, percent: m1, each: m29 },
  SomeBranches: { some: m5 },
  Stage: { id: m20, title: m28, aliases: m5, lifecycle: m25, owner: m26, raci: m22, critical: m31, at: m35, time: m35, sla: m25, promise: m22, kpis: m5, feels: m23, pains: m9, ideas: m9, quotes: m9, replaces: m5, steps: m2 },
  StatusWord: { code: m20, preferred: m31, order: m31, perSystem: m16 },
  Step: { id: m20, title: m28, aliases: m5, description: m28, lane: m31, type: m31, actor: m25, with: m25, channel: m25, systems: m5, dependsOn: m7, journey: m25, passes: m5, returns: m5, entry: m27, waitsFor: m5, alongside: m25, when: m27, automation: m31, sla: m25, promise: m22, regulated: m5, data: m22, requires: m7, produces: m5, disclosures: m5, decides: m32, showsStatus: m5, message: m22, refresh: m22, events: m22, time: m35, outcome: m28, effort: m35, moment: m35, feels: m23, pains: m9, ideas: m9, quotes: m9, evidence: m28, exceptions: m9, replaces: m5, meanwhile: m7, onFail: m25, next: m25, end: m31, endsAs: m28, trace: m23, labels: m19 },
  StepData: { collects: m5, reuses: m5, writes: m5 },
  StepEvents: { start: m25, complete: m25, fail: m25, abandon: m25 },
  StepFallback: { step: m25, text: m27 },
  StepLimits: { overview: m0, standard: m0, blueprint: m0 },
  StepVisits: { step: m25, counted: m31 },
  System: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, type: m31, criticality: m31, legacy: m31, businessUnit: m31, customerFacing: m31, channels: m5, thirdParty: m22, emits: m7, accepts: m5, integrations: m7, objectives: m7, recovery: m22, limits: m22, accessLog: m22, security: m22, modelCard: m22 },
  SystemInDirectory: { description: m28, title: m28, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, type: m31, criticality: m31, legacy: m31, businessUnit: m31, customerFacing: m31, channels: m5, thirdParty: m22, emits: m7, accepts: m5, integrations: m7, objectives: m7, recovery: m22, limits: m22, accessLog: m22, security: m22, modelCard: m22 },
  SystemLimits: { perSecond: m10 },
  Team: { apiVersion: m20, kind: m20, id: m20, description: m28, title: m28, version: m21, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, function: m31, people: m2, roles: m2, parent: m25, escalatesTo: m25, capacity: m22, incentives: m7, codeHandles: m4 },
  TeamInDirectory: { description: m28, title: m28, status: m31, effective: m22, owner: m26, technicalOwner: m25, access: m24, review: m22, supersedes: m25, supersededBy: m25, aliases: m5, labels: m19, links: m9, function: m31, people: m2, roles: m2, parent: m25, escalatesTo: m25, capacity: m22, incentives: m7, codeHandles: m4 },
  Term: { id: m20, preferred: m31, definition: m28, forbidden: m5, perChannel: m16, perLanguage: m16 },
  TermInDirectory: { preferred: m31, definition: m28, forbidden: m5, perChannel: m16, perLanguage: m16 },
  ThirdParty: { vendor: m31, country: m5, transfers: m7, agreement: m25 },
  Tier: { name: m31, rank: m31 },
  TouchTime: { steps: m25, clock: m25 },
  Trace: { repository: m28, files: m5 },
  Training: { audience: m25, material: m28, version: m28, covers: m5, for: m21, due: m33 },
  Transfer: { to: m31, safeguard: m32 },
  Translation: { language: m31, textFile: m31, sha256: m32 },
  Volume: { cases: m35, per: m11, each: m28, source: m25 },
  WaiverPolicy: { maxAge: m0, forbidden: m4 },
  WebLink: { title: m28, url: m28 },
  Week: { mon: m3, tue: m3, wed: m3, thu: m3, fri: m3, sat: m3, sun: m3 },
  Workspace: { apiVersion: m20, kind: m20, id: m20, description: m28, labels: m19, links: m9, title: m28, namespace: m20, organisation: m31, branch: m30, members: m5, ignore: m5, timezone: m29, defaultCalendar: m25, currency: m31, languages: m5, regions: m5, imports: m7, vision: m28, policy: m25, targets: m5 },
};
