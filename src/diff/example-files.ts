import type { KindName } from '../schema/generated/language-table.js';

/** The workspace that examples of changes edit: everything in it is in force. */
export const exampleFiles: { readonly [path: string]: string } = {
  'waymark.yaml': `apiVersion: waymark/v1
kind: Workspace
id: example
title: Example
namespace: example.waymark
organisation: Example AG
timezone: Europe/Berlin
currency: EUR
languages: [en]
regions: [DE]
`,
  'policy.yaml': inForce('Policy', 'default', 'How we govern journeys', `profile: standard
channels: {app: restricted, phone: confidential, email: internal}
lifecycle: [acquire, use, leave]
regimes:
  - {id: conduct, title: Insurance conduct}
limits: {variantsPerJourney: 24}
data: {retentionMax: {confidential: P3Y}}
approvals:
  breaking: {all: [journey-owner]}
  regulated: {all: [compliance], notice: P14D}
severity: {GRF-002: warning}
`),
  'directory.yaml': inForce('Directory', 'example', 'Who and what serves customers', `teams:
  claims: {title: Claims, function: service, people: [{id: a-huber, handles: [a-huber]}], roles: [{id: lead, person: a-huber}], capacity: {unit: cases, amount: 200, perPeriod: P1W}}
  payments: {title: Payments, function: finance, roles: [{id: lead}]}
  legal: Legal
systems:
  core: {title: Core, type: erp, channels: [phone], recovery: {rto: 4h}, objectives: [{metric: availability, target: 99.5, window: P1M}], emits: [{event: claim-decided, caseKey: claimId, attributes: [{name: amount, type: money}]}]}
  portal: {title: Portal, type: app, channels: [app, web]}
  score: {title: Score, type: model, thirdParty: {vendor: Example Models}, modelCard: {purpose: Shows which claims to check, oversight: claims#lead, legalEffect: false}}
calendars:
  helpline: {title: Helpline, extends: office, timezone: Europe/Berlin, dayLength: 10h, horizon: {from: 2026-01-01, until: 2027-12-31}}
  night-desk: {title: Night desk, extends: 24x7, timezone: Europe/Berlin, dayLength: 10h, horizon: {from: 2026-01-01, until: 2027-12-31}}
personas:
  everybody: {title: Everybody, type: customer, tier: {name: standard, rank: 2}, fallback: true}
  fleet: {title: Fleet manager, type: customer, tier: {name: gold, rank: 1}, criteria: [{variable: fleet-size, op: gte, value: 5}]}
`),
  'hours.yaml': inForce('Calendar', 'office', 'Office hours', `timezone: Europe/Berlin
weekly: {mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-18:00"], thu: ["08:00-18:00"], fri: ["08:00-18:00"]}
dayLength: 10h
holidays: [{date: 2026-12-25, name: Christmas}]
horizon: {from: 2026-01-01, until: 2027-12-31}
`),
  'mornings.yaml': inForce('Calendar', 'mornings', 'In the morning', `timezone: Europe/Berlin
weekly: {mon: ["09:00-12:00"], tue: ["09:00-12:00"], wed: ["09:00-12:00"], thu: ["09:00-12:00"]}
holidays: [{date: 2026-12-25, name: Christmas}]
horizon: {from: 2026-01-01, until: 2027-12-31}
`),
  'promise.yaml': [
    inForce('Sla', 'settled', 'Claim settled', `type: sla
metric: duration
provider: claims
consumer: customer
clock:
  start: claim-reported
  stop: claim-paid
  pause: [{from: papers-asked, to: papers-received}]
calendar: office
targets:
  - {within: 10d, percent: 90}
  - {tier: gold, within: 8d, percent: 90}
window: P1M
warnAt: 80
expires: 2027-12-31
agreement: agreement-2026
`),
    promise('quick', 'Claim settled quickly', '{start: claim-reported, stop: claim-paid}', '{within: 5d, percent: 90}'),
    promise('swift', 'Claim settled swiftly', '{start: claim-reported, stop: claim-paid}', '{within: 5d, percent: 90}'),
  ].join('---\n'),
  'thin.yaml': inForce('Sla', 'answered', 'Question answered', `type: sla
metric: response
provider: claims
consumer: customer
clock: {start: question-asked, stop: question-answered}
calendar: office
targets: [{tier: gold, within: 2h}, {tier: silver, within: 4h}]
`).replace('from: 2026-01-01', 'from: 2026-01-01, until: 2028-01-01'),
  'agreement.yaml': `apiVersion: waymark/v1
kind: Record
id: agreement-2026
type: agreement
date: 2026-01-02
by: [claims#lead]
subject: [settled@1.0.0]
parties: [claims]
outcome: agreed
`,
  'complaint.yaml': inForce('Journey', 'complaint', 'Complaint', `regulated: [conduct]
slas: [quick]
stages:
  - id: complain
    title: Complain
    steps:
      - {id: write, title: Customer writes, lane: customer, channel: email}
      - {id: file, title: We file it, lane: backstage}
      - {id: call, title: We call, lane: frontstage, channel: phone, when: something is unclear, next: [{to: answer, sla: swift}]}
      - {id: answer, title: We answer, lane: frontstage, channel: email, regulated: [conduct], end: success}
`),
  'question.yaml': [
    promise('replied', 'Question replied to', '{start: question-sent, stop: question-replied}', '{within: 4h, percent: 95}'),
    promise('bold', 'Question replied to at once', '{stop: question-replied, start: question-sent}', '{within: 2h, percent: 95}'),
    promise('vague', 'Question settled', '{start: question-sent, stop: question-settled}', '{within: 2h, percent: 95}'),
    inForce('Journey', 'question', 'Question', `slas: [replied, bold, vague]
stages:
  - id: only
    title: Question and reply
    steps:
      - {id: ask, title: Customer asks, lane: customer, channel: email, events: {complete: question-sent}}
      - {id: reply, title: We reply, lane: frontstage, channel: email, events: {start: question-sent, complete: question-replied}, promise: {within: 3h, percent: 98, each: pool}, end: success}
`),
  ].join('---\n'),
  'notice.yaml': [
    promise('told', 'Customer told', '{start: notice-due, stop: notice-sent}', '{within: 4h, percent: 95}'),
    inForce('Journey', 'notice', 'Notice', `slas: [told]
stages:
  - id: only
    title: Notice
    steps:
      - {id: begin, title: It is due, lane: backstage, events: {complete: notice-due}, next: [{to: call, when: there is a number}, letter]}
      - {id: call, title: We call, lane: backstage, promise: {within: 2h, percent: 98, each: pool}, events: {start: notice-due, complete: notice-sent}, next: sent}
      - {id: letter, title: We tell by letter, lane: backstage, promise: {within: 1h, percent: 98, each: pool}, events: {start: notice-due, complete: notice-sent}, next: sent}
      - {id: sent, title: Customer knows, lane: frontstage, channel: email, end: success}
`),
  ].join('---\n'),
  'sketch.yaml': `apiVersion: waymark/v1
kind: Journey
id: recovery
title: Recovery
version: 0.1.0
status: draft
owner: claims
stages:
  - id: ask
    title: Ask
    steps:
      - {id: ask, title: Customer asks, lane: customer, channel: phone}
      - {id: answer, title: We answer, lane: frontstage, end: success}
`,
  'measure.yaml': inForce('Kpi', 'completion', 'Claims completed', `unit: ratio
direction: up
formula:
  ratio:
    numerator: {count: cases, where: {outcome: success}}
    denominator: {count: cases}
anchor: claim-paid
maturity: P7D
window: P1M
dimensions: [channel]
source: [core]
cadence: P1W
minSample: 50
baseline: {value: 0.62, period: 2026-Q1, n: 800}
target: {value: 0.75, by: 2026-12-31}
alerts: [{severity: warn, below: 0.6, for: P1W}]
`),
  'data.yaml': inForce('DataCatalog', 'catalogue', 'Data of claims', `purposes:
  - {id: service, title: To settle claims, basis: contract}
  - {id: marketing, basis: consent, consentKey: mkt, assessment: agreement-2026}
elements:
  - {id: photo, title: Photo, class: confidential, nature: personal, owner: claims, steward: claims, master: core, retention: {period: P3Y, from: case-close, action: erase}}
  - {id: reference, title: Reference, class: internal, nature: none, owner: claims, master: core, retention: {period: P1Y, from: case-close, action: erase}}
activities:
  - {id: settle, purpose: service, elements: [photo], subjects: [policyholder], recipients: [garage], measures: [encryption]}
grants:
  - {role: claims#lead, classes: [confidential], purpose: service, expires: 2027-01-01}
`).replace('from: 2026-01-01', 'from: 2026-01-01, until: 2029-01-01'),
  'words.yaml': inForce('Glossary', 'words', 'Our words', `terms:
  - {id: claim, preferred: claim, forbidden: [damage case]}
statuses:
  - {code: in-work, preferred: We are working on it, order: 1, perSystem: {core: [WORK]}}
`),
  'farewell.yaml': `apiVersion: waymark/v1
kind: Glossary
id: old-words
title: Our former words
version: 1.0.0
status: deprecated
effective: {from: 2026-01-01, until: 2027-01-01}
supersededBy: words
owner: claims
terms: []
`,
  'journey.yaml': `apiVersion: waymark/v1
kind: Journey
id: claim
title: Claim from notice to payment
version: 1.0.0
status: active
effective: {from: 2026-01-01}
review: {cycle: P3M, next: 2026-12-01}
owner: claims
personas: [everybody, fleet]
customerGoal: My car is paid for
scope: {regions: [DE], segments: [everybody]}
ownership: {authority: [payments], stakeholders: [legal]}
volume: {cases: 1200, per: P1Y}
slas: [settled]
kpis: {primary: [completion]}
measures: [{id: time-to-settle, of: cycle-time, from: submit, to: pay, target: 8d}]
stages:
  - id: report
    title: Report
    steps:
      - id: submit
        title: Customer reports
        lane: customer
        channel: [app, phone]
        data: {collects: [reference]}
        events: {start: claim-opened, complete: claim-reported}
        pains: [{text: The upload is slow, hits: customer}]
        feels: {from: worried, score: -1}
        time: 10-20m
        evidence: {confidence: partly}
      - {id: confirm, title: We confirm, lane: frontstage, channel: email, message: {subject: We have it}}
  - id: decision
    title: Decision
    critical: true
    steps:
      - id: check
        title: Check the claim
        lane: backstage
        systems: [core]
        promise: {within: 4h, percent: 95, calendar: office}
        dependsOn: [{system: core, mode: degraded, fallback: {text: on paper}}]
        automation: {how: assisted, risk: high}
        next:
          - {to: inspect, when: damage is unclear, share: 0.4}
          - {to: decide, share: 0.6}
      - {id: inspect, title: Inspector visits, lane: frontstage, requires: [{evidence: photo, of: damage}], meanwhile: [{after: 2d, to: inspect-again, stops: true}], next: decide}
      - {id: inspect-again, title: Second visit, lane: frontstage, next: [decide, {to: inspect, when: nobody there, repeats: 2}]}
      - id: decide
        title: Decide
        lane: backstage
        disclosures: [reasons]
        next: [{to: pay, when: accepted, hands: [reference], sla: none, reason: same system}, {to: refuse}]
      - {id: refuse, title: Customer is told, lane: frontstage, channel: email, message: {subject: We cannot pay, textFile: texts/refusal.md}, end: failure}
  - id: payment
    title: Payment
    owner: payments
    steps:
      - {id: pay, title: Pay, lane: backstage, events: {complete: claim-paid}, end: success}
disclosures:
  - {id: reasons, regime: conduct, textFile: texts/reasons.md, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, before: decide}
escalations:
  - id: late
    trigger: {sla: settled}
    rungs:
      - {after: 70%, to: claims#lead, action: look at it}
      - {after: 100%, to: payments#lead, decisionRight: true}
rules:
  - {id: calm, type: override, when: open claim, do: no offers, precedence: 100}
  - {id: first, type: prioritise, uses: [reference], when: injured, do: take first, precedence: 10, explain: {logEvent: claim-ranked, fields: [rule]}}
training: [{audience: claims, material: "lms://claims", version: 3, covers: [check]}]
resilience:
  rto: 8h
  scenarios:
    - {id: core-down, loses: {system: core}, fallback: {text: on paper}}
  rollback: {toVersion: 0.9.0, owner: claims}
`,
  'texts/refusal.md': `Dear customer,

We do not pay.
`,
};

/** A document that is in force, with the header that all of them have. */
function inForce(kind: KindName, id: string, title: string, rest: string): string {
  return `apiVersion: waymark/v1
kind: ${kind}
id: ${id}
title: ${title}
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
${rest}`;
}

/** A promise to customers with one target, counted in office hours. */
function promise(id: string, title: string, clock: string, target: string): string {
  return inForce('Sla', id, title, `type: sla
metric: duration
provider: claims
consumer: customer
clock: ${clock}
calendar: office
targets: [${target}]
window: P1M
`);
}
