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
const m19: ChangeMeaning = {"comparison":"list","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m20: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m21: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"editorial","changed":"breaking","regulated":false};
const m22: ChangeMeaning = {"comparison":"list","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m23: ChangeMeaning = {"comparison":"lower-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m24: ChangeMeaning = {"comparison":"lower-is-looser","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m25: ChangeMeaning = {"comparison":"lower-is-stricter","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m26: ChangeMeaning = {"comparison":"lower-is-stricter","added":"breaking","removed":"compatible","changed":"breaking","regulated":false};
const m27: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m28: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m29: ChangeMeaning = {"comparison":"lower-is-stricter","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m30: ChangeMeaning = {"comparison":"lower-is-stricter","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m31: ChangeMeaning = {"comparison":"map","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m32: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m33: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m34: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m35: ChangeMeaning = {"comparison":"map","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m36: ChangeMeaning = {"comparison":"map","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m37: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m38: ChangeMeaning = {"comparison":"none","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m39: ChangeMeaning = {"comparison":"none","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m40: ChangeMeaning = {"comparison":"object","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m41: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m42: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m43: ChangeMeaning = {"comparison":"object","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m44: ChangeMeaning = {"comparison":"object","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m45: ChangeMeaning = {"comparison":"rank","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m46: ChangeMeaning = {"comparison":"reference","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m47: ChangeMeaning = {"comparison":"reference","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m48: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m49: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m50: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m51: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m52: ChangeMeaning = {"comparison":"reference","added":"compatible","removed":"breaking","changed":"editorial","regulated":false};
const m53: ChangeMeaning = {"comparison":"reference","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m54: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m55: ChangeMeaning = {"comparison":"text","added":"breaking","removed":"breaking","changed":"compatible","regulated":false};
const m56: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m57: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"breaking","changed":"compatible","regulated":true};
const m58: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m59: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"editorial","regulated":false};
const m60: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m61: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m62: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m63: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m64: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"compatible","changed":"breaking","regulated":false};
const m65: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m66: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m67: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m68: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m69: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m70: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"editorial","regulated":false};
const m71: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};

/** For each shape and field: how values are compared, and what adding, removing and changing one means. */
export const changeTable: { readonly [shape: string]: { readonly [field: string]: ChangeMeaning } } = {
  AcceptedLoss: { subject: m65, field: m68, reason: m61 },
  AccessGrant: { role: m48, classes: m14, elements: m14, purpose: m49, expires: m25 },
  AccessLog: { event: m48 },
  Activity: { id: m37, title: m61, purpose: m49, elements: m14, subjects: m14, recipients: m14, transfers: m16, measures: m15 },
  AllBranches: { all: m14 },
  AnonymisationParams: { k: m5 },
  AnonymisationProfile: { id: m37, use: m65, method: m28, params: m42 },
  Approval: { role: m48, person: m65, host: m65, repository: m65, set: m65, fingerprints: m14, at: m67 },
  ApprovalDemand: { any: m24, from: m11, all: m15 },
  Approvals: { source: m63, editorial: m42, compatible: m42, breaking: m42, regulated: m42, kinds: m16 },
  AttributeCondition: { name: m65, op: m65, value: m55 },
  Automation: { how: m65, rationale: m61, risk: m65 },
  Baseline: { value: m65, period: m71, n: m71, record: m50 },
  Benchmark: { source: m65, value: m65, date: m67 },
  Calendar: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, timezone: m62, extends: m46, weekly: m42, dayLength: m25, holidays: m16, horizon: m42, peaks: m16 },
  CalendarInDirectory: { description: m61, title: m61, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, timezone: m62, extends: m46, weekly: m42, dayLength: m25, holidays: m16, horizon: m42, peaks: m16 },
  Capacity: { unit: m65, amount: m4, perPeriod: m25, ahtMinutes: m65, occupancy: m65 },
  Cause: { code: m37, label: m61 },
  Clock: { start: m62, stop: m62, pause: m16, cancel: m10, reset: m10 },
  Cohort: { start: m42, lost: m42, new: m42, result: m65 },
  ComparisonNone: { none: m65, reason: m61 },
  ComparisonWith: { spec: m48 },
  ConditionOnElement: { element: m48, op: m65, value: m54 },
  ConditionOnEvent: { event: m48 },
  ContactCondition: { event: m48, eq: m65, gte: m65, lte: m65, within: m65, after: m48, same: m65 },
  Correlation: { caseKey: m65, identity: m42, mapping: m16 },
  Criterion: { variable: m48, op: m65, value: m54 },
  Dashboard: { title: m61, url: m61, kpis: m21 },
  DataCatalog: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, classes: m8, elements: m7, purposes: m7, activities: m8, entities: m7, grants: m16, profiles: m8 },
  DataClass: { id: m37, rank: m2 },
  DataElement: { id: m37, title: m61, class: m45, nature: m45, owner: m50, steward: m50, subjectCategory: m65, master: m48, validator: m48, retention: m42 },
  DataElementInDirectory: { title: m61, class: m45, nature: m45, owner: m50, steward: m50, subjectCategory: m65, master: m48, validator: m48, retention: m42 },
  DataEntity: { id: m37, master: m48, steward: m50, elements: m14 },
  DataPolicy: { retentionMax: m33, retentionMaxByRegion: m33, allowedRegions: m11, prohibitedAttributes: m15 },
  DecisionLog: { logEvent: m48, fields: m15 },
  Dependency: { system: m48, mode: m65, fallback: m41 },
  DiffFormula: { minuend: m42, subtrahend: m42 },
  Directory: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, teams: m36, personas: m36, systems: m36, calendars: m36, terms: m36, data: m34 },
  Disclosure: { id: m37, regime: m49, textFile: m66, sha256: m66, record: m51, before: m49, translations: m17, language: m66 },
  Edge: { to: m48, label: m61, when: m55, outcome: m62, share: m68, repeats: m27, hands: m14, sla: m48, reason: m61 },
  Effective: { from: m6, until: m6 },
  EmittedEvent: { event: m65, caseKey: m65, timestamp: m65, attributes: m16, purpose: m49, latency: m25, consentKey: m66, sampling: m40, quality: m16 },
  Escalation: { id: m37, trigger: m41, rungs: m16 },
  EscalationTrigger: { sla: m48, event: m48, kpi: m48 },
  EventAttribute: { name: m65, type: m65, unit: m65, element: m48 },
  EventDuration: { from: m48, to: m48, clock: m48 },
  EvidenceConflict: { claim: m61, observed: m61, resolution: m61, record: m53 },
  EvidenceDetail: { confidence: m70, sources: m22, conflicts: m22 },
  EvidencePolicy: { regulatedStep: m16, activeJourney: m42 },
  EvidenceSource: { system: m53, record: m53, kpi: m53, period: m71, n: m71 },
  ExcludedPhase: { lifecycle: m48, reason: m61 },
  Fallback: { step: m48, text: m55 },
  Feeling: { from: m71, to: m71, as: m71, score: m71, intensity: m71, persona: m53 },
  Formula: { count: m65, visits: m42, sum: m42, mean: m42, median: m42, percentile: m42, scoreShare: m42, ratio: m42, diff: m42, product: m16, cohort: m42, where: m42 },
  Forum: { id: m37, title: m61, cadence: m25 },
  GeneratedTarget: { id: m37, target: m37, out: m67, options: m35, accept: m19 },
  Glossary: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, terms: m7, statuses: m16, causes: m16 },
  Handoff: { from: m48, to: m48, hands: m14, sla: m48, reason: m61, accept: m48, reject: m48 },
  Holiday: { date: m67, name: m61 },
  Horizon: { from: m29, until: m6 },
  Idea: { id: m39, text: m61, impact: m71, effort: m71, answers: m22, planned: m71, state: m71 },
  IdentityMatching: { keys: m14, precedence: m14, onConflict: m65 },
  Impact: { customersPerYear: m71, systems: m14, training: m61, harmed: m61 },
  Import: { name: m37, source: m65, version: m65, integrity: m66 },
  Incentive: { kpi: m48, weight: m65, counterMetric: m48 },
  Integration: { to: m48, contract: m65, version: m65, elements: m14, latency: m25 },
  Journey: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, level: m68, parent: m48, perspective: m65, comparesTo: m42, by: m67, detail: m68, extends: m48, overlay: m16, customerGoal: m61, personas: m14, scope: m42, ownership: m42, businessValue: m22, volume: m44, evidence: m61, correlation: m42, regulated: m14, slas: m14, kpis: m42, measures: m7, pains: m22, ideas: m22, quotes: m22, stages: m7, handoffs: m16, disclosures: m8, escalations: m7, rules: m7, training: m16, resilience: m42, trace: m44, dashboards: m22 },
  JourneyEvidencePolicy: { validationCoverage: m24, validationMaxAge: m0, minEvidence: m66 },
  JourneyKpis: { primary: m14, secondary: m14 },
  JourneyRule: { id: m37, type: m65, personas: m14, stages: m14, uses: m14, within: m25, purpose: m49, precedence: m65, regime: m48, when: m55, do: m54, floor: m25, variants: m9, fallback: m42, tests: m16, explain: m42, contactsPerWeek: m27, quietHours: m65, consentKey: m66 },
  KeyMapping: { system: m48, key: m65 },
  KindDemand: { change: m63, path: m63, add: m15 },
  Kpi: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, unit: m65, direction: m65, category: m65, outcome: m61, formula: m42, anchor: m48, maturity: m65, window: m62, dimensions: m14, source: m14, cadence: m27, minSample: m65, baseline: m42, target: m42, alerts: m16, counterpart: m48, benchmark: m42, breaks: m16 },
  KpiAlert: { severity: m65, below: m4, above: m27, for: m26, segment: m14 },
  KpiTarget: { value: m65, from: m4, to: m27, by: m29 },
  Limits: { maxSteps: m42, variantsPerRule: m0, variantsPerJourney: m0, overlayShare: m0, contactsPerWeek: m0 },
  Loss: { system: m48, team: m48 },
  Meanwhile: { title: m61, after: m25, every: m25, event: m48, times: m4, to: m48, stops: m62 },
  Measure: { id: m37, title: m61, of: m65, from: m48, to: m48, now: m71, target: m65, by: m29, team: m48, channel: m48, persona: m48 },
  Message: { subject: m58, text: m56, textFile: m67, language: m65 },
  ModelCard: { purpose: m57, inputs: m14, metric: m65, baseline: m61, oversight: m49, legalEffect: m63 },
  Objective: { metric: m65, target: m1, window: m25, escalation: m50 },
  ObservedTime: { touch: m71, elapsed: m71, per: m71 },
  OverlayOperation: { op: m65, path: m65, after: m37, before: m37, value: m65, reason: m61 },
  Ownership: { authority: m14, delegate: m50, stakeholders: m18 },
  Pain: { id: m39, text: m61, hits: m71, severity: m71, rank: m71, impact: m61, source: m61 },
  Pause: { from: m62, to: m62, max: m25 },
  Peak: { from: m67, until: m67, reason: m61 },
  Percentile: { attribute: m65, duration: m42, touch: m42, discount: m65, p: m65 },
  Person: { id: m37, handles: m11 },
  Persona: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, type: m65, tier: m42, order: m65, criteria: m12, match: m65, share: m68, background: m22, needs: m20, cues: m20, fallback: m62 },
  PersonaInDirectory: { description: m61, title: m61, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, type: m65, tier: m42, order: m65, criteria: m12, match: m65, share: m68, background: m22, needs: m20, cues: m20, fallback: m62 },
  Policy: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, profile: m63, ruleset: m63, roles: m32, approvals: m42, reclassify: m12, cycles: m32, evidence: m42, limits: m42, data: m42, channels: m33, lifecycle: m14, regimes: m7, locked: m15, requiredFunctions: m14, forums: m7, allocation: m32, severity: m31, waivers: m42 },
  PrecededBy: { dimension: m65, event: m48, within: m65 },
  Predicate: { all: m16, any: m16, not: m42, event: m48, attribute: m42, contacts: m42, repeat: m42, outcome: m65, pathIncludes: m48, precededBy: m42, promise: m42, replays: m48 },
  PromiseCondition: { sla: m48, is: m65 },
  PromiseInPlace: { within: m25, percent: m1, each: m62, window: m25, calendar: m46 },
  Purpose: { id: m37, title: m61, basis: m28, art9: m66, consentKey: m66, assessment: m51 },
  QualityCheck: { rule: m65, threshold: m1, onFail: m65, owner: m50 },
  Quantity: { attribute: m65, duration: m42, touch: m42, discount: m65 },
  Quote: { id: m39, text: m61, kind: m71, by: m61, record: m53 },
  Raci: { responsible: m14, accountable: m16, consulted: m18, informed: m18 },
  RatioFormula: { numerator: m42, denominator: m42 },
  Reclassification: { change: m63, as: m63 },
  Record: { apiVersion: m37, kind: m37, id: m37, title: m61, description: m61, labels: m36, links: m22, type: m65, date: m67, by: m14, subject: m14, levels: m14, regulated: m65, impact: m42, approvals: m16, effective: m42, method: m61, steps: m14, exceptions: m22, participants: m14, options: m22, reason: m61, dissent: m61, rule: m63, role: m48, parties: m14, elements: m14, purpose: m48, expires: m67, assesses: m65, scenario: m48, result: m61, severity: m65, validUntil: m67, start: m67, end: m67, cases: m71, actions: m22, conformance: m65, findings: m22, values: m32, outcome: m61, supersedes: m48 },
  RecordDemand: { record: m63, within: m0 },
  Recovery: { rto: m25, rpo: m25 },
  Refresh: { every: m25, peakEvery: m25, atOnce: m71, asks: m48 },
  Regime: { id: m37, title: m61, region: m64 },
  RegimeOnStep: { regime: m48, article: m65, asks: m66, sla: m48 },
  RegulatedDemand: { any: m24, from: m11, all: m15, separation: m63, record: m66, notice: m24 },
  RepeatCondition: { event: m48, atLeast: m27, within: m65, after: m48 },
  RequiredEvidence: { evidence: m66, of: m66 },
  Resilience: { rto: m25, recovery: m65, scenarios: m7, rollback: m42 },
  Retention: { period: m28, from: m66, action: m66, byRegion: m33 },
  ReviewPlan: { cycle: m27, next: m68, forum: m48 },
  Role: { id: m37, title: m61, person: m50, contact: m61, delegate: m50 },
  Rollback: { toVersion: m38, trigger: m42, owner: m50 },
  RollbackTrigger: { kpi: m48, below: m65, above: m65, window: m65 },
  RuleFallback: { when: m55, do: m54, system: m48 },
  RuleTest: { profile: m37, expect: m37 },
  RuleVariant: { id: m37, title: m60, default: m65 },
  Rung: { after: m25, to: m50, action: m56, decisionRight: m65 },
  Sampling: { rate: m65, reason: m61 },
  Scenario: { id: m37, loses: m41, fallback: m41, exercised: m52 },
  Scope: { segments: m14, selection: m44, includes: m14, excludes: m13, regions: m14, businessUnits: m14, startsWith: m48, endsWith: m16 },
  ScopeEnd: { event: m48, step: m48, outcome: m65 },
  ScoreShare: { of: m65, values: m14 },
  Security: { measures: m15 },
  Selection: { lifetimeValue: m71, complexity: m71, frequency: m71, rationale: m61 },
  SeriesBreak: { date: m67, reason: m61 },
  Sla: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, type: m65, metric: m65, provider: m48, consumer: m48, clock: m42, calendar: m46, targets: m16, window: m25, eachJourney: m62, assume: m62, floor: m25, warnAt: m27, escalation: m50, penalties: m66, agreement: m50, expires: m3, underpins: m14 },
  SlaTarget: { tier: m48, persona: m48, region: m65, within: m25, percent: m1, each: m62 },
  SomeBranches: { some: m14 },
  Stage: { id: m37, title: m61, aliases: m14, lifecycle: m48, owner: m50, raci: m42, critical: m65, at: m69, time: m71, sla: m48, promise: m40, kpis: m14, feels: m44, pains: m22, ideas: m22, quotes: m22, replaces: m18, steps: m7 },
  StatusWord: { code: m37, preferred: m65, order: m65, perSystem: m32 },
  Step: { id: m37, title: m61, aliases: m14, description: m61, lane: m65, type: m65, actor: m48, with: m48, channel: m48, systems: m14, dependsOn: m16, journey: m48, passes: m14, returns: m14, entry: m56, waitsFor: m14, alongside: m48, when: m55, automation: m65, sla: m48, promise: m40, regulated: m14, data: m42, requires: m16, produces: m14, disclosures: m14, decides: m66, showsStatus: m14, message: m42, refresh: m42, events: m42, time: m71, outcome: m61, effort: m71, moment: m71, feels: m44, pains: m22, ideas: m22, quotes: m22, evidence: m61, exceptions: m20, replaces: m18, meanwhile: m16, onFail: m48, next: m48, end: m65, endsAs: m61, trace: m44, labels: m36 },
  StepData: { collects: m14, reuses: m14, writes: m14 },
  StepEvents: { start: m48, complete: m48, fail: m48, abandon: m48 },
  StepFallback: { step: m48, text: m55 },
  StepLimits: { overview: m0, standard: m0, blueprint: m0 },
  StepVisits: { step: m48, counted: m65 },
  System: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, type: m65, criticality: m27, legacy: m68, businessUnit: m65, customerFacing: m65, channels: m14, thirdParty: m43, emits: m16, accepts: m14, integrations: m16, objectives: m16, recovery: m42, limits: m42, accessLog: m43, security: m42, modelCard: m43 },
  SystemInDirectory: { description: m61, title: m61, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, type: m65, criticality: m27, legacy: m68, businessUnit: m65, customerFacing: m65, channels: m14, thirdParty: m43, emits: m16, accepts: m14, integrations: m16, objectives: m16, recovery: m42, limits: m42, accessLog: m43, security: m42, modelCard: m43 },
  SystemLimits: { perSecond: m23 },
  Team: { apiVersion: m37, kind: m37, id: m37, description: m61, title: m61, version: m39, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, function: m65, people: m8, roles: m7, parent: m48, escalatesTo: m50, capacity: m42, incentives: m16, codeHandles: m11 },
  TeamInDirectory: { description: m61, title: m61, status: m65, effective: m42, owner: m50, technicalOwner: m50, access: m45, review: m42, supersedes: m48, supersededBy: m48, aliases: m14, labels: m36, links: m22, function: m65, people: m8, roles: m7, parent: m48, escalatesTo: m50, capacity: m42, incentives: m16, codeHandles: m11 },
  Term: { id: m37, preferred: m65, definition: m60, forbidden: m18, perChannel: m35, perLanguage: m34 },
  TermInDirectory: { preferred: m65, definition: m60, forbidden: m18, perChannel: m35, perLanguage: m34 },
  ThirdParty: { vendor: m66, country: m11, transfers: m16, agreement: m51 },
  Tier: { name: m65, rank: m65 },
  TouchTime: { steps: m48, clock: m48 },
  Trace: { repository: m61, files: m21 },
  Training: { audience: m48, material: m59, version: m61, covers: m18, for: m39, due: m68 },
  Transfer: { to: m65, safeguard: m66 },
  Translation: { language: m65, textFile: m66, sha256: m66 },
  Volume: { cases: m71, per: m30, each: m61, source: m53 },
  WaiverPolicy: { maxAge: m0, forbidden: m15 },
  WebLink: { title: m61, url: m61 },
  Week: { mon: m10, tue: m10, wed: m10, thu: m10, fri: m10, sat: m10, sun: m10 },
  Workspace: { apiVersion: m37, kind: m37, id: m37, description: m61, labels: m36, links: m22, title: m61, namespace: m37, organisation: m65, branch: m63, members: m14, ignore: m14, timezone: m62, defaultCalendar: m48, currency: m65, languages: m14, regions: m14, imports: m16, vision: m61, policy: m47, targets: m7 },
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
  DocumentName: 'value',
  Duration: 'value',
  DurationOrPercent: 'lower-is-stricter',
  EffortScore: 'value',
  FeelingIntensity: 'value',
  FeelingScore: 'value',
  FeelingWord: 'value',
  FieldName: 'value',
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
