// Written by `npm run generate` from src/schema/kinds. Do not edit.
import type { ChangeMeaning } from '../language.js';
import type { Comparison } from '../meanings.js';

const m0: ChangeMeaning = {"comparison":"higher-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m1: ChangeMeaning = {"comparison":"higher-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m2: ChangeMeaning = {"comparison":"higher-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m3: ChangeMeaning = {"comparison":"higher-is-stricter","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m4: ChangeMeaning = {"comparison":"keyed-list","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m5: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m6: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m7: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m8: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m9: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m10: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m11: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"compatible","changed":"breaking","regulated":false};
const m12: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m13: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m14: ChangeMeaning = {"comparison":"lower-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m15: ChangeMeaning = {"comparison":"lower-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m16: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m17: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m18: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m19: ChangeMeaning = {"comparison":"lower-is-stricter","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m20: ChangeMeaning = {"comparison":"map","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m21: ChangeMeaning = {"comparison":"map","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m22: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m23: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m24: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m25: ChangeMeaning = {"comparison":"map","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m26: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m27: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m28: ChangeMeaning = {"comparison":"none","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m29: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m30: ChangeMeaning = {"comparison":"object","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m31: ChangeMeaning = {"comparison":"rank","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m32: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m33: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m34: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"editorial","regulated":false};
const m35: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m36: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m37: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m38: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m39: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m40: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"compatible","changed":"editorial","regulated":false};
const m41: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m42: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m43: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m44: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m45: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m46: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m47: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m48: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m49: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"editorial","regulated":false};
const m50: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};

/** For each shape and field: how values are compared, and what adding, removing and changing one means. */
export const changeTable: { readonly [shape: string]: { readonly [field: string]: ChangeMeaning } } = {
  AccessGrant: { role: m32, classes: m8, elements: m8, purpose: m32, expires: m18 },
  AccessLog: { event: m32 },
  Activity: { id: m26, title: m41, purpose: m32, elements: m8, subjects: m8, recipients: m8, transfers: m10, measures: m9 },
  AllBranches: { all: m8 },
  AnonymisationParams: { k: m2 },
  AnonymisationProfile: { id: m26, use: m44, method: m17, params: m29 },
  Approval: { role: m32, person: m44, host: m44, repository: m44, set: m44, fingerprints: m8, at: m46 },
  ApprovalDemand: { any: m14, from: m6, all: m6 },
  Approvals: { source: m43, editorial: m29, compatible: m29, breaking: m29, regulated: m29, kinds: m10 },
  AttributeCondition: { name: m44, op: m44, value: m36 },
  Automation: { how: m44, rationale: m41, risk: m44 },
  Baseline: { value: m44, period: m50, n: m50, record: m32 },
  Benchmark: { source: m44, value: m44, date: m46 },
  Calendar: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, timezone: m42, extends: m32, weekly: m29, dayLength: m42, holidays: m10, horizon: m29, peaks: m10 },
  CalendarInDirectory: { description: m41, title: m41, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, timezone: m42, extends: m32, weekly: m29, dayLength: m42, holidays: m10, horizon: m29, peaks: m10 },
  Capacity: { unit: m44, amount: m44, perPeriod: m15, ahtMinutes: m44, occupancy: m44 },
  Cause: { code: m26, label: m41 },
  Clock: { start: m42, stop: m42, pause: m10, cancel: m5, reset: m5 },
  Cohort: { start: m29, lost: m29, new: m29, result: m44 },
  ComparisonNone: { none: m44, reason: m41 },
  ComparisonWith: { spec: m32 },
  ConditionOnElement: { element: m32, op: m44, value: m36 },
  ConditionOnEvent: { event: m32 },
  ContactCondition: { event: m32, eq: m44, gte: m44, lte: m44, within: m44, after: m32, same: m44 },
  Correlation: { caseKey: m44, identity: m29, mapping: m10 },
  Criterion: { variable: m32, op: m44, value: m35 },
  Dashboard: { title: m41, url: m41, kpis: m8 },
  DataCatalog: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, classes: m4, elements: m4, purposes: m4, activities: m4, entities: m4, grants: m10, profiles: m4 },
  DataClass: { id: m26, rank: m44 },
  DataElement: { id: m26, title: m41, class: m31, nature: m31, owner: m32, steward: m32, subjectCategory: m44, master: m32, validator: m32, retention: m29 },
  DataElementInDirectory: { title: m41, class: m31, nature: m31, owner: m32, steward: m32, subjectCategory: m44, master: m32, validator: m32, retention: m29 },
  DataEntity: { id: m26, master: m32, steward: m32, elements: m8 },
  DataPolicy: { retentionMax: m23, retentionMaxByRegion: m23, allowedRegions: m6, prohibitedAttributes: m6 },
  DecisionLog: { logEvent: m32, fields: m8 },
  Dependency: { system: m32, mode: m44, fallback: m29 },
  DiffFormula: { minuend: m29, subtrahend: m29 },
  Directory: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, teams: m25, personas: m25, systems: m25, calendars: m25, terms: m25, data: m24 },
  Disclosure: { id: m26, regime: m32, textFile: m44, sha256: m45, record: m33, before: m32, translations: m10, language: m44 },
  Edge: { to: m32, label: m41, when: m36, outcome: m44, share: m47, repeats: m16, hands: m8, sla: m32, reason: m41 },
  Effective: { from: m3, until: m3 },
  EmittedEvent: { event: m44, caseKey: m44, timestamp: m44, attributes: m10, purpose: m32, latency: m15, consentKey: m44, sampling: m29, quality: m10 },
  Escalation: { id: m26, trigger: m29, rungs: m10 },
  EscalationTrigger: { sla: m32, event: m32, kpi: m32 },
  EventAttribute: { name: m44, type: m44, unit: m44, element: m32 },
  EventDuration: { from: m32, to: m32, clock: m32 },
  EvidenceConflict: { claim: m41, observed: m41, resolution: m41, record: m32 },
  EvidenceDetail: { confidence: m49, sources: m13, conflicts: m13 },
  EvidencePolicy: { regulatedStep: m10, activeJourney: m29 },
  EvidenceSource: { system: m32, record: m32, kpi: m32, period: m50, n: m50 },
  ExcludedPhase: { lifecycle: m32, reason: m41 },
  Fallback: { step: m32, text: m36 },
  Feeling: { from: m50, to: m50, as: m50, score: m50, intensity: m50, persona: m32 },
  Formula: { count: m44, visits: m29, sum: m29, mean: m29, median: m29, percentile: m29, scoreShare: m29, ratio: m29, diff: m29, product: m10, cohort: m29, where: m29 },
  Forum: { id: m26, title: m41, cadence: m15 },
  Glossary: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, terms: m4, statuses: m10, causes: m10 },
  Handoff: { from: m32, to: m32, hands: m8, sla: m32, reason: m41, accept: m32, reject: m32 },
  Holiday: { date: m46, name: m41 },
  Horizon: { from: m18, until: m3 },
  Idea: { id: m26, text: m41, impact: m50, effort: m50, answers: m13, planned: m50, state: m50 },
  IdentityMatching: { keys: m8, precedence: m8, onConflict: m44 },
  Impact: { customersPerYear: m50, systems: m8, training: m41, harmed: m41 },
  Import: { name: m26, source: m44, version: m44, integrity: m45 },
  Incentive: { kpi: m32, weight: m44, counterMetric: m32 },
  Integration: { to: m32, contract: m44, version: m44, elements: m8, latency: m15 },
  Journey: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, level: m44, parent: m32, perspective: m44, comparesTo: m29, by: m46, detail: m44, extends: m32, overlay: m10, customerGoal: m41, personas: m8, scope: m29, ownership: m29, businessValue: m13, volume: m30, evidence: m41, correlation: m29, regulated: m8, slas: m8, kpis: m29, measures: m4, pains: m13, ideas: m13, quotes: m13, stages: m4, handoffs: m10, disclosures: m4, escalations: m4, rules: m4, training: m10, resilience: m29, trace: m30, dashboards: m13 },
  JourneyEvidencePolicy: { validationCoverage: m14, validationMaxAge: m0, minEvidence: m43 },
  JourneyKpis: { primary: m8, secondary: m8 },
  JourneyRule: { id: m26, type: m44, personas: m8, stages: m8, uses: m8, within: m15, purpose: m32, precedence: m44, regime: m32, when: m36, do: m36, floor: m15, variants: m4, fallback: m29, tests: m10, explain: m29, contactsPerWeek: m16, quietHours: m44, consentKey: m44 },
  KeyMapping: { system: m32, key: m44 },
  KindDemand: { change: m43, path: m43, add: m6 },
  Kpi: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, unit: m44, direction: m44, category: m44, outcome: m41, formula: m29, anchor: m32, maturity: m44, window: m15, dimensions: m8, source: m8, cadence: m15, minSample: m44, baseline: m29, target: m29, alerts: m10, counterpart: m32, benchmark: m29, breaks: m10 },
  KpiAlert: { severity: m44, below: m2, above: m16, for: m44, segment: m8 },
  KpiTarget: { value: m44, from: m2, to: m16, by: m18 },
  Limits: { maxSteps: m29, variantsPerRule: m0, variantsPerJourney: m0, overlayShare: m0, contactsPerWeek: m0 },
  Loss: { system: m32, team: m32 },
  Meanwhile: { title: m41, after: m15, every: m15, event: m32, times: m16, to: m32, stops: m42 },
  Measure: { id: m26, title: m41, of: m44, from: m32, to: m32, now: m50, target: m44, by: m18, team: m32, channel: m32, persona: m32 },
  Message: { subject: m38, text: m37, textFile: m46, language: m44 },
  ModelCard: { purpose: m37, inputs: m8, metric: m44, baseline: m41, oversight: m32, legalEffect: m44 },
  Objective: { metric: m44, target: m1, window: m15, escalation: m32 },
  ObservedTime: { touch: m50, elapsed: m50, per: m50 },
  OverlayOperation: { op: m44, path: m44, after: m26, before: m26, value: m44, reason: m41 },
  Ownership: { authority: m8, delegate: m32, stakeholders: m11 },
  Pain: { id: m26, text: m41, hits: m50, severity: m50, rank: m50, impact: m41, source: m41 },
  Pause: { from: m42, to: m42, max: m44 },
  Peak: { from: m46, until: m46, reason: m41 },
  Percentile: { attribute: m44, duration: m29, touch: m29, discount: m44, p: m44 },
  Person: { id: m26, handles: m6 },
  Persona: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, type: m44, tier: m29, order: m44, criteria: m10, match: m44, share: m44, background: m13, needs: m12, cues: m12, fallback: m42 },
  PersonaInDirectory: { description: m41, title: m41, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, type: m44, tier: m29, order: m44, criteria: m10, match: m44, share: m44, background: m13, needs: m12, cues: m12, fallback: m42 },
  Policy: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, profile: m43, ruleset: m43, roles: m22, approvals: m29, reclassify: m7, cycles: m20, evidence: m29, limits: m29, data: m29, channels: m23, lifecycle: m8, regimes: m4, locked: m6, requiredFunctions: m8, forums: m4, allocation: m22, severity: m21, waivers: m29 },
  PrecededBy: { dimension: m44, event: m32, within: m44 },
  Predicate: { all: m10, any: m10, not: m29, event: m32, attribute: m29, contacts: m29, repeat: m29, outcome: m44, pathIncludes: m32, precededBy: m29, promise: m29, replays: m32 },
  PromiseCondition: { sla: m32, is: m44 },
  PromiseInPlace: { within: m15, percent: m1, each: m42, window: m15, calendar: m32 },
  Purpose: { id: m26, title: m41, basis: m17, art9: m45, consentKey: m44, assessment: m32 },
  QualityCheck: { rule: m44, threshold: m1, onFail: m44, owner: m32 },
  Quantity: { attribute: m44, duration: m29, touch: m29, discount: m44 },
  Quote: { id: m26, text: m41, kind: m50, by: m41, record: m32 },
  Raci: { responsible: m8, accountable: m10, consulted: m8, informed: m8 },
  RatioFormula: { numerator: m29, denominator: m29 },
  Reclassification: { change: m43, as: m43 },
  Record: { apiVersion: m26, kind: m26, id: m26, title: m41, description: m41, labels: m25, links: m13, type: m44, date: m46, by: m8, subject: m8, levels: m8, regulated: m44, impact: m29, approvals: m10, effective: m29, method: m41, steps: m8, exceptions: m13, participants: m8, options: m13, reason: m41, dissent: m41, rule: m43, role: m32, parties: m8, elements: m8, purpose: m32, expires: m46, assesses: m44, scenario: m32, result: m41, severity: m44, validUntil: m46, start: m46, end: m46, cases: m50, actions: m13, conformance: m44, findings: m13, values: m22, outcome: m41, supersedes: m32 },
  RecordDemand: { record: m43, within: m0 },
  Recovery: { rto: m15, rpo: m15 },
  Refresh: { every: m15, peakEvery: m15, atOnce: m50, asks: m32 },
  Regime: { id: m26, title: m41, region: m44 },
  RegimeOnStep: { regime: m32, article: m44, asks: m45, sla: m32 },
  RegulatedDemand: { any: m14, from: m6, all: m6, separation: m43, record: m43, notice: m14 },
  RepeatCondition: { event: m32, atLeast: m16, within: m44, after: m32 },
  RequiredEvidence: { evidence: m45, of: m45 },
  Resilience: { rto: m15, recovery: m44, scenarios: m4, rollback: m29 },
  Retention: { period: m17, from: m44, action: m44, byRegion: m23 },
  ReviewPlan: { cycle: m15, next: m46, forum: m32 },
  Role: { id: m26, title: m41, person: m33, contact: m41, delegate: m32 },
  Rollback: { toVersion: m27, trigger: m29, owner: m32 },
  RollbackTrigger: { kpi: m32, below: m44, above: m44, window: m44 },
  RuleFallback: { when: m36, do: m36, system: m32 },
  RuleTest: { profile: m26, expect: m26 },
  RuleVariant: { id: m26, title: m39, default: m44 },
  Rung: { after: m15, to: m32, action: m37, decisionRight: m44 },
  Sampling: { rate: m44, reason: m41 },
  Scenario: { id: m26, loses: m29, fallback: m29, exercised: m34 },
  Scope: { segments: m8, selection: m30, includes: m8, excludes: m10, regions: m8, businessUnits: m8, startsWith: m32, endsWith: m10 },
  ScopeEnd: { event: m32, step: m32, outcome: m44 },
  ScoreShare: { of: m44, values: m8 },
  Security: { measures: m9 },
  Selection: { lifetimeValue: m50, complexity: m50, frequency: m50, rationale: m41 },
  SeriesBreak: { date: m46, reason: m41 },
  Sla: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, type: m44, metric: m44, provider: m32, consumer: m32, clock: m29, calendar: m32, targets: m10, window: m15, eachJourney: m44, assume: m42, floor: m15, warnAt: m16, escalation: m32, penalties: m45, agreement: m33, expires: m3, underpins: m8 },
  SlaTarget: { tier: m32, persona: m32, region: m44, within: m15, percent: m1, each: m42 },
  SomeBranches: { some: m8 },
  Stage: { id: m26, title: m41, aliases: m8, lifecycle: m32, owner: m33, raci: m29, critical: m44, at: m48, time: m50, sla: m32, promise: m29, kpis: m8, feels: m30, pains: m13, ideas: m13, quotes: m13, replaces: m8, steps: m4 },
  StatusWord: { code: m26, preferred: m44, order: m44, perSystem: m22 },
  Step: { id: m26, title: m41, aliases: m8, description: m41, lane: m44, type: m44, actor: m32, with: m32, channel: m32, systems: m8, dependsOn: m10, journey: m32, passes: m8, returns: m8, entry: m36, waitsFor: m8, alongside: m32, when: m36, automation: m44, sla: m32, promise: m29, regulated: m8, data: m29, requires: m10, produces: m8, disclosures: m8, decides: m45, showsStatus: m8, message: m29, refresh: m29, events: m29, time: m50, outcome: m41, effort: m50, moment: m50, feels: m30, pains: m13, ideas: m13, quotes: m13, evidence: m41, exceptions: m12, replaces: m8, meanwhile: m10, onFail: m32, next: m32, end: m44, endsAs: m41, trace: m30, labels: m25 },
  StepData: { collects: m8, reuses: m8, writes: m8 },
  StepEvents: { start: m32, complete: m32, fail: m32, abandon: m32 },
  StepFallback: { step: m32, text: m36 },
  StepLimits: { overview: m0, standard: m0, blueprint: m0 },
  StepVisits: { step: m32, counted: m44 },
  System: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, type: m44, criticality: m44, legacy: m44, businessUnit: m44, customerFacing: m44, channels: m8, thirdParty: m29, emits: m10, accepts: m8, integrations: m10, objectives: m10, recovery: m29, limits: m29, accessLog: m29, security: m29, modelCard: m29 },
  SystemInDirectory: { description: m41, title: m41, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, type: m44, criticality: m44, legacy: m44, businessUnit: m44, customerFacing: m44, channels: m8, thirdParty: m29, emits: m10, accepts: m8, integrations: m10, objectives: m10, recovery: m29, limits: m29, accessLog: m29, security: m29, modelCard: m29 },
  SystemLimits: { perSecond: m14 },
  Team: { apiVersion: m26, kind: m26, id: m26, description: m41, title: m41, version: m28, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, function: m44, people: m4, roles: m4, parent: m32, escalatesTo: m32, capacity: m29, incentives: m10, codeHandles: m6 },
  TeamInDirectory: { description: m41, title: m41, status: m44, effective: m29, owner: m33, technicalOwner: m32, access: m31, review: m29, supersedes: m32, supersededBy: m32, aliases: m8, labels: m25, links: m13, function: m44, people: m4, roles: m4, parent: m32, escalatesTo: m32, capacity: m29, incentives: m10, codeHandles: m6 },
  Term: { id: m26, preferred: m44, definition: m39, forbidden: m8, perChannel: m22, perLanguage: m22 },
  TermInDirectory: { preferred: m44, definition: m39, forbidden: m8, perChannel: m22, perLanguage: m22 },
  ThirdParty: { vendor: m44, country: m8, transfers: m10, agreement: m32 },
  Tier: { name: m44, rank: m44 },
  TouchTime: { steps: m32, clock: m32 },
  Trace: { repository: m41, files: m8 },
  Training: { audience: m32, material: m40, version: m41, covers: m8, for: m28, due: m46 },
  Transfer: { to: m44, safeguard: m45 },
  Translation: { language: m44, textFile: m44, sha256: m45 },
  Volume: { cases: m50, per: m19, each: m41, source: m32 },
  WaiverPolicy: { maxAge: m0, forbidden: m6 },
  WebLink: { title: m41, url: m41 },
  Week: { mon: m5, tue: m5, wed: m5, thu: m5, fri: m5, sat: m5, sun: m5 },
  Workspace: { apiVersion: m26, kind: m26, id: m26, description: m41, labels: m25, links: m13, title: m41, namespace: m26, organisation: m44, branch: m43, members: m8, ignore: m8, timezone: m42, defaultCalendar: m32, currency: m44, languages: m8, regions: m8, imports: m10, vision: m41, policy: m32, targets: m8 },
};

/** How single values are compared that stand in lists and maps or beside others in a choice. */
export const scalarComparisons: { readonly [name: string]: Comparison } = {
  ActorRef: 'reference',
  AllowedRegion: 'value',
  Amount: 'value',
  AnyValue: 'value',
  ApiVersion: 'none',
  Approver: 'value',
  Bound: 'lower-is-stricter',
  BranchName: 'value',
  ChangeKindName: 'value',
  ChannelClass: 'higher-is-looser',
  ClockPoint: 'value',
  CodeHandle: 'value',
  ConditionText: 'text',
  ConditionValue: 'text',
  ConsumerRef: 'reference',
  Count: 'value',
  Currency: 'value',
  Cycle: 'lower-is-stricter',
  DataClassRef: 'rank',
  Day: 'value',
  DayOrInstant: 'value',
  Duration: 'value',
  DurationOrPercent: 'lower-is-stricter',
  EffortScore: 'value',
  FeelingIntensity: 'value',
  FeelingScore: 'value',
  FeelingWord: 'value',
  FilePath: 'value',
  Flag: 'value',
  Glob: 'value',
  Id: 'none',
  KpiUnit: 'value',
  LabelText: 'text',
  Language: 'value',
  LanguageOfText: 'value',
  Limit: 'higher-is-looser',
  Link: 'text',
  LinkOrPath: 'text',
  LockedPart: 'value',
  Login: 'value',
  MaterialVersion: 'text',
  MaxAge: 'higher-is-looser',
  Minimum: 'lower-is-looser',
  Name: 'value',
  Namespace: 'none',
  NoticePeriod: 'lower-is-looser',
  Obligation: 'value',
  Observed: 'value',
  ObservedCount: 'value',
  ObservedDuration: 'value',
  OneToFour: 'value',
  OverlayPath: 'value',
  PainRank: 'value',
  ParticipantRef: 'value',
  Percent: 'higher-is-stricter',
  Period: 'value',
  PinnedRef: 'reference',
  PlanWord: 'value',
  PolicyCount: 'lower-is-looser',
  PolicyGlob: 'value',
  PreferredWord: 'value',
  ProhibitedAttribute: 'value',
  PromisedDuration: 'lower-is-stricter',
  ProofKind: 'value',
  Prose: 'text',
  QuietHours: 'value',
  Rank: 'value',
  RecordFlag: 'value',
  Ref: 'reference',
  Region: 'value',
  RegradedSeverity: 'value',
  RetentionPeriod: 'lower-is-stricter',
  RoleRef: 'reference',
  RuleName: 'value',
  RulesetNumber: 'value',
  Scalar: 'text',
  SelectionScore: 'value',
  Sha256: 'value',
  Share: 'value',
  SubjectRef: 'reference',
  TeamOrRole: 'reference',
  TimeWindow: 'value',
  TimeZone: 'value',
  Title: 'text',
  Unknown: 'lower-is-stricter',
  Version: 'none',
  VersionRange: 'value',
  Word: 'value',
};
