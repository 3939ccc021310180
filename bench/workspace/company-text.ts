import type { GeneratedFile } from './generate-workspace.js';

/** What all domains share: the Policy, the head office, personas, hours, words, data and numbers. */
export function companyFiles(): readonly GeneratedFile[] {
  return [
    { path: 'waymark.yaml', content: workspace },
    { path: 'company/policy.yaml', content: policy },
    { path: 'company/directory.yaml', content: directory },
    { path: 'company/words.yaml', content: glossary },
    { path: 'company/data.yaml', content: catalog },
    { path: 'company/numbers.yaml', content: numbers },
    { path: 'company/records.yaml', content: records },
  ];
}

const workspace = `apiVersion: waymark/v1
kind: Workspace
id: northwind
title: Northwind customer service
namespace: northwind.service
organisation: Northwind Services AG
timezone: Europe/Berlin
defaultCalendar: office-hours
currency: EUR
languages: [en]
regions: [DE]
vision: Nobody has to ask twice.
policy: default
`;

const policy = `apiVersion: waymark/v1
kind: Policy
id: default
title: How we govern journeys
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: cx-office
review: {cycle: P12M, next: 2027-10-01, forum: quarterly-cx}
profile: regulated
ruleset: 1
roles:
  compliance: compliance#lead
  dpo: compliance#dpo
  service-level-manager: cx-office#service-level-manager
  it: platform#lead
  analytics: data-office#lead
  training: cx-office#lead
  finance: finance#lead
  executive: cx-office#director
  centre-of-excellence: cx-office#lead
approvals:
  source: host
  editorial: {any: 1, from: [peer]}
  compatible: {all: [journey-owner]}
  breaking: {all: [journey-owner, stage-owners, counterparties]}
  regulated: {all: [journey-owner, compliance], separation: author-may-not-approve, record: change, notice: P14D}
cycles: {journey: P6M, micro: P6M, kpi: P12M, sla: P12M, glossary: P12M, system: P12M}
evidence:
  regulatedStep:
    - {record: validation, within: P12M}
  activeJourney: {validationCoverage: 0.8, validationMaxAge: P12M, minEvidence: partly}
limits:
  maxSteps: {overview: 15, standard: 40, blueprint: 120}
  variantsPerRule: 6
  variantsPerJourney: 24
  overlayShare: 0.3
  contactsPerWeek: 3
data:
  retentionMax: {public: P10Y, internal: P10Y, confidential: P3Y, restricted: P13M, special: P6M}
  allowedRegions: [EU]
  prohibitedAttributes: [ethnicity, religion, health]
channels: {web: confidential, app: restricted, phone: restricted, email: internal, sms: internal, letter: confidential, field: confidential}
lifecycle: [acquire, use, leave]
regimes:
  - {id: consumer-law, title: Consumer protection, region: EU}
locked: [disclosures, escalations, data, clock]
requiredFunctions: [sales, service, technology, data]
forums:
  - {id: quarterly-cx, title: Quarterly journey review, cadence: P3M}
waivers: {maxAge: P90D, forbidden: [REG-001]}
`;

const directory = `apiVersion: waymark/v1
kind: Directory
id: company
title: Who and what serves every domain
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: cx-office
review: {cycle: P12M, next: 2027-10-01}
teams:
  cx-office:
    title: Customer experience office
    function: service
    people: [{id: v-sommer, handles: [v-sommer]}, {id: m-keller, handles: [m-keller]}, {id: t-arndt, handles: [t-arndt]}]
    roles:
      - {id: lead, title: Head of customer experience, person: v-sommer, contact: "mailto:cx@northwind.example"}
      - {id: director, title: Director of service, person: m-keller}
      - {id: service-level-manager, title: Service level manager, person: t-arndt}
  compliance:
    title: Compliance
    function: compliance
    people: [{id: y-amari, handles: [y-amari]}, {id: c-vogel, handles: [c-vogel]}]
    roles:
      - {id: lead, title: Head of compliance, person: y-amari}
      - {id: dpo, title: Data protection officer, person: c-vogel}
  data-office:
    title: Data office
    function: data
    people: [{id: s-baum, handles: [s-baum]}]
    roles: [{id: lead, title: Head of the data office, person: s-baum}]
  platform:
    title: Platform
    function: technology
    people: [{id: f-lang, handles: [f-lang]}]
    roles: [{id: lead, title: Head of the platform, person: f-lang}]
    escalatesTo: cx-office#director
  sales-office:
    title: Sales office
    function: sales
    people: [{id: b-roth, handles: [b-roth]}]
    roles: [{id: lead, title: Head of sales, person: b-roth}]
  finance:
    title: Finance
    function: finance
    people: [{id: e-wagner, handles: [e-wagner]}]
    roles: [{id: lead, title: Head of finance, person: e-wagner}]
systems:
  customer-hub:
    title: Customer hub
    type: crm
    criticality: 2
    accepts: [look-up]
    recovery: {rto: 4h, rpo: 15m}
    accessLog: {event: hub-record-opened}
    security: {measures: [role-based access, encryption at rest]}
    emits:
      - event: hub-record-opened
        caseKey: caseNumber
        timestamp: occurredAt
        attributes: [{name: caseNumber, type: string, element: case-number}]
        purpose: legal-retention
        latency: 1m
  message-hub:
    title: Message hub
    type: other
    criticality: 3
    customerFacing: true
    channels: [sms, email, letter]
    accepts: [send-sms, send-letter]
    recovery: {rto: 8h, rpo: 1h}
    accessLog: {event: message-record-opened}
    security: {measures: [encryption in transit, texts deleted after 30 days]}
    emits:
      - event: message-record-opened
        caseKey: caseNumber
        timestamp: occurredAt
        attributes: [{name: caseNumber, type: string, element: case-number}]
        purpose: legal-retention
        latency: 1m
  survey-tool:
    title: Survey tool
    type: tracking-tool
    criticality: 4
    customerFacing: true
    channels: [email]
    accepts: [ask]
    recovery: {rto: 48h, rpo: 24h}
    accessLog: {event: survey-record-opened}
    security: {measures: [answers without names, encryption at rest]}
    emits:
      - event: survey-answered
        caseKey: caseNumber
        timestamp: occurredAt
        attributes:
          - {name: caseNumber, type: string, element: case-number}
          - {name: effort, type: integer, element: survey-answer}
          - {name: channel, type: string}
        purpose: analytics
        latency: 1h
        quality: [{rule: completeness, threshold: 99, onFail: quarantine, owner: data-office}]
      - event: case-settled
        caseKey: caseNumber
        timestamp: occurredAt
        attributes:
          - {name: caseNumber, type: string, element: case-number}
          - {name: settled, type: boolean}
          - {name: channel, type: string}
        purpose: analytics
        latency: 1h
        quality: [{rule: completeness, threshold: 99, onFail: quarantine, owner: data-office}]
      - event: survey-record-opened
        caseKey: caseNumber
        timestamp: occurredAt
        attributes: [{name: caseNumber, type: string, element: case-number}]
        purpose: legal-retention
        latency: 1m
personas:
  business-customer:
    title: Business customer
    type: customer
    tier: {name: gold, rank: 1}
    order: 1
    criteria: [{variable: contract-type, op: eq, value: business}]
    match: all
    share: 0.2
    needs: [To have one person who knows the case]
  private-customer:
    title: Private customer
    type: customer
    order: 2
    share: 0.8
    needs: [To know what happens next]
    fallback: true
calendars:
  office-hours:
    title: Office hours
    timezone: Europe/Berlin
    weekly: {mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-18:00"], thu: ["08:00-18:00"], fri: ["08:00-18:00"]}
    dayLength: 10h
    holidays: [{date: 2026-12-25, name: Christmas}, {date: 2027-01-01, name: New Year}]
    horizon: {from: 2026-01-01, until: 2028-12-31}
`;

const glossary = `apiVersion: waymark/v1
kind: Glossary
id: words
title: The words we use with customers
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: cx-office
review: {cycle: P12M, next: 2027-10-01}
terms:
  - {id: request, preferred: request, definition: What a customer asks of us until it is settled., forbidden: [incident ticket, docket]}
  - {id: specialist, preferred: specialist, definition: The person who does the work with the customer., forbidden: [resource, engineer on duty]}
statuses:
  - {code: received, preferred: We have your request, order: 1}
  - {code: under-review, preferred: We are checking your request, order: 2}
  - {code: visit-booked, preferred: A specialist will call on you, order: 3}
  - {code: decided, preferred: We have decided, order: 4}
  - {code: settled, preferred: Your request is settled, order: 5}
`;

const keep = (period: string, action: string): string => `retention: {period: ${period}, from: case-close, action: ${action}}`;
const personal = `nature: personal, owner: cx-office, steward: data-office, subjectCategory: customer, master: customer-hub, ${keep('P3Y', 'erase')}`;
const pseudonymous = `nature: pseudonymous, owner: cx-office, steward: data-office, subjectCategory: customer, master: customer-hub, ${keep('P3Y', 'anonymise')}`;

const catalog = `apiVersion: waymark/v1
kind: DataCatalog
id: service-data
title: What we know about a customer with a request
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: data-office
access: confidential
review: {cycle: P12M, next: 2027-10-01}
elements:
  - {id: request-text, title: What the customer asks, class: confidential, ${personal}}
  - {id: photo, title: Photo, class: confidential, ${personal}}
  - {id: customer-contact, title: Name and way to reach the customer, class: confidential, ${personal}}
  - {id: visit-preference, title: Wanted part of the day, class: internal, ${personal}}
  - {id: estimate, title: Estimate, class: confidential, ${personal}}
  - {id: decision-note, title: Decision with its reasons, class: confidential, ${personal}}
  - {id: contract-type, title: Kind of contract, class: internal, ${pseudonymous}}
  - {id: case-number, title: Case number, class: internal, ${pseudonymous}}
  - {id: survey-answer, title: Answer to the survey, class: internal, ${pseudonymous.replace('customer-hub', 'survey-tool')}}
purposes:
  - {id: service-delivery, title: Settling the request, basis: contract}
  - {id: analytics, title: Measuring how good we are, basis: contract}
  - {id: legal-retention, title: Proof for the supervisor, basis: legal-obligation}
activities:
  - {id: settle-requests, title: Settling requests, purpose: service-delivery, elements: [request-text, photo, customer-contact, visit-preference, estimate, decision-note, contract-type, case-number], subjects: [customer], recipients: [], transfers: [], measures: [encryption, access-log]}
  - {id: measure-quality, title: Measuring quality, purpose: analytics, elements: [survey-answer, case-number], subjects: [customer], recipients: [], transfers: [], measures: [pseudonyms]}
  - {id: keep-proof, title: Proof of who looked, purpose: legal-retention, elements: [case-number], subjects: [customer], recipients: [], transfers: [], measures: [access-log]}
entities:
  - {id: request, master: customer-hub, steward: cx-office, elements: [request-text, photo, estimate, decision-note, case-number]}
  - {id: customer, master: customer-hub, steward: cx-office, elements: [customer-contact, contract-type]}
profiles:
  - {id: monthly-export, use: export, method: aggregation, params: {k: 20}}
`;

const kpiHeader = `version: 1.0.0
status: active
effective: {from: 2026-07-01}
owner: data-office
review: {cycle: P12M, next: 2027-10-01}
`;

const numbers = `apiVersion: waymark/v1
kind: Kpi
id: completion-rate
title: Requests that are settled
${kpiHeader}unit: ratio
direction: up
category: outcome
outcome: customers stay with us after a request
formula:
  ratio:
    numerator: {count: cases, where: {all: [{event: case-settled}, {outcome: success}]}}
    denominator: {count: cases, where: {event: case-settled}}
anchor: case-settled
maturity: P30D
window: P1M
dimensions: [channel]
source: [survey-tool]
cadence: P1M
minSample: 200
baseline: {value: 0.88, period: 2026-Q2, n: 4480, record: baseline-2026-q2}
target: {value: 0.92, by: 2027-06-30}
alerts: [{severity: warn, below: 0.85, for: P7D}, {severity: page, below: 0.8, for: P7D}]
counterpart: re-contact-rate
---
apiVersion: waymark/v1
kind: Kpi
id: effort
title: Ease of a request
${kpiHeader}unit: score(1,7)
direction: up
category: perception
formula: {mean: {attribute: survey-answered.effort}}
anchor: survey-answered
maturity: P14D
window: P1M
dimensions: [channel]
source: [survey-tool]
cadence: P1M
minSample: 100
baseline: {value: 4.8, period: 2026-Q2, n: 1320, record: baseline-2026-q2}
target: {value: 5.5, by: 2027-06-30}
alerts: [{severity: warn, below: 4.6, for: P7D}, {severity: page, below: 4.2, for: P7D}]
counterpart: re-contact-rate
---
apiVersion: waymark/v1
kind: Kpi
id: re-contact-rate
title: Customers who ask again
${kpiHeader}unit: ratio
direction: down
category: behavioural
formula:
  ratio:
    numerator: {count: cases, where: {all: [{event: case-settled}, {contacts: {event: case-settled, gte: 2, within: P7D}}]}}
    denominator: {count: cases, where: {event: case-settled}}
anchor: case-settled
maturity: P7D
window: P1M
dimensions: [channel]
source: [survey-tool]
cadence: P1M
minSample: 200
baseline: {value: 0.21, period: 2026-Q2, n: 4480, record: baseline-2026-q2}
target: {value: 0.15, by: 2027-06-30}
alerts: [{severity: warn, above: 0.25, for: P7D}, {severity: page, above: 0.3, for: P7D}]
`;

const records = `apiVersion: waymark/v1
kind: Record
id: baseline-2026-q2
title: Numbers of the second quarter
type: baseline
date: 2026-07-06
by: [data-office#lead]
subject: [completion-rate@1.0.0, effort@1.0.0, re-contact-rate@1.0.0]
values: {completion-rate: "0.88", effort: "4.8", re-contact-rate: "0.21"}
outcome: written down before the goals were set
---
apiVersion: waymark/v1
kind: Record
id: review-2026-001
title: Yearly look at what every domain rests on
type: review
date: 2026-10-14
by: [cx-office#lead, data-office#lead, compliance#lead]
subject: [default@1.0.0, company@1.0.0, words@1.0.0, service-data@1.0.0, completion-rate@1.0.0, effort@1.0.0, re-contact-rate@1.0.0]
participants: [cx-office, data-office, compliance, platform]
outcome: all as written
---
apiVersion: waymark/v1
kind: Record
id: audit-2026-001
title: Audit of the shared systems
type: audit
date: 2026-10-02
by: [platform#lead, compliance#dpo]
subject: [customer-hub@1.0.0, message-hub@1.0.0, survey-tool@1.0.0]
conformance: conforms
findings: [none]
outcome: all systems may go on as they are
---
apiVersion: waymark/v1
kind: Record
id: assessment-2026-001
title: Risk of the shared systems
type: assessment
date: 2026-10-02
by: [platform#lead]
subject: [customer-hub@1.0.0, message-hub@1.0.0, survey-tool@1.0.0]
assesses: risk
result: no open risk above medium
validUntil: 2027-10-01
outcome: accepted
`;
