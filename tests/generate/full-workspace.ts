import { createHash } from 'node:crypto';
import { parseAllDocuments } from 'yaml';
import { isArray, isObject, type JsonObject, type JsonValue, type Path } from '../../src/base/json.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { complaintsAbout } from '../../src/load/check-schema.js';
import { scalars, type KindName } from '../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../src/schema/language.js';
import { memberFor, shapeOf } from '../../src/schema/type-at.js';
import { withValueAt } from '../../src/base/json.js';

/** Documents that the example has not, so that each kind stands in a file of its own as well. */
const more = `apiVersion: waymark/v1
kind: Team
id: desk
title: Service desk
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
function: service
people: [{id: b-maier, handles: [b-maier]}, {id: c-lenz, handles: [c-lenz]}]
roles: [{id: lead, title: Head of the desk, person: b-maier, contact: "mailto:lead@example.org"}, {id: second, person: c-lenz, contact: "mailto:second@example.org"}]
codeHandles: ["@example/desk"]
---
apiVersion: waymark/v1
kind: System
id: helpdesk
title: Helpdesk
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: desk
type: helpdesk
emits:
  - {event: claim-reported, caseKey: claimId, timestamp: at, attributes: [{name: channel, type: string}], quality: [{rule: completeness, threshold: 95, onFail: quarantine}]}
  - {event: claim-paid, caseKey: claimId, timestamp: at}
  - {event: papers-asked, caseKey: claimId, timestamp: at}
  - {event: papers-received, caseKey: claimId, timestamp: at}
---
apiVersion: waymark/v1
kind: Persona
id: commuter
title: Commuter
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
type: customer
share: 0.4
---
apiVersion: waymark/v1
kind: Kpi
id: reopened
title: Claims reopened
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
unit: duration(h)
direction: down
formula: {percentile: {duration: {from: claim-reported, to: claim-paid, clock: office}, p: 90}, where: {all: [{event: claim-paid}, {attribute: {name: claim-reported.channel, op: eq, value: app}}, {contacts: {event: claim-reported, gte: 1, lte: 3, within: P7D}}, {not: {repeat: {event: papers-asked, atLeast: 2, within: P2D}}}]}}
anchor: claim-paid
window: P1M
cadence: P1W
target: {from: 2, to: 8, by: 2026-12-31}
alerts: [{severity: page, above: 40, for: P2D, segment: [channel]}]
---
apiVersion: waymark/v1
kind: Journey
id: salvage
title: Salvage
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
volume: {cases: 10, per: P1W, each: branch}
measures: [{id: tow-time, of: cycle-time, from: order, to: done, target: 2d, by: 2027-01-01}]
resilience: {scenarios: [{id: no-tow, loses: {team: payments}, fallback: {text: we call another one}}]}
stages:
  - id: fetch
    title: Fetch
    time: 1-2d
    steps:
      - {id: order, title: We order the tow, lane: backstage, journey: complaint, when: {element: reference, op: eq, value: car}, feels: {as: upset}, quotes: [{text: It took long, by: fleet manager}], meanwhile: [{event: papers-asked, to: remind}], passes: [reference], returns: [reference], next: {some: [tow, rent]}}
      - {id: tow, title: Car is towed, lane: support, next: done}
      - {id: rent, title: Customer rents, lane: customer, channel: phone, onFail: tow, next: done, meanwhile: [{every: 1d, times: 3, to: remind}]}
      - {id: remind, title: We remind, lane: frontstage, end: side}
      - {id: done, title: Salvage is done, lane: backstage, waitsFor: [tow, rent], end: success, endsAs: Sold}
      - {id: note, title: We note it, lane: support, alongside: done}
escalations:
  - {id: slow, trigger: {event: claim-paid}, rungs: [{after: 2d, to: desk#lead}]}
  - {id: low, trigger: {kpi: completion}, rungs: [{after: 1d, to: desk#second}]}
---
apiVersion: waymark/v1
kind: Journey
id: salvage-app
title: Salvage in the app
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
perspective: to-be
by: 2027-06-01
comparesTo: {none: true, reason: nothing like it is there}
review: {next: 2026-12-01}
slas: [settled]
stages:
  - {id: ask, title: Ask, steps: [{id: tap, title: Customer taps, lane: customer, channel: app, data: {collects: [photo]}, systems: [core], dependsOn: [{system: core, mode: degraded, fallback: {text: we note it}}], promise: {within: 1h, percent: 90, window: P1M}, end: success}]}
escalations:
  - {id: slow, trigger: {event: claim-paid}, rungs: [{after: 2d, to: desk#lead}]}
---
apiVersion: waymark/v1
kind: Kpi
id: worked
title: Every sort of formula
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
unit: count
direction: up
formula:
  product:
    - {visits: {step: claim#check, counted: all}}
    - {sum: {attribute: claim-decided.amount, discount: 0.08}}
    - {mean: {duration: {from: claim-reported, to: claim-paid, clock: office}}}
    - {median: {touch: {steps: [claim#check, claim#decide], clock: office}}}
    - {scoreShare: {of: claim-reported.channel, values: [9, 10]}}
    - {diff: {minuend: {count: cases}, subtrahend: {count: events}}}
    - {cohort: {start: {event: claim-reported}, lost: {outcome: abandon}, new: {event: claim-paid}, result: lost}}
    - {percentile: {attribute: claim-decided.amount, discount: 0.05, p: 50}}
    - {percentile: {touch: {steps: claim#check}, p: 75}}
  where: {any: [{pathIncludes: claim#check}, {precededBy: {dimension: stage, event: claim-paid, within: P5D}}, {promise: {sla: settled, is: kept}}, {replays: claim}]}
anchor: claim-paid
window: P1M
cadence: P1W
---
apiVersion: waymark/v1
kind: Sla
id: answered-each
title: Answered to each
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
type: sla
metric: response
provider: claims
consumer: customer
clock: {start: papers-asked, stop: papers-received}
calendar: mornings
window: P1W
targets: [{within: 2h, percent: 95, each: tier}]
---
apiVersion: waymark/v1
kind: Calendar
id: short-office
title: Office hours without afternoons
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
extends: office
timezone: Europe/Berlin
horizon: {from: 2026-01-01, until: 2027-12-31}
---
apiVersion: waymark/v1
kind: DataCatalog
id: more-purposes
title: What else data are for
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
purposes: [{id: statistics, basis: contract}]
---
apiVersion: waymark/v1
kind: Policy
id: strict
title: How we shall govern journeys
version: 0.1.0
status: draft
owner: claims
roles: {dpo: desk#second}
approvals: {compatible: {all: [journey-owner, dpo]}}
---
apiVersion: waymark/v1
kind: Policy
id: lax
title: How we governed journeys
version: 0.1.0
status: draft
owner: claims
roles: {dpo: desk#second}
approvals: {compatible: {all: [dpo]}}
---
apiVersion: waymark/v1
kind: Journey
id: salvage-at
title: Salvage in Austria
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
extends: salvage@^1
overlay:
  - {op: set, path: customerGoal, value: The car is away, reason: Law of the place}
  - {op: add, path: stages.fetch.steps, after: order, value: {id: sign, title: Customer signs, lane: customer, end: side}}
  - {op: add, path: stages.fetch.steps, before: done, value: {id: pay-tow, title: We pay the tow, lane: backstage, end: side}}
  - {op: remove, path: stages.fetch.steps.note}
---
apiVersion: waymark/v1
kind: Journey
id: salvage-web
title: Salvage in the browser
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
perspective: to-be
comparesTo: {spec: salvage@1.0.0}
stages:
  - {id: ask, title: Ask, steps: [{id: type, title: Customer types, lane: customer, channel: app, end: success}]}
`;

/** Fields, and a shape, to which nothing is added: it would make another document of it, or a way that goes nowhere. */
const leftOut = new Set(['OverlayOperation', 'extends', 'overlay', 'waitsFor', 'alongside', 'members', 'ignore', 'imports', 'policy', 'comparesTo', 'perspective', 'each', 'onFail', 'journey', 'by']);

/** Names of what the example declares, by what a field refers to. */
const declared: { readonly [to: string]: string } = { Team: 'desk', Event: 'claim-paid', Step: 'check', Stage: 'decision', Record: 'agreement-2026', Sla: 'settled', Kpi: 'completion', Persona: 'fleet', System: 'core', Calendar: 'office', Element: 'photo', Purpose: 'service', Channel: 'phone', Regime: 'conduct', LifecyclePhase: 'use', Journey: 'complaint', Disclosure: 'reasons', Status: 'in-work', Tier: 'gold', Scenario: 'core-down', Person: 'b-maier', DataClass: 'confidential', Policy: 'default', 'same kind': 'some-name' };
const declaredScalars: { readonly [name: string]: string } = { RoleRef: 'desk#lead', ActorRef: 'desk', TeamOrRole: 'desk#lead', ConsumerRef: 'customer', ClockPoint: 'claim-paid', SubjectRef: 'claim@1.0.0', ParticipantRef: 'desk#lead' };

/** All promises of the example hold over a month: one holds over another time, so that it is seen who takes that over. */
const others: { readonly [id: string]: JsonObject | undefined } = { told: { window: 'P3M' } };

/** A copy from another repository, byte for byte. */
const copied = { 'vendor/hours.yaml': `apiVersion: waymark/v1
kind: Calendar
id: group-hours
title: Hours of the group
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: group
timezone: Europe/Berlin
weekly: {mon: ["08:00-18:00"]}
horizon: {from: 2026-01-01, until: 2027-12-31}
` };

/** Which files belong to the workspace, and which Policy governs it. */
const settings = `policy: default
members: [abroad]
ignore: ["sketches/**"]
imports: [{name: group, source: vendor/hours.yaml, version: ^1.0.0, integrity: ${createHash('sha256').update(copied['vendor/hours.yaml']).digest('hex')}}]
`;

/** The files of the example with every field of the language written wherever it can first stand. */
export const fullFiles: { readonly [path: string]: string } = { ...completedFiles({ ...exampleFiles, 'waymark.yaml': exampleFiles['waymark.yaml'] + settings, 'more.yaml': more }), ...copied };

function completedFiles(files: { readonly [path: string]: string }): { readonly [path: string]: string } {
  const written = new Set<string>();
  const completedText = (text: string): string => parseAllDocuments(text).map((document) => {
    const value = { ...(document.toJS() as JsonObject), ...others[document.get('id') as string] };
    return JSON.stringify(completed(String(value['kind']), value, written));
  }).join('\n---\n');
  return Object.fromEntries(Object.entries(files).filter(([file]) => file !== 'farewell.yaml').map(([file, text]) => [file, file.endsWith('.yaml') ? completedText(text) : text]));
}

function completed(kind: string, document: JsonObject, written: Set<string>): JsonObject {
  return completeShape(kind, kind, document, [], document, written) as JsonObject;
}

/** Adds each field that no document has had so far, where the form stays sound with it. */
function completeShape(kind: string, shape: string, root: JsonObject, path: Path, value: JsonValue, written: Set<string>): JsonValue {
  let whole = root;
  let own = value as JsonObject;
  for (const [field, { type, oneOf, notBeside }] of Object.entries(shapeOf(shape))) {
    if (Object.hasOwn(own, field)) {
      written.add(`${shape}.${field}`);
      continue;
    }
    if (leftOut.has(field) || leftOut.has(shape) || oneOf !== undefined || notBeside?.some((name) => Object.hasOwn(own, name)) === true || written.has(`${shape}.${field}`)) continue;
    const added = valueFor(type, [shape]);
    if (added === undefined) continue;
    const tried = withValueAt(whole, path, { ...own, [field]: added }) as JsonObject;
    if (complaintsAbout({ kind: kind as KindName, value: tried }).length > 0) continue;
    written.add(`${shape}.${field}`);
    [whole, own] = [tried, { ...own, [field]: added }];
  }
  return Object.fromEntries(Object.entries(own).map(([field, inner]) => [field, completeValue(kind, shapeOf(shape)[field]?.type, whole, [...path, field], inner, written)]));
}

function completeValue(kind: string, type: TypeExpression | undefined, root: JsonObject, path: Path, value: JsonValue, written: Set<string>): JsonValue {
  const own = type === undefined ? undefined : memberFor(type, value);
  if (own?.type === 'list' && isArray(value)) return value.map((entry, index) => completeValue(kind, own.of, root, [...path, index], entry, written));
  if (own?.type === 'map' && isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, completeValue(kind, own.of, root, [...path, key], entry, written)]));
  return own?.type === 'object' && isObject(value) ? completeShape(kind, own.shape, root, path, value, written) : value;
}

/** A value with every field; `undefined` where a shape would hold itself without end. */
function valueFor(type: TypeExpression, within: readonly string[]): JsonValue | undefined {
  switch (type.type) {
    case 'scalar':
      return declaredScalars[type.name] ?? exampleOf(type.name);
    case 'reference':
      return type.to.map((to) => declared[to]).find((name) => name !== undefined) ?? 'some-name';
    case 'word':
      return type.words[0]!;
    case 'object':
      return within.includes(type.shape) ? undefined : objectFor(type.shape, within);
    case 'list': {
      const entry = valueFor(type.of, within);
      return entry === undefined ? undefined : [entry];
    }
    case 'map': {
      const entry = valueFor(type.of, within);
      return entry === undefined ? undefined : { 'some-key': entry };
    }
    case 'union':
      return valueFor(type.of.find((member) => member.type === 'object') ?? type.of[0]!, within);
  }
}

function objectFor(shape: string, within: readonly string[]): JsonObject {
  const fields = Object.entries(shapeOf(shape)).filter(([field, { notBeside }]) => notBeside === undefined && !leftOut.has(field));
  const valued = fields.flatMap(([field, { type, oneOf }]) => {
    const value = valueFor(type, [...within, shape]);
    return value === undefined ? [] : [{ field, value, oneOf }];
  });
  const chosen = valued.find(({ oneOf }) => oneOf !== undefined);
  return Object.fromEntries(valued.filter((each) => each.oneOf === undefined || each === chosen).map(({ field, value }) => [field, value]));
}

function exampleOf(name: string): JsonValue {
  const { example, form } = scalars[name]!;
  const first = typeof form.type === 'string' ? form.type : form.type?.[0];
  return first === 'boolean' ? example === 'true' : first === 'number' || first === 'integer' ? Number(example) : example;
}
