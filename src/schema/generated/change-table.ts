// Written by `npm run generate` from src/schema/kinds. Do not edit.
import type { ChangeMeaning } from '../language.js';
import type { Comparison } from '../meanings.js';

const m0: ChangeMeaning = {"comparison":"higher-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m1: ChangeMeaning = {"comparison":"higher-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m2: ChangeMeaning = {"comparison":"higher-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m3: ChangeMeaning = {"comparison":"higher-is-stricter","added":"breaking","removed":"compatible","changed":"compatible","regulated":false};
const m4: ChangeMeaning = {"comparison":"higher-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m5: ChangeMeaning = {"comparison":"higher-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m6: ChangeMeaning = {"comparison":"higher-is-stricter","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m7: ChangeMeaning = {"comparison":"keyed-list","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m8: ChangeMeaning = {"comparison":"keyed-list","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m9: ChangeMeaning = {"comparison":"keyed-list","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m10: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m11: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m12: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m13: ChangeMeaning = {"comparison":"list","added":"breaking","removed":"compatible","changed":"compatible","regulated":false};
const m14: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m15: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m16: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m17: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m18: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"compatible","changed":"breaking","regulated":false};
const m19: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m20: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"editorial","changed":"breaking","regulated":false};
const m21: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m22: ChangeMeaning = {"comparison":"lower-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m23: ChangeMeaning = {"comparison":"lower-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m24: ChangeMeaning = {"comparison":"lower-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m25: ChangeMeaning = {"comparison":"lower-is-stricter","added":"breaking","removed":"compatible","changed":"breaking","regulated":false};
const m26: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m27: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m28: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m29: ChangeMeaning = {"comparison":"lower-is-stricter","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m30: ChangeMeaning = {"comparison":"map","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m31: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m32: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m33: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m34: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m35: ChangeMeaning = {"comparison":"map","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m36: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m37: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m38: ChangeMeaning = {"comparison":"none","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m39: ChangeMeaning = {"comparison":"object","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m40: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m41: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m42: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m43: ChangeMeaning = {"comparison":"object","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m44: ChangeMeaning = {"comparison":"rank","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m45: ChangeMeaning = {"comparison":"reference","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m46: ChangeMeaning = {"comparison":"reference","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m47: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m48: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m49: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m50: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m51: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"editorial","regulated":false};
const m52: ChangeMeaning = {"comparison":"reference","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m53: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m54: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m55: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m56: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m57: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m58: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"editorial","regulated":false};
const m59: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m60: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m61: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m62: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m63: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"compatible","changed":"breaking","regulated":false};
const m64: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m65: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m66: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m67: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m68: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m69: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"editorial","regulated":false};
const m70: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};

/** For each shape and field: how values are compared, and what adding, removing and changing one means. */
export const changeTable: { readonly [shape: string]: { readonly [field: string]: ChangeMeaning } } = {
  AccessGrant: { role: m47, classes: m14, elements: m14, purpose: m48, expires: m24 },
  AccessLog: { event: m47 },
  Activity: { id: m36, title: m60, purpose: m48, elements: m14, subjects: m14, recipients: m14, transfers: m16, measures: m15 },
  AllBranches: { all: m14 },
  AnonymisationParams: { k: m5 },
  AnonymisationProfile: { id: m36, use: m64, method: m27, params: m41 },
  Approval: { role: m47, person: m64, host: m64, repository: m64, set: m64, fingerprints: m14, at: m66 },
  ApprovalDemand: { any: m23, from: m11, all: m15 },
  Approvals: { source: m62, editorial: m41, compatible: m41, breaking: m41, regulated: m41, kinds: m16 },
  AttributeCondition: { name: m64, op: m64, value: m54 },
  Automation: { how: m64, rationale: m60, risk: m64 },
  Baseline: { value: m64, period: m70, n: m70, record: m49 },
  Benchmark: { source: m64, value: m64, date: m66 },
  Calendar: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, timezone: m61, extends: m45, weekly: m41, dayLength: m24, holidays: m16, horizon: m41, peaks: m16 },
  CalendarInDirectory: { description: m60, title: m60, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, timezone: m61, extends: m45, weekly: m41, dayLength: m24, holidays: m16, horizon: m41, peaks: m16 },
  Capacity: { unit: m64, amount: m4, perPeriod: m24, ahtMinutes: m64, occupancy: m64 },
  Cause: { code: m36, label: m60 },
  Clock: { start: m61, stop: m61, pause: m16, cancel: m10, reset: m10 },
  Cohort: { start: m41, lost: m41, new: m41, result: m64 },
  ComparisonNone: { none: m64, reason: m60 },
  ComparisonWith: { spec: m47 },
  ConditionOnElement: { element: m47, op: m64, value: m53 },
  ConditionOnEvent: { event: m47 },
  ContactCondition: { event: m47, eq: m64, gte: m64, lte: m64, within: m64, after: m47, same: m64 },
  Correlation: { caseKey: m64, identity: m41, mapping: m16 },
  Criterion: { variable: m47, op: m64, value: m53 },
  Dashboard: { title: m60, url: m60, kpis: m20 },
  DataCatalog: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, classes: m8, elements: m7, purposes: m7, activities: m8, entities: m7, grants: m16, profiles: m8 },
  DataClass: { id: m36, rank: m2 },
  DataElement: { id: m36, title: m60, class: m44, nature: m44, owner: m49, steward: m49, subjectCategory: m64, master: m47, validator: m47, retention: m41 },
  DataElementInDirectory: { title: m60, class: m44, nature: m44, owner: m49, steward: m49, subjectCategory: m64, master: m47, validator: m47, retention: m41 },
  DataEntity: { id: m36, master: m47, steward: m49, elements: m14 },
  DataPolicy: { retentionMax: m32, retentionMaxByRegion: m32, allowedRegions: m11, prohibitedAttributes: m15 },
  DecisionLog: { logEvent: m47, fields: m15 },
  Dependency: { system: m47, mode: m64, fallback: m40 },
  DiffFormula: { minuend: m41, subtrahend: m41 },
  Directory: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, teams: m35, personas: m35, systems: m35, calendars: m35, terms: m35, data: m33 },
  Disclosure: { id: m36, regime: m48, textFile: m65, sha256: m65, record: m50, before: m48, translations: m17, language: m65 },
  Edge: { to: m47, label: m60, when: m54, outcome: m61, share: m67, repeats: m26, hands: m14, sla: m47, reason: m60 },
  Effective: { from: m6, until: m6 },
  EmittedEvent: { event: m64, caseKey: m64, timestamp: m64, attributes: m16, purpose: m48, latency: m24, consentKey: m65, sampling: m39, quality: m16 },
  Escalation: { id: m36, trigger: m40, rungs: m16 },
  EscalationTrigger: { sla: m47, event: m47, kpi: m47 },
  EventAttribute: { name: m64, type: m64, unit: m64, element: m47 },
  EventDuration: { from: m47, to: m47, clock: m47 },
  EvidenceConflict: { claim: m60, observed: m60, resolution: m60, record: m52 },
  EvidenceDetail: { confidence: m69, sources: m21, conflicts: m21 },
  EvidencePolicy: { regulatedStep: m16, activeJourney: m41 },
  EvidenceSource: { system: m52, record: m52, kpi: m52, period: m70, n: m70 },
  ExcludedPhase: { lifecycle: m47, reason: m60 },
  Fallback: { step: m47, text: m54 },
  Feeling: { from: m70, to: m70, as: m70, score: m70, intensity: m70, persona: m52 },
  Formula: { count: m64, visits: m41, sum: m41, mean: m41, median: m41, percentile: m41, scoreShare: m41, ratio: m41, diff: m41, product: m16, cohort: m41, where: m41 },
  Forum: { id: m36, title: m60, cadence: m24 },
  GeneratedTarget: { id: m36, target: m36, out: m66, options: m34 },
  Glossary: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, terms: m7, statuses: m16, causes: m16 },
  Handoff: { from: m47, to: m47, hands: m14, sla: m47, reason: m60, accept: m47, reject: m47 },
  Holiday: { date: m66, name: m60 },
  Horizon: { from: m28, until: m6 },
  Idea: { id: m38, text: m60, impact: m70, effort: m70, answers: m21, planned: m70, state: m70 },
  IdentityMatching: { keys: m14, precedence: m14, onConflict: m64 },
  Impact: { customersPerYear: m70, systems: m14, training: m60, harmed: m60 },
  Import: { name: m36, source: m64, version: m64, integrity: m65 },
  Incentive: { kpi: m47, weight: m64, counterMetric: m47 },
  Integration: { to: m47, contract: m64, version: m64, elements: m14, latency: m24 },
  Journey: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, level: m67, parent: m47, perspective: m64, comparesTo: m41, by: m66, detail: m67, extends: m47, overlay: m16, customerGoal: m60, personas: m14, scope: m41, ownership: m41, businessValue: m21, volume: m43, evidence: m60, correlation: m41, regulated: m14, slas: m14, kpis: m41, measures: m7, pains: m21, ideas: m21, quotes: m21, stages: m7, handoffs: m16, disclosures: m8, escalations: m7, rules: m7, training: m16, resilience: m41, trace: m43, dashboards: m21 },
  JourneyEvidencePolicy: { validationCoverage: m23, validationMaxAge: m0, minEvidence: m65 },
  JourneyKpis: { primary: m14, secondary: m14 },
  JourneyRule: { id: m36, type: m64, personas: m14, stages: m14, uses: m14, within: m24, purpose: m48, precedence: m64, regime: m47, when: m54, do: m53, floor: m24, variants: m9, fallback: m41, tests: m16, explain: m41, contactsPerWeek: m26, quietHours: m64, consentKey: m65 },
  KeyMapping: { system: m47, key: m64 },
  KindDemand: { change: m62, path: m62, add: m15 },
  Kpi: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, unit: m64, direction: m64, category: m64, outcome: m60, formula: m41, anchor: m47, maturity: m64, window: m61, dimensions: m14, source: m14, cadence: m26, minSample: m64, baseline: m41, target: m41, alerts: m16, counterpart: m47, benchmark: m41, breaks: m16 },
  KpiAlert: { severity: m64, below: m4, above: m26, for: m25, segment: m14 },
  KpiTarget: { value: m64, from: m4, to: m26, by: m28 },
  Limits: { maxSteps: m41, variantsPerRule: m0, variantsPerJourney: m0, overlayShare: m0, contactsPerWeek: m0 },
  Loss: { system: m47, team: m47 },
  Meanwhile: { title: m60, after: m24, every: m24, event: m47, times: m4, to: m47, stops: m61 },
  Measure: { id: m36, title: m60, of: m64, from: m47, to: m47, now: m70, target: m64, by: m28, team: m47, channel: m47, persona: m47 },
  Message: { subject: m57, text: m55, textFile: m66, language: m64 },
  ModelCard: { purpose: m56, inputs: m14, metric: m64, baseline: m60, oversight: m48, legalEffect: m62 },
  Objective: { metric: m64, target: m1, window: m24, escalation: m49 },
  ObservedTime: { touch: m70, elapsed: m70, per: m70 },
  OverlayOperation: { op: m64, path: m64, after: m36, before: m36, value: m64, reason: m60 },
  Ownership: { authority: m14, delegate: m49, stakeholders: m18 },
  Pain: { id: m38, text: m60, hits: m70, severity: m70, rank: m70, impact: m60, source: m60 },
  Pause: { from: m61, to: m61, max: m24 },
  Peak: { from: m66, until: m66, reason: m60 },
  Percentile: { attribute: m64, duration: m41, touch: m41, discount: m64, p: m64 },
  Person: { id: m36, handles: m11 },
  Persona: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m64, tier: m41, order: m64, criteria: m12, match: m64, share: m67, background: m21, needs: m19, cues: m19, fallback: m61 },
  PersonaInDirectory: { description: m60, title: m60, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m64, tier: m41, order: m64, criteria: m12, match: m64, share: m67, background: m21, needs: m19, cues: m19, fallback: m61 },
  Policy: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, profile: m62, ruleset: m62, roles: m31, approvals: m41, reclassify: m12, cycles: m31, evidence: m41, limits: m41, data: m41, channels: m32, lifecycle: m14, regimes: m7, locked: m15, requiredFunctions: m14, forums: m7, allocation: m31, severity: m30, waivers: m41 },
  PrecededBy: { dimension: m64, event: m47, within: m64 },
  Predicate: { all: m16, any: m16, not: m41, event: m47, attribute: m41, contacts: m41, repeat: m41, outcome: m64, pathIncludes: m47, precededBy: m41, promise: m41, replays: m47 },
  PromiseCondition: { sla: m47, is: m64 },
  PromiseInPlace: { within: m24, percent: m1, each: m61, window: m24, calendar: m45 },
  Purpose: { id: m36, title: m60, basis: m27, art9: m65, consentKey: m65, assessment: m50 },
  QualityCheck: { rule: m64, threshold: m1, onFail: m64, owner: m49 },
  Quantity: { attribute: m64, duration: m41, touch: m41, discount: m64 },
  Quote: { id: m38, text: m60, kind: m70, by: m60, record: m52 },
  Raci: { responsible: m14, accountable: m16, consulted: m18, informed: m18 },
  RatioFormula: { numerator: m41, denominator: m41 },
  Reclassification: { change: m62, as: m62 },
  Record: { apiVersion: m36, kind: m36, id: m36, title: m60, description: m60, labels: m35, links: m21, type: m64, date: m66, by: m14, subject: m14, levels: m14, regulated: m64, impact: m41, approvals: m16, effective: m41, method: m60, steps: m14, exceptions: m21, participants: m14, options: m21, reason: m60, dissent: m60, rule: m62, role: m47, parties: m14, elements: m14, purpose: m47, expires: m66, assesses: m64, scenario: m47, result: m60, severity: m64, validUntil: m66, start: m66, end: m66, cases: m70, actions: m21, conformance: m64, findings: m21, values: m31, outcome: m60, supersedes: m47 },
  RecordDemand: { record: m62, within: m0 },
  Recovery: { rto: m24, rpo: m24 },
  Refresh: { every: m24, peakEvery: m24, atOnce: m70, asks: m47 },
  Regime: { id: m36, title: m60, region: m63 },
  RegimeOnStep: { regime: m47, article: m64, asks: m65, sla: m47 },
  RegulatedDemand: { any: m23, from: m11, all: m15, separation: m62, record: m65, notice: m23 },
  RepeatCondition: { event: m47, atLeast: m26, within: m64, after: m47 },
  RequiredEvidence: { evidence: m65, of: m65 },
  Resilience: { rto: m24, recovery: m64, scenarios: m7, rollback: m41 },
  Retention: { period: m27, from: m65, action: m65, byRegion: m32 },
  ReviewPlan: { cycle: m26, next: m67, forum: m47 },
  Role: { id: m36, title: m60, person: m49, contact: m60, delegate: m49 },
  Rollback: { toVersion: m37, trigger: m41, owner: m49 },
  RollbackTrigger: { kpi: m47, below: m64, above: m64, window: m64 },
  RuleFallback: { when: m54, do: m53, system: m47 },
  RuleTest: { profile: m36, expect: m36 },
  RuleVariant: { id: m36, title: m59, default: m64 },
  Rung: { after: m24, to: m49, action: m55, decisionRight: m64 },
  Sampling: { rate: m64, reason: m60 },
  Scenario: { id: m36, loses: m40, fallback: m40, exercised: m51 },
  Scope: { segments: m14, selection: m43, includes: m14, excludes: m13, regions: m14, businessUnits: m14, startsWith: m47, endsWith: m16 },
  ScopeEnd: { event: m47, step: m47, outcome: m64 },
  ScoreShare: { of: m64, values: m14 },
  Security: { measures: m15 },
  Selection: { lifetimeValue: m70, complexity: m70, frequency: m70, rationale: m60 },
  SeriesBreak: { date: m66, reason: m60 },
  Sla: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m64, metric: m64, provider: m47, consumer: m47, clock: m41, calendar: m45, targets: m16, window: m24, eachJourney: m61, assume: m61, floor: m24, warnAt: m26, escalation: m49, penalties: m65, agreement: m49, expires: m3, underpins: m14 },
  SlaTarget: { tier: m47, persona: m47, region: m64, within: m24, percent: m1, each: m61 },
  SomeBranches: { some: m14 },
  Stage: { id: m36, title: m60, aliases: m14, lifecycle: m47, owner: m49, raci: m41, critical: m64, at: m68, time: m70, sla: m47, promise: m39, kpis: m14, feels: m43, pains: m21, ideas: m21, quotes: m21, replaces: m18, steps: m7 },
  StatusWord: { code: m36, preferred: m64, order: m64, perSystem: m31 },
  Step: { id: m36, title: m60, aliases: m14, description: m60, lane: m64, type: m64, actor: m47, with: m47, channel: m47, systems: m14, dependsOn: m16, journey: m47, passes: m14, returns: m14, entry: m55, waitsFor: m14, alongside: m47, when: m54, automation: m64, sla: m47, promise: m39, regulated: m14, data: m41, requires: m16, produces: m14, disclosures: m14, decides: m65, showsStatus: m14, message: m41, refresh: m41, events: m41, time: m70, outcome: m60, effort: m70, moment: m70, feels: m43, pains: m21, ideas: m21, quotes: m21, evidence: m60, exceptions: m19, replaces: m18, meanwhile: m16, onFail: m47, next: m47, end: m64, endsAs: m60, trace: m43, labels: m35 },
  StepData: { collects: m14, reuses: m14, writes: m14 },
  StepEvents: { start: m47, complete: m47, fail: m47, abandon: m47 },
  StepFallback: { step: m47, text: m54 },
  StepLimits: { overview: m0, standard: m0, blueprint: m0 },
  StepVisits: { step: m47, counted: m64 },
  System: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m64, criticality: m26, legacy: m67, businessUnit: m64, customerFacing: m64, channels: m14, thirdParty: m42, emits: m16, accepts: m14, integrations: m16, objectives: m16, recovery: m41, limits: m41, accessLog: m42, security: m41, modelCard: m42 },
  SystemInDirectory: { description: m60, title: m60, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m64, criticality: m26, legacy: m67, businessUnit: m64, customerFacing: m64, channels: m14, thirdParty: m42, emits: m16, accepts: m14, integrations: m16, objectives: m16, recovery: m41, limits: m41, accessLog: m42, security: m41, modelCard: m42 },
  SystemLimits: { perSecond: m22 },
  Team: { apiVersion: m36, kind: m36, id: m36, description: m60, title: m60, version: m38, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, function: m64, people: m8, roles: m7, parent: m47, escalatesTo: m49, capacity: m41, incentives: m16, codeHandles: m11 },
  TeamInDirectory: { description: m60, title: m60, status: m64, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, function: m64, people: m8, roles: m7, parent: m47, escalatesTo: m49, capacity: m41, incentives: m16, codeHandles: m11 },
  Term: { id: m36, preferred: m64, definition: m59, forbidden: m18, perChannel: m34, perLanguage: m33 },
  TermInDirectory: { preferred: m64, definition: m59, forbidden: m18, perChannel: m34, perLanguage: m33 },
  ThirdParty: { vendor: m65, country: m11, transfers: m16, agreement: m50 },
  Tier: { name: m64, rank: m64 },
  TouchTime: { steps: m47, clock: m47 },
  Trace: { repository: m60, files: m20 },
  Training: { audience: m47, material: m58, version: m60, covers: m18, for: m38, due: m67 },
  Transfer: { to: m64, safeguard: m65 },
  Translation: { language: m64, textFile: m65, sha256: m65 },
  Volume: { cases: m70, per: m29, each: m60, source: m52 },
  WaiverPolicy: { maxAge: m0, forbidden: m15 },
  WebLink: { title: m60, url: m60 },
  Week: { mon: m10, tue: m10, wed: m10, thu: m10, fri: m10, sat: m10, sun: m10 },
  Workspace: { apiVersion: m36, kind: m36, id: m36, description: m60, labels: m35, links: m21, title: m60, namespace: m36, organisation: m64, branch: m62, members: m14, ignore: m14, timezone: m61, defaultCalendar: m47, currency: m64, languages: m14, regions: m14, imports: m16, vision: m60, policy: m46, targets: m7 },
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
  FolderPath: 'value',
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
