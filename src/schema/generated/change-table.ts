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
const m56: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m57: ChangeMeaning = {"comparison":"text","added":"compatible","removed":"compatible","changed":"editorial","regulated":false};
const m58: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m59: ChangeMeaning = {"comparison":"text","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};
const m60: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":false};
const m61: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"breaking","changed":"breaking","regulated":true};
const m62: ChangeMeaning = {"comparison":"value","added":"breaking","removed":"compatible","changed":"breaking","regulated":false};
const m63: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":false};
const m64: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"breaking","regulated":true};
const m65: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"breaking","changed":"compatible","regulated":false};
const m66: ChangeMeaning = {"comparison":"value","added":"compatible","removed":"compatible","changed":"compatible","regulated":false};
const m67: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"compatible","regulated":false};
const m68: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"compatible","changed":"editorial","regulated":false};
const m69: ChangeMeaning = {"comparison":"value","added":"editorial","removed":"editorial","changed":"editorial","regulated":false};

/** For each shape and field: how values are compared, and what adding, removing and changing one means. */
export const changeTable: { readonly [shape: string]: { readonly [field: string]: ChangeMeaning } } = {
  AccessGrant: { role: m47, classes: m14, elements: m14, purpose: m48, expires: m24 },
  AccessLog: { event: m47 },
  Activity: { id: m36, title: m59, purpose: m48, elements: m14, subjects: m14, recipients: m14, transfers: m16, measures: m15 },
  AllBranches: { all: m14 },
  AnonymisationParams: { k: m5 },
  AnonymisationProfile: { id: m36, use: m63, method: m27, params: m41 },
  Approval: { role: m47, person: m63, host: m63, repository: m63, set: m63, fingerprints: m14, at: m65 },
  ApprovalDemand: { any: m23, from: m11, all: m15 },
  Approvals: { source: m61, editorial: m41, compatible: m41, breaking: m41, regulated: m41, kinds: m16 },
  AttributeCondition: { name: m63, op: m63, value: m54 },
  Automation: { how: m63, rationale: m59, risk: m63 },
  Baseline: { value: m63, period: m69, n: m69, record: m49 },
  Benchmark: { source: m63, value: m63, date: m65 },
  Calendar: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, timezone: m60, extends: m47, weekly: m41, dayLength: m24, holidays: m16, horizon: m41, peaks: m16 },
  CalendarInDirectory: { description: m59, title: m59, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, timezone: m60, extends: m47, weekly: m41, dayLength: m24, holidays: m16, horizon: m41, peaks: m16 },
  Capacity: { unit: m63, amount: m4, perPeriod: m24, ahtMinutes: m63, occupancy: m63 },
  Cause: { code: m36, label: m59 },
  Clock: { start: m60, stop: m60, pause: m16, cancel: m10, reset: m10 },
  Cohort: { start: m41, lost: m41, new: m41, result: m63 },
  ComparisonNone: { none: m63, reason: m59 },
  ComparisonWith: { spec: m47 },
  ConditionOnElement: { element: m47, op: m63, value: m53 },
  ConditionOnEvent: { event: m47 },
  ContactCondition: { event: m47, eq: m63, gte: m63, lte: m63, within: m63, after: m47, same: m63 },
  Correlation: { caseKey: m63, identity: m41, mapping: m16 },
  Criterion: { variable: m47, op: m63, value: m53 },
  Dashboard: { title: m59, url: m59, kpis: m20 },
  DataCatalog: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, classes: m8, elements: m7, purposes: m7, activities: m7, entities: m7, grants: m16, profiles: m8 },
  DataClass: { id: m36, rank: m2 },
  DataElement: { id: m36, title: m59, class: m44, nature: m44, owner: m49, steward: m49, subjectCategory: m63, master: m47, validator: m47, retention: m41 },
  DataElementInDirectory: { title: m59, class: m44, nature: m44, owner: m49, steward: m49, subjectCategory: m63, master: m47, validator: m47, retention: m41 },
  DataEntity: { id: m36, master: m47, steward: m49, elements: m14 },
  DataPolicy: { retentionMax: m32, retentionMaxByRegion: m32, allowedRegions: m11, prohibitedAttributes: m15 },
  DecisionLog: { logEvent: m47, fields: m15 },
  Dependency: { system: m47, mode: m63, fallback: m40 },
  DiffFormula: { minuend: m41, subtrahend: m41 },
  Directory: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, teams: m35, personas: m35, systems: m35, calendars: m35, terms: m35, data: m33 },
  Disclosure: { id: m36, regime: m48, textFile: m64, sha256: m64, record: m50, before: m48, translations: m17, language: m64 },
  Edge: { to: m47, label: m59, when: m54, outcome: m60, share: m66, repeats: m26, hands: m14, sla: m47, reason: m59 },
  Effective: { from: m6, until: m6 },
  EmittedEvent: { event: m63, caseKey: m63, timestamp: m63, attributes: m16, purpose: m48, latency: m24, consentKey: m64, sampling: m39, quality: m16 },
  Escalation: { id: m36, trigger: m40, rungs: m16 },
  EscalationTrigger: { sla: m47, event: m47, kpi: m47 },
  EventAttribute: { name: m63, type: m63, unit: m63, element: m47 },
  EventDuration: { from: m47, to: m47, clock: m47 },
  EvidenceConflict: { claim: m59, observed: m59, resolution: m59, record: m52 },
  EvidenceDetail: { confidence: m68, sources: m21, conflicts: m21 },
  EvidencePolicy: { regulatedStep: m16, activeJourney: m41 },
  EvidenceSource: { system: m52, record: m52, kpi: m52, period: m69, n: m69 },
  ExcludedPhase: { lifecycle: m47, reason: m59 },
  Fallback: { step: m47, text: m54 },
  Feeling: { from: m69, to: m69, as: m69, score: m69, intensity: m69, persona: m52 },
  Formula: { count: m63, visits: m41, sum: m41, mean: m41, median: m41, percentile: m41, scoreShare: m41, ratio: m41, diff: m41, product: m16, cohort: m41, where: m41 },
  Forum: { id: m36, title: m59, cadence: m24 },
  Glossary: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, terms: m7, statuses: m16, causes: m16 },
  Handoff: { from: m47, to: m47, hands: m14, sla: m47, reason: m59, accept: m47, reject: m47 },
  Holiday: { date: m65, name: m59 },
  Horizon: { from: m28, until: m6 },
  Idea: { id: m38, text: m59, impact: m69, effort: m69, answers: m21, planned: m69, state: m69 },
  IdentityMatching: { keys: m14, precedence: m14, onConflict: m63 },
  Impact: { customersPerYear: m69, systems: m14, training: m59, harmed: m59 },
  Import: { name: m36, source: m63, version: m63, integrity: m64 },
  Incentive: { kpi: m47, weight: m63, counterMetric: m47 },
  Integration: { to: m47, contract: m63, version: m63, elements: m14, latency: m24 },
  Journey: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, level: m66, parent: m47, perspective: m63, comparesTo: m41, by: m65, detail: m66, extends: m47, overlay: m16, customerGoal: m59, personas: m14, scope: m41, ownership: m41, businessValue: m21, volume: m43, evidence: m59, correlation: m41, regulated: m14, slas: m14, kpis: m41, measures: m7, pains: m21, ideas: m21, quotes: m21, stages: m7, handoffs: m16, disclosures: m8, escalations: m7, rules: m7, training: m16, resilience: m41, trace: m43, dashboards: m21 },
  JourneyEvidencePolicy: { validationCoverage: m23, validationMaxAge: m0, minEvidence: m64 },
  JourneyKpis: { primary: m14, secondary: m14 },
  JourneyRule: { id: m36, type: m63, personas: m14, stages: m14, uses: m14, within: m24, purpose: m48, precedence: m63, regime: m47, when: m54, do: m53, floor: m24, variants: m9, fallback: m41, tests: m16, explain: m41, contactsPerWeek: m26, quietHours: m63, consentKey: m64 },
  KeyMapping: { system: m47, key: m63 },
  KindDemand: { change: m61, path: m61, add: m15 },
  Kpi: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, unit: m63, direction: m63, category: m63, outcome: m59, formula: m41, anchor: m47, maturity: m63, window: m60, dimensions: m14, source: m14, cadence: m26, minSample: m63, baseline: m41, target: m41, alerts: m16, counterpart: m47, benchmark: m41, breaks: m16 },
  KpiAlert: { severity: m63, below: m4, above: m26, for: m25, segment: m14 },
  KpiTarget: { value: m63, from: m4, to: m26, by: m28 },
  Limits: { maxSteps: m41, variantsPerRule: m0, variantsPerJourney: m0, overlayShare: m0, contactsPerWeek: m0 },
  Loss: { system: m47, team: m47 },
  Meanwhile: { title: m59, after: m24, every: m24, event: m47, times: m4, to: m47, stops: m60 },
  Measure: { id: m36, title: m59, of: m63, from: m47, to: m47, now: m69, target: m63, by: m28, team: m47, channel: m47, persona: m47 },
  Message: { subject: m56, text: m55, textFile: m65, language: m63 },
  ModelCard: { purpose: m55, inputs: m14, metric: m63, baseline: m59, oversight: m47, legalEffect: m63 },
  Objective: { metric: m63, target: m1, window: m24, escalation: m49 },
  ObservedTime: { touch: m69, elapsed: m69, per: m69 },
  OverlayOperation: { op: m63, path: m63, after: m36, before: m36, value: m63, reason: m59 },
  Ownership: { authority: m14, delegate: m49, stakeholders: m18 },
  Pain: { id: m38, text: m59, hits: m69, severity: m69, rank: m69, impact: m59, source: m59 },
  Pause: { from: m60, to: m60, max: m24 },
  Peak: { from: m65, until: m65, reason: m59 },
  Percentile: { attribute: m63, duration: m41, touch: m41, discount: m63, p: m63 },
  Person: { id: m36, handles: m11 },
  Persona: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m63, tier: m41, order: m63, criteria: m12, match: m63, share: m66, background: m21, needs: m19, cues: m19, fallback: m60 },
  PersonaInDirectory: { description: m59, title: m59, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m63, tier: m41, order: m63, criteria: m12, match: m63, share: m66, background: m21, needs: m19, cues: m19, fallback: m60 },
  Policy: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, profile: m61, ruleset: m61, roles: m31, approvals: m41, reclassify: m12, cycles: m31, evidence: m41, limits: m41, data: m41, channels: m32, lifecycle: m14, regimes: m7, locked: m15, requiredFunctions: m14, forums: m7, allocation: m31, severity: m30, waivers: m41 },
  PrecededBy: { dimension: m63, event: m47, within: m63 },
  Predicate: { all: m16, any: m16, not: m41, event: m47, attribute: m41, contacts: m41, repeat: m41, outcome: m63, pathIncludes: m47, precededBy: m41, promise: m41, replays: m47 },
  PromiseCondition: { sla: m47, is: m63 },
  PromiseInPlace: { within: m24, percent: m1, each: m60, window: m24, calendar: m45 },
  Purpose: { id: m36, title: m59, basis: m27, art9: m64, consentKey: m64, assessment: m50 },
  QualityCheck: { rule: m63, threshold: m1, onFail: m63, owner: m49 },
  Quantity: { attribute: m63, duration: m41, touch: m41, discount: m63 },
  Quote: { id: m38, text: m59, kind: m69, by: m59, record: m52 },
  Raci: { responsible: m14, accountable: m16, consulted: m18, informed: m18 },
  RatioFormula: { numerator: m41, denominator: m41 },
  Reclassification: { change: m61, as: m61 },
  Record: { apiVersion: m36, kind: m36, id: m36, title: m59, description: m59, labels: m35, links: m21, type: m63, date: m65, by: m14, subject: m14, levels: m14, regulated: m63, impact: m41, approvals: m16, effective: m41, method: m59, steps: m14, exceptions: m21, participants: m14, options: m21, reason: m59, dissent: m59, rule: m61, role: m47, parties: m14, elements: m14, purpose: m47, expires: m65, assesses: m63, scenario: m47, result: m59, severity: m63, validUntil: m65, start: m65, end: m65, cases: m69, actions: m21, conformance: m63, findings: m21, values: m31, outcome: m59, supersedes: m47 },
  RecordDemand: { record: m61, within: m0 },
  Recovery: { rto: m24, rpo: m24 },
  Refresh: { every: m24, peakEvery: m24, atOnce: m69, asks: m47 },
  Regime: { id: m36, title: m59, region: m62 },
  RegimeOnStep: { regime: m47, article: m63, asks: m64, sla: m47 },
  RegulatedDemand: { any: m23, from: m11, all: m15, separation: m61, record: m64, notice: m23 },
  RepeatCondition: { event: m47, atLeast: m26, within: m63, after: m47 },
  RequiredEvidence: { evidence: m64, of: m64 },
  Resilience: { rto: m24, recovery: m63, scenarios: m7, rollback: m41 },
  Retention: { period: m27, from: m64, action: m64, byRegion: m32 },
  ReviewPlan: { cycle: m26, next: m66, forum: m47 },
  Role: { id: m36, title: m59, person: m49, contact: m59, delegate: m49 },
  Rollback: { toVersion: m37, trigger: m41, owner: m49 },
  RollbackTrigger: { kpi: m47, below: m63, above: m63, window: m63 },
  RuleFallback: { when: m54, do: m53, system: m47 },
  RuleTest: { profile: m36, expect: m36 },
  RuleVariant: { id: m36, title: m58, default: m63 },
  Rung: { after: m24, to: m49, action: m55, decisionRight: m63 },
  Sampling: { rate: m63, reason: m59 },
  Scenario: { id: m36, loses: m40, fallback: m40, exercised: m51 },
  Scope: { segments: m14, selection: m43, includes: m14, excludes: m13, regions: m14, businessUnits: m14, startsWith: m47, endsWith: m16 },
  ScopeEnd: { event: m47, step: m47, outcome: m63 },
  ScoreShare: { of: m63, values: m14 },
  Security: { measures: m15 },
  Selection: { lifetimeValue: m69, complexity: m69, frequency: m69, rationale: m59 },
  SeriesBreak: { date: m65, reason: m59 },
  Sla: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m63, metric: m63, provider: m47, consumer: m47, clock: m41, calendar: m45, targets: m16, window: m24, eachJourney: m60, assume: m60, floor: m24, warnAt: m26, escalation: m49, penalties: m64, agreement: m49, expires: m3, underpins: m14 },
  SlaTarget: { tier: m47, persona: m47, region: m63, within: m24, percent: m1, each: m60 },
  SomeBranches: { some: m14 },
  Stage: { id: m36, title: m59, aliases: m14, lifecycle: m47, owner: m49, raci: m41, critical: m63, at: m67, time: m69, sla: m47, promise: m39, kpis: m14, feels: m43, pains: m21, ideas: m21, quotes: m21, replaces: m18, steps: m7 },
  StatusWord: { code: m36, preferred: m63, order: m63, perSystem: m31 },
  Step: { id: m36, title: m59, aliases: m14, description: m59, lane: m63, type: m63, actor: m47, with: m47, channel: m47, systems: m14, dependsOn: m16, journey: m47, passes: m14, returns: m14, entry: m55, waitsFor: m14, alongside: m47, when: m54, automation: m63, sla: m47, promise: m39, regulated: m14, data: m41, requires: m16, produces: m14, disclosures: m14, decides: m64, showsStatus: m14, message: m41, refresh: m41, events: m41, time: m69, outcome: m59, effort: m69, moment: m69, feels: m43, pains: m21, ideas: m21, quotes: m21, evidence: m59, exceptions: m19, replaces: m18, meanwhile: m16, onFail: m47, next: m47, end: m63, endsAs: m59, trace: m43, labels: m35 },
  StepData: { collects: m14, reuses: m14, writes: m14 },
  StepEvents: { start: m47, complete: m47, fail: m47, abandon: m47 },
  StepFallback: { step: m47, text: m54 },
  StepLimits: { overview: m0, standard: m0, blueprint: m0 },
  StepVisits: { step: m47, counted: m63 },
  System: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m63, criticality: m26, legacy: m66, businessUnit: m63, customerFacing: m63, channels: m14, thirdParty: m41, emits: m16, accepts: m14, integrations: m16, objectives: m16, recovery: m41, limits: m41, accessLog: m42, security: m41, modelCard: m41 },
  SystemInDirectory: { description: m59, title: m59, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, type: m63, criticality: m26, legacy: m66, businessUnit: m63, customerFacing: m63, channels: m14, thirdParty: m41, emits: m16, accepts: m14, integrations: m16, objectives: m16, recovery: m41, limits: m41, accessLog: m42, security: m41, modelCard: m41 },
  SystemLimits: { perSecond: m22 },
  Team: { apiVersion: m36, kind: m36, id: m36, description: m59, title: m59, version: m38, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, function: m63, people: m8, roles: m7, parent: m47, escalatesTo: m49, capacity: m41, incentives: m16, codeHandles: m11 },
  TeamInDirectory: { description: m59, title: m59, status: m63, effective: m41, owner: m49, technicalOwner: m49, access: m44, review: m41, supersedes: m47, supersededBy: m47, aliases: m14, labels: m35, links: m21, function: m63, people: m8, roles: m7, parent: m47, escalatesTo: m49, capacity: m41, incentives: m16, codeHandles: m11 },
  Term: { id: m36, preferred: m63, definition: m58, forbidden: m18, perChannel: m34, perLanguage: m33 },
  TermInDirectory: { preferred: m63, definition: m58, forbidden: m18, perChannel: m34, perLanguage: m33 },
  ThirdParty: { vendor: m64, country: m11, transfers: m16, agreement: m50 },
  Tier: { name: m63, rank: m63 },
  TouchTime: { steps: m47, clock: m47 },
  Trace: { repository: m59, files: m20 },
  Training: { audience: m47, material: m57, version: m59, covers: m18, for: m38, due: m66 },
  Transfer: { to: m63, safeguard: m64 },
  Translation: { language: m63, textFile: m64, sha256: m64 },
  Volume: { cases: m69, per: m29, each: m59, source: m52 },
  WaiverPolicy: { maxAge: m0, forbidden: m15 },
  WebLink: { title: m59, url: m59 },
  Week: { mon: m10, tue: m10, wed: m10, thu: m10, fri: m10, sat: m10, sun: m10 },
  Workspace: { apiVersion: m36, kind: m36, id: m36, description: m59, labels: m35, links: m21, title: m59, namespace: m36, organisation: m63, branch: m61, members: m14, ignore: m14, timezone: m60, defaultCalendar: m47, currency: m63, languages: m14, regions: m14, imports: m16, vision: m59, policy: m46, targets: m14 },
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
