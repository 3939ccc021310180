import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { owedFields } from '../../src/analysis/owed-fields.js';
import { fieldOf, valueAt, type JsonValue, type Path } from '../../src/base/json.js';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { walkFor } from '../../src/schema/walk.js';
import { activeDocument } from '../../src/validate/example-texts.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

/** Documents that say all that an active document owes, in every shape that owes something. */
const whole: readonly string[] = [
  `kind: Calendar
id: office
timezone: Europe/Berlin
weekly: {mon: ["08:00-18:00"]}
horizon: {from: 2026-01-01, until: 2028-01-01}
peaks: [{from: 2026-12-01, until: 2026-12-24}]
`,
  `kind: DataCatalog
id: claims-data
elements:
  - {id: photo, title: Damage photo, class: internal, nature: personal, owner: claims, steward: claims, subjectCategory: customer, master: crm, retention: {period: P1Y, from: collection, action: erase}}
purposes: [{id: service, basis: contract}]
activities:
  - {id: settle, purpose: service, elements: [photo], subjects: [customer], transfers: [{to: CH, safeguard: standard contractual clauses}]}
  - {id: answer, purpose: service, elements: [photo], subjects: [customer]}
entities: [{id: claim, master: crm, steward: claims, elements: [photo]}]
grants: [{role: claims#lead, elements: [photo], purpose: service, expires: 2027-12-31}]
profiles: [{id: cards, use: workshop, method: k-anonymity, params: {k: 10}}]
`,
  `kind: Directory
id: more
terms: {claim: {preferred: claim}}
data: {address: {title: Address, class: internal, nature: none, owner: claims, steward: claims, master: crm, retention: {period: P1Y, from: collection, action: erase}}}
`,
  `kind: Glossary
id: words
terms: [{id: visit, preferred: visit, forbidden: [inspection]}]
statuses: [{code: open, preferred: We are looking}]
causes: [{code: late, label: Too late}]
`,
  `kind: Journey
id: lost-card
customerGoal: Nobody can use my card
scope:
  includes: [support]
  excludes: [{lifecycle: acquire, reason: has a journey of its own}, {lifecycle: onboard, reason: other}, {lifecycle: use, reason: other}, {lifecycle: leave, reason: other}]
  regions: [DE]
  endsWith: [{step: block, outcome: success}]
volume: {cases: 1200, per: P1Y}
kpis: {primary: [settled]}
measures: [{id: time-to-block, of: cycle-time, from: call, to: block}]
dashboards: [{title: Cards, url: "https://numbers.example/cards"}]
stages:
  - id: report
    title: Report
    lifecycle: support
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: frontstage, channel: phone, systems: [crm], disclosures: [rights], requires: [{evidence: protocol, of: blocking}], end: success}
disclosures:
  - {id: rights, textFile: texts/rights.md, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", language: en, translations: [{language: de, textFile: texts/rights.de.md, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}
escalations: [{id: late, trigger: {event: card-blocked}, rungs: [{after: 2h, to: claims#lead, decisionRight: true}]}]
rules: [{id: order, type: route, explain: {logEvent: card-blocked, fields: [ruleVersion]}}]
training: [{audience: claims, material: "lms://cards"}]
resilience:
  scenarios: [{id: crm-down, loses: {system: crm}, fallback: {text: Lists on paper}}]
  rollback: {toVersion: 1.0.0}
`,
  `kind: Journey
id: lost-card-app
perspective: to-be
by: 2027-06-30
comparesTo: {none: true, reason: Nobody has drawn it yet}
customerGoal: Nobody can use my card
scope: {includes: [acquire, onboard, use, support, leave], regions: [DE]}
kpis: {primary: [settled]}
stages: [{id: report, title: Report, steps: [{id: call, title: Customer calls, lane: customer, channel: phone, end: success}]}]
`,
  `kind: Journey
id: lost-card-at
extends: lost-card-app@^1
overlay: [{op: set, path: scope.regions, value: [AT], reason: served from here too}]
`,
  `kind: Kpi
id: settled
unit: ratio
direction: up
outcome: Fewer customers leave
formula: {ratio: {numerator: {count: cases, where: {contacts: {event: card-blocked, gte: 2}}}, denominator: {count: cases}}}
source: [card-core]
window: P1M
cadence: P1M
baseline: {value: 0.5, period: 2026-Q2}
target: {value: 0.7}
benchmark: {source: Association, value: 0.6, date: 2026-03-01}
alerts: [{severity: warn, below: 0.4}]
breaks: [{date: 2026-02-01, reason: counted otherwise since then}]
`,
  `kind: Persona
id: fleet
type: customer
tier: {name: gold, rank: 1}
criteria: [{variable: address, op: gte, value: 5}]
`,
  `kind: Policy
id: default
profile: regulated
lifecycle: [acquire, onboard, use, support, leave]
channels: {phone: confidential, app: restricted, web: internal, email: internal, letter: internal}
`,
  `kind: Sla
id: answered
type: sla
metric: duration
provider: claims
consumer: customer
clock: {start: card-blocked, stop: answered, pause: [{from: asked, to: answered}]}
calendar: 24x7
targets: [{within: 4h, percent: 95}]
`,
  `kind: System
id: card-core
type: erp
emits:
  - {event: card-blocked, caseKey: caseId, timestamp: at, quality: [{rule: completeness, threshold: 98}]}
  - {event: asked, caseKey: caseId, timestamp: at, attributes: [{name: caseId, type: string}]}
  - {event: answered, caseKey: caseId, timestamp: at}
integrations: [{to: crm, elements: []}]
objectives: [{metric: availability, target: 99.5, window: P1M, escalation: claims#lead}]
recovery: {rto: 4h}
thirdParty: {vendor: Core AG, transfers: [{to: CH, safeguard: standard contractual clauses}]}
`,
  `kind: Team
id: cards
function: service
people: [{id: c-lang, handles: [c-lang]}]
capacity: {unit: cases, amount: 30, perPeriod: P1D}
`,
];

type Status = 'draft' | 'active';
type Value = { [field: string]: JsonValue };

/** A document as its author would write it, without one of its parts. */
function written(body: string, status: Status, without?: Path): string {
  const version = status === 'draft' ? '0.1.0' : '1.1.0';
  const value = { apiVersion: 'waymark/v1', title: 'A thing', version, status, effective: { from: '2026-09-01' }, owner: 'claims', review: { cycle: 'P6M' }, ...(load(body) as Value) };
  if (without !== undefined) delete (valueAt(value, without.slice(0, -1)) as Value)[String(without.at(-1))];
  return dump(value, { flowLevel: 2 });
}

/** What the documents speak of; they bring a Policy of their own. */
const surroundings = { 'waymark.yaml': exampleFiles['waymark.yaml']!, 'directory.yaml': exampleFiles['directory.yaml']!, 'texts/rights.md': 'test', 'texts/rights.de.md': 'test' };

interface Told {
  readonly findings: readonly Diagnostic[];
  readonly debts: readonly Diagnostic[];
}

function tellOf(body: string, status: Status, without?: Path): Told {
  return tellOfText(body, written(body, status, without));
}

/** What is told of a text in the place of one of the documents, among all the others. */
function tellOfText(body: string, text: string): Told {
  const others = whole.filter((each) => each !== body).map((each, index) => [`other-${index}.yaml`, written(each, 'active')] as const);
  const files = { ...surroundings, ...Object.fromEntries(others), 'it.yaml': text };
  const { diagnostics, drafts } = validate(loadWorkspaceFrom(files), { asOf: exampleDay });
  return { findings: diagnostics, debts: drafts.flatMap((draft) => draft.findings()) };
}

const wordsOf = (list: readonly Diagnostic[]): readonly string[] => list.map(({ code, message }) => `${code} ${message}`);

/** What is told of the document without a part that is not told of it whole. */
function brought(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(wordsOf(before));
  return after.filter(({ code, message }) => !known.has(`${code} ${message}`));
}

/** A document without anything that an active one owes. */
function bare(body: string, status: Status): string {
  const value = load(written(body, status)) as Value & { kind: string };
  walkFor((type) => type.type === 'object')(value.kind, value, (type, holder) => {
    for (const field of (type.type === 'object' && owedFields.get(type.shape)) || []) delete (holder as Value)[field];
  });
  return dump(value, { flowLevel: 2 });
}

interface Owed {
  readonly name: string;
  readonly body: string;
  readonly path: Path;
}

/** One place for each owed field of the language. */
function places(): ReadonlyMap<string, Owed> {
  const found = new Map<string, Owed>();
  for (const body of whole) {
    const { kind } = load(body) as { kind: string };
    walkFor((type) => type.type === 'object')(kind, load(written(body, 'active')), (type, value, keys) => {
      if (type.type !== 'object') return;
      for (const field of owedFields.get(type.shape) ?? []) {
        const name = `${type.shape}.${field}`;
        if (fieldOf(value, field) !== undefined && !found.has(name)) found.set(name, { name, body, path: [...keys, field] });
      }
    });
  }
  return found;
}

/** Entries of a Directory take from their kinds what they owe. */
const isOfItsOwn = (shape: string): boolean => !/^(?:Team|System|Persona|Calendar)InDirectory$/.test(shape);
const owed = [...owedFields].flatMap(([shape, fields]) => (isOfItsOwn(shape) ? fields.map((field) => `${shape}.${field}`) : []));

describe('every part that an active document owes', () => {
  const known = places();
  const documents = whole.map((body) => [body.split('\n').slice(0, 2).join(', '), body] as const);
  const inDocuments = owed.filter((name) => !name.startsWith('Workspace.'));

  it.each(documents)('there is nothing wrong with the whole %s', (_name, body) => {
    const errors = tellOf(body, 'active').findings.filter(({ severity }) => severity === 'error');
    expect(wordsOf(errors)).toEqual([]);
  });

  it.each(documents)('a sketch without any of them is no error: %s', (_name, body) => {
    const { findings, debts } = tellOfText(body, bare(body, 'draft'));
    expect(wordsOf(findings.filter(({ span }) => span?.source.uri === 'it.yaml'))).toEqual([]);
    expect(wordsOf(debts)).toContainEqual(expect.stringMatching(/^STR-008/));
    expect(wordsOf(tellOfText(body, bare(body, 'active')).findings)).not.toContainEqual(expect.stringContaining('could not be checked'));
  });

  it.each(inDocuments)('%s', (name) => {
    const place = known.get(name);
    expect(place, `no document here writes ${name}`).toBeDefined();
    const { body, path } = place!;
    const field = String(path.at(-1));

    const active = brought(tellOf(body, 'active').findings, tellOf(body, 'active', path).findings);
    expect(wordsOf(active)).toEqual([expect.stringMatching(new RegExp(`^STR-008 .*has no \`${field}\``))]);
    const [{ span, hint, message }] = active as [Diagnostic];
    expect(hint).toContain(`\`${field}:`);
    expect(message).not.toMatch(/\b(?:\d+(?:st|nd|rd|th)|undefined)\b/);
    expect(namesIn(body, path)).toContainEqual(load(span!.source.text.slice(span!.start, span!.end)));

    const [before, after] = [tellOf(body, 'draft'), tellOf(body, 'draft', path)];
    expect(wordsOf(brought(before.findings, after.findings))).toEqual([]);
    expect(wordsOf(brought(before.debts, after.debts))).toEqual([expect.stringMatching(new RegExp(`^STR-008 .*has no \`${field}\``))]);
  });
});

/** What may be pointed at when a part is missing: the key of what lacks it, a name that stands in it, or, without either, the whole. */
function namesIn(body: string, path: Path): readonly unknown[] {
  const holder = valueAt(load(written(body, 'active', path)), path.slice(0, -1));
  return [path.at(-2), ...Object.values(holder as Value), holder];
}

describe('what an active document leaves open is told once, and nothing is concluded from it', () => {
  const persona = (id: string, criterion: string): string => activeDocument('Persona', id, `effective: {from: 2026-09-01}\ntype: customer\ncriteria: [${criterion}]\n`);
  const catalogue = (rest: string): string => activeDocument('DataCatalog', 'claims-data', `effective: {from: 2026-09-01}
elements: [{id: photo, title: Damage photo, class: internal, nature: personal, owner: claims, steward: claims, subjectCategory: customer, master: crm, retention: {period: P1Y, from: collection, action: erase}}]
purposes: [{id: service, basis: contract}, {id: offers, basis: contract}]
${rest}`);
  const used = 'activities: [{id: settle, purpose: service, elements: [photo], subjects: [customer]}]\n';

  it.each<readonly [string, readonly string[], string]>([
    ['whom an activity is about', [catalogue('activities: [{id: settle, purpose: service, elements: [photo]}]\n')], 'Activity `settle` has no `subjects`'],
    ['what an activity is for', [catalogue('activities: [{id: settle, elements: [photo], subjects: [customer]}]\ngrants: [{role: claims#lead, elements: [photo], purpose: offers, expires: 2027-12-31}]\n')], 'Activity `settle` has no `purpose`'],
    ['what a permission is for', [catalogue(`${used}grants: [{role: claims#lead, elements: [photo], expires: 2027-12-31}]\n`)], 'Access grant `claims#lead` has no `purpose`'],
    ['which system is the master', [catalogue(`${used}entities: [{id: claim, steward: claims, elements: [photo]}]\n`)], 'Data entity `claim` has no `master`'],
    ['what an anonymisation is used for', [catalogue(`${used}profiles: [{id: cards, method: k-anonymity, params: {k: 10}}]\n`), 'apiVersion: waymark/v1\nkind: Record\nid: walk\ntype: engagement\ndate: 2026-10-01\nby: [claims#lead]\nsubject: [crm]\nparticipants: [claims#lead]\noutcome: Ten people walked through it\n'], 'Anonymisation profile `cards` has no `use`'],
    ['how a persona is recognised', [persona('young', '{variable: size}'), persona('old', '{variable: size, op: gte, value: 5}')], 'Criterion `size` has no `op`'],
    ['to whom a system passes data', [activeDocument('System', 'core', 'effective: {from: 2026-09-01}\nreview: {cycle: P6M}\ntype: erp\nintegrations: [{contract: claims-events}]\n')], 'Integration `claims-events` has no `to`'],
    ['which word is preferred', [activeDocument('Glossary', 'words', 'effective: {from: 2026-09-01}\nreview: {cycle: P6M}\nterms: [{id: thing, forbidden: [everybody]}]\nstatuses: [{code: open, preferred: Told to everybody}]\n')], 'Term `thing` has no `preferred`'],
  ])('%s', (_, documents, expected) => {
    const files = Object.fromEntries(documents.map((text, index) => [`it-${index}.yaml`, text]));
    const { diagnostics } = validate(loadWorkspaceFrom({ ...exampleFiles, ...files }), { asOf: exampleDay });
    const own = diagnostics.filter(({ code, span }) => span?.source.uri.startsWith('it-') && !['REF-001', 'REF-005'].includes(code));
    expect([...new Set(own.map(({ code }) => code))]).toEqual(['STR-008']);
    expect(own[0]?.message).toContain(expected);
  });
});
