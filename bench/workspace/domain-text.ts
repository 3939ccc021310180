import type { GeneratedFile } from './generate-workspace.js';

/** What one domain needs beside its journeys: teams, systems with their events, promises and evidence. */
export function domainFiles(domain: string, journeys: readonly DomainJourney[]): readonly GeneratedFile[] {
  return [
    { path: `${domain}/directory.yaml`, content: directory(domain) },
    { path: `${domain}/promises.yaml`, content: promises(domain) },
    { path: `${domain}/records.yaml`, content: records(domain, journeys) },
  ];
}

/** What the evidence of a domain has to name of a journey. */
export interface DomainJourney {
  readonly id: string;
  readonly steps: readonly string[];
}

const version = '1.0.0';
const yearly = 'review: {cycle: P12M, next: 2027-10-01}';

/** Teams and systems of a domain; the case system tells of these events beside its own. */
export function directory(d: string, events: readonly string[] = []): string {
  return `apiVersion: waymark/v1
kind: Directory
id: ${d}
title: Who and what serves ${d}
version: ${version}
status: active
effective: {from: 2026-01-01}
owner: ${d}-cx
${yearly}
teams:
  ${d}-cx:
    title: Journey owners of ${d}
    function: service
    people: [{id: ${d}-anna, handles: [${d}-anna]}, {id: ${d}-ben, handles: [${d}-ben]}]
    roles:
      - {id: lead, title: Lead, person: ${d}-anna, contact: "mailto:${d}@northwind.example", delegate: ${d}-cx#deputy}
      - {id: journey-owner, title: Journey owner, person: ${d}-anna, delegate: ${d}-cx#deputy}
      - {id: deputy, title: Deputy, person: ${d}-ben}
    escalatesTo: cx-office#director
  ${d}-ops:
    title: Operations of ${d}
    function: operations
    people: [{id: ${d}-carla, handles: [${d}-carla]}, {id: ${d}-dirk, handles: [${d}-dirk]}]
    roles:
      - {id: lead, title: Lead, person: ${d}-carla, delegate: ${d}-ops#agent}
      - {id: agent, title: Agent, person: ${d}-dirk}
    escalatesTo: ${d}-cx#lead
    capacity: {unit: requests, amount: 2400, perPeriod: P1M, ahtMinutes: 18, occupancy: 0.8}
  ${d}-field:
    title: Field team of ${d}
    function: field-service
    people: [{id: ${d}-emil, handles: [${d}-emil]}]
    roles: [{id: lead, title: Lead, person: ${d}-emil}]
    escalatesTo: ${d}-cx#lead
systems:
  ${d}-portal:
    title: Portal of ${d}
    type: app
    criticality: 2
    customerFacing: true
    channels: [app, web]
    integrations: [{to: ${d}-core, contract: intake, version: "2.1", elements: [request-text, photo, case-number], latency: 30s}]
    recovery: {rto: 4h, rpo: 15m}
    accessLog: {event: ${d}-portal-opened}
    security: {measures: [login with second factor]}
    emits:
${emitted(d, ['started', 'submitted', 'abandoned', 'portal-opened'])}
  ${d}-core:
    title: Case system of ${d}
    type: erp
    criticality: 2
    integrations: [{to: message-hub, contract: send-message, version: "1.2", elements: [customer-contact, case-number], latency: 1m}]
    recovery: {rto: 4h, rpo: 15m}
    accessLog: {event: ${d}-core-opened}
    security: {measures: [role-based access]}
    emits:
${emitted(d, ['registered', 'classified', 'assessed', 'decided', 'settled', 'declined', 'core-opened', ...events])}
  ${d}-desk:
    title: Service line of ${d}
    type: telephony
    criticality: 3
    customerFacing: true
    channels: [phone]
    recovery: {rto: 8h, rpo: 1h}
    accessLog: {event: ${d}-desk-opened}
    security: {measures: [calls are not recorded]}
    emits:
${emitted(d, ['called', 'captured', 'hung-up', 'desk-opened'])}
  ${d}-tablet:
    title: Tablet of the field team of ${d}
    type: field-service
    criticality: 3
    channels: [field]
    recovery: {rto: 8h, rpo: 1h}
    accessLog: {event: ${d}-tablet-opened}
    security: {measures: [device encryption]}
    emits:
${emitted(d, ['assigned', 'visited', 'missed', 'called-off', 'tablet-opened'])}
`;
}

function emitted(d: string, events: readonly string[]): string {
  return events.map((event) => `      - event: ${d}-${event}
        caseKey: caseNumber
        timestamp: occurredAt
        attributes: [{name: caseNumber, type: string, element: case-number}]
        purpose: ${event.endsWith('opened') ? 'legal-retention' : 'service-delivery'}
        latency: 1m
        quality: [{rule: completeness, threshold: 99, onFail: quarantine, owner: ${d}-ops}]`).join('\n');
}

interface Promise {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly consumer: string;
  readonly start: string;
  readonly stop: string;
  readonly hours: number;
}

/** What the teams promise each other so that the customer's promise of ten days can be kept. */
const agreements: readonly Promise[] = [
  { id: 'triage', title: 'Request is classified', provider: 'ops', consumer: 'cx', start: 'registered', stop: 'classified', hours: 4 },
  { id: 'hand-to-field', title: 'Specialist is assigned', provider: 'field', consumer: 'ops', start: 'classified', stop: 'assigned', hours: 2 },
  { id: 'visit', title: 'Visit is made', provider: 'field', consumer: 'ops', start: 'assigned', stop: 'visited', hours: 30 },
  { id: 'hand-to-desk', title: 'Report reaches the desk', provider: 'field', consumer: 'ops', start: 'visited', stop: 'assessed', hours: 2 },
  { id: 'estimate', title: 'Estimate without a visit', provider: 'ops', consumer: 'cx', start: 'classified', stop: 'assessed', hours: 2 },
  { id: 'decision', title: 'Request is decided', provider: 'ops', consumer: 'cx', start: 'assessed', stop: 'decided', hours: 20 },
  { id: 'answer', title: 'Customer has the answer', provider: 'ops', consumer: 'cx', start: 'decided', stop: `settled, ${'declined'}`, hours: 4 },
];

function promises(d: string): string {
  const parts = agreements.map((each) => promise(d, { id: each.id, title: each.title }, `type: ola
metric: duration
provider: ${d}-${each.provider}
consumer: ${d}-${each.consumer}
clock: {start: ${d}-${each.start}, stop: [${each.stop.split(', ').map((event) => `${d}-${event}`).join(', ')}]}
calendar: office-hours
targets: [{within: ${each.hours}h, percent: 98, each: tier}]
window: P1M
eachJourney: true
warnAt: 80
agreement: ${d}-agreement
underpins: [${d}-settlement]
`));
  return [settlement(d), ...parts].join('---\n');
}

function settlement(d: string): string {
  return promise(d, { id: 'settlement', title: 'Request settled' }, `type: sla
metric: duration
provider: ${d}-ops
consumer: customer
clock: {start: ${d}-registered, stop: [${d}-settled, ${d}-declined]}
calendar: office-hours
targets: [{within: 10d, percent: 88, each: tier}, {tier: gold, within: 8d, percent: 88}]
window: P1M
floor: 10d
warnAt: 80
escalation: ${d}-cx#journey-owner
expires: 2027-08-31
agreement: ${d}-agreement
`);
}

export function promise(d: string, { id, title }: Pick<Promise, 'id' | 'title'>, rest: string): string {
  return `apiVersion: waymark/v1
kind: Sla
id: ${d}-${id}
title: ${title}
version: ${version}
status: active
effective: {from: 2026-09-01}
owner: ${d}-cx
${yearly}
${rest}`;
}

function records(d: string, journeys: readonly DomainJourney[]): string {
  const slas = ['settlement', ...agreements.map(({ id }) => id)].map((id) => `${d}-${id}@${version}`);
  const systems = ['portal', 'core', 'desk', 'tablet'].map((id) => `${d}-${id}@${version}`);
  return [
    record(d, 'agreement', 'What we promise customers and each other', 'agreement', '2026-08-12', [`${d}-cx#lead`], slas, `parties: [${d}-cx, ${d}-ops, ${d}-field, customer]\npurpose: service-delivery\nexpires: 2028-01-01\n`),
    record(d, 'review', 'Quarterly journey review', 'review', '2026-10-20', [`${d}-cx#lead`, `${d}-ops#lead`], [`${d}@${version}`, ...slas, ...journeys.map(({ id }) => `${id}@${version}`)], `participants: [${d}-cx, ${d}-ops, ${d}-field, compliance]\n`),
    record(d, 'audit', 'Audit of systems and journeys', 'audit', '2026-10-02', ['compliance#lead'], [...systems, ...journeys.map(({ id }) => `${id}@${version}`)], 'conformance: conforms\nfindings: [none]\n'),
    record(d, 'risk', 'Risk of the systems', 'assessment', '2026-10-02', ['platform#lead'], systems, 'assesses: risk\nresult: no open risk above medium\nvalidUntil: 2027-10-01\n'),
    validation(d, journeys),
  ].join('---\n');
}

function validation(d: string, journeys: readonly DomainJourney[]): string {
  const steps = journeys.flatMap(({ id, steps: names }) => names.map((step) => `${id}#${step}`));
  const details = `method: a day beside the people who do it\nsteps: [${steps.join(', ')}]\nparticipants: [${d}-ops#agent, ${d}-field#lead]\n`;
  return record(d, 'validation', 'Walked through with the people who do it', 'validation', '2026-10-06', [`${d}-ops#lead`], journeys.map(({ id }) => `${id}@${version}`), details);
}

export function record(d: string, id: string, title: string, type: string, date: string, by: readonly string[], subject: readonly string[], details: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: ${d}-${id}
title: ${title}
type: ${type}
date: ${date}
by: [${by.join(', ')}]
subject: [${subject.join(', ')}]
${details}outcome: as written; no change needed
`;
}
