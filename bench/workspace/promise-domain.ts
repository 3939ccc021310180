import { directory, promise, record } from './domain-text.js';
import type { GeneratedFile } from './generate-workspace.js';

/** What a journey promises its customers. */
export interface CustomerPromise {
  readonly journey: string;
  readonly hours: number;
  readonly percent: number;
  /** Hours for gold customers, where they are promised less. */
  readonly goldHours: number | undefined;
}

/** A journey, with the names of its steps for the evidence. */
export interface PromisingJourney {
  readonly promise: CustomerPromise;
  readonly steps: readonly string[];
}

/** Events of the case system that the promises hang on, beside those of every domain. */
const events = ['prepared', 'dispatched', 'invoiced'] as const;

/** Teams, systems, agreements and evidence of a domain whose journeys each make a promise of their own. */
export function promiseDomainFiles(domain: string, journeys: readonly PromisingJourney[]): readonly GeneratedFile[] {
  const wholes = journeys.map(({ promise: { journey } }) => `${journey}-promise`);
  return [
    { path: `${domain}/directory.yaml`, content: directory(domain, events) },
    { path: `${domain}/agreements.yaml`, content: agreements.map((each) => agreement(domain, each)).join('---\n') },
    { path: `${domain}/promises.yaml`, content: journeys.map((journey) => customerPromise(domain, journey.promise)).join('---\n') },
    { path: `${domain}/records.yaml`, content: records(domain, [...agreements.map(({ id }) => `${domain}-${id}`), ...wholes], journeys) },
  ];
}

interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly consumer: string;
  readonly start: string;
  readonly stop: string;
  readonly hours: number;
}

/** Agreements of the teams: on a step, and over the branches that run together. */
const agreements: readonly Agreement[] = [
  { id: 'triage', title: 'Request is classified', provider: 'ops', consumer: 'cx', start: 'registered', stop: 'classified', hours: 4 },
  { id: 'carry-out', title: 'Ordered, invoiced and told', provider: 'ops', consumer: 'cx', start: 'assessed', stop: 'settled', hours: 24 },
];

function agreement(d: string, { id, title, provider, consumer, start, stop, hours }: Agreement): string {
  return promise(d, { id, title }, `type: ola
metric: duration
provider: ${d}-${provider}
consumer: ${d}-${consumer}
clock: {start: ${d}-${start}, stop: [${d}-${stop}]}
calendar: office-hours
targets: [{within: ${hours}h, percent: 99, each: tier}]
window: P1M
eachJourney: true
warnAt: 80
agreement: ${d}-agreement
`);
}

function customerPromise(d: string, { journey, hours, percent, goldHours }: CustomerPromise): string {
  const gold = goldHours === undefined ? '' : `, {tier: gold, within: ${goldHours}h, percent: ${percent}}`;
  return promise(journey, { id: 'promise', title: 'Request settled' }, `type: sla
metric: duration
provider: ${d}-ops
consumer: customer
clock: {start: ${d}-registered, stop: [${d}-settled]}
calendar: office-hours
targets: [{within: ${hours}h, percent: ${percent}, each: tier}${gold}]
window: P1M
warnAt: 80
escalation: ${d}-cx#journey-owner
expires: 2027-08-31
agreement: ${d}-agreement
`).replace(`owner: ${journey}-cx`, `owner: ${d}-cx`);
}

function records(d: string, promises: readonly string[], journeys: readonly PromisingJourney[]): string {
  const slas = promises.map((id) => `${id}@1.0.0`);
  const all = journeys.map(({ promise: { journey } }) => `${journey}@1.0.0`);
  const systems = ['portal', 'core', 'desk', 'tablet'].map((id) => `${d}-${id}@1.0.0`);
  const steps = journeys.flatMap(({ promise: { journey }, steps: names }) => names.map((step) => `${journey}#${step}`));
  return [
    record(d, 'agreement', 'What we promise customers and each other', 'agreement', '2026-08-12', [`${d}-cx#lead`], slas, `parties: [${d}-cx, ${d}-ops, ${d}-field, customer]\npurpose: service-delivery\nexpires: 2028-01-01\n`),
    record(d, 'review', 'Quarterly journey review', 'review', '2026-10-20', [`${d}-cx#lead`, `${d}-ops#lead`], [`${d}@1.0.0`, ...slas, ...all], `participants: [${d}-cx, ${d}-ops, ${d}-field, compliance]\n`),
    record(d, 'audit', 'Audit of systems and journeys', 'audit', '2026-10-02', ['compliance#lead'], [...systems, ...all], 'conformance: conforms\nfindings: [none]\n'),
    record(d, 'risk', 'Risk of the systems', 'assessment', '2026-10-02', ['platform#lead'], systems, 'assesses: risk\nresult: no open risk above medium\nvalidUntil: 2027-10-01\n'),
    record(d, 'validation', 'Walked through with the people who do it', 'validation', '2026-10-06', [`${d}-ops#lead`], all, `method: a day beside the people who do it\nsteps: [${steps.join(', ')}]\nparticipants: [${d}-ops#agent, ${d}-field#lead]\n`),
  ].join('---\n');
}
