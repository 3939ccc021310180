import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';

type Files = { readonly [path: string]: string };
type Example = 'insurance' | 'broadband' | 'parcel';

const examples = Object.fromEntries(
  (['insurance', 'broadband', 'parcel'] as const).map((name) => {
    const folder = resolve(root, 'journeys', name);
    return [name, Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))];
  }),
) as { readonly [name in Example]: Files };

function told(files: Files): readonly string[] {
  const { diagnostics } = runRules(buildWorkspace(loadDocuments(memoryTree(files))), rules, '2026-11-22', {});
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const journeys: { readonly [name in Example]: string } = { insurance: 'journeys/motor-claim.yaml', broadband: 'order-to-activation/broadband-order.yaml', parcel: 'exceptions/delivery-exception.yaml' };

interface Mistake {
  readonly title: string;
  readonly example: Example;
  readonly file?: string;
  readonly replace: string;
  readonly by: string;
  readonly told: readonly string[];
}

const mistakes: readonly Mistake[] = [
  {
    title: 'a photo that is not handed over',
    example: 'insurance',
    replace: 'hands: [claim-description, claim-photo, customer-contact, visit-preference, vehicle-plate, contract-type]',
    by: 'hands: [claim-description, customer-contact, visit-preference, vehicle-plate, contract-type]',
    told: ['GRF-014 Step `visit` uses `claim-photo`, which is known before, and `classify` does not hand it over.'],
  },
  {
    title: 'a branch that nobody waits for',
    example: 'insurance',
    replace: 'waitsFor: [acknowledge, fetch-policy]',
    by: 'waitsFor: [acknowledge]',
    told: ['GRF-007 Step `open-file` does not wait for the branch that begins with `fetch-policy`.'],
  },
  {
    title: 'a second visit without a limit',
    example: 'insurance',
    replace: '{to: visit, when: {event: inspection-missed}, repeats: 1}',
    by: '{to: visit, when: {event: inspection-missed}}',
    told: ['GRF-003 Step `visit` leads back to itself, and nothing says how often.'],
  },
  {
    title: 'a loop over two steps without a limit',
    example: 'broadband',
    replace: '{to: rebook-visit, when: {event: visit-missed}, share: 0.08, repeats: 1}',
    by: '{to: rebook-visit, when: {event: visit-missed}, share: 0.08}',
    told: ['GRF-006 Step `rebook-visit` leads back to `install`, and nothing says how often at most.'],
  },
  {
    title: 'a condition for every way',
    example: 'insurance',
    replace: '{to: declined}]',
    by: '{to: declined, when: refused}]',
    told: ['GRF-005 Every way from step `decide` has a condition, so a case that fits none of them is stuck.'],
  },
  {
    title: 'a misspelt step, told only where it is written',
    example: 'broadband',
    replace: 'next: show-summary',
    by: 'next: show-sumary',
    told: ['REF-002 Journey `broadband-order` has no step `show-sumary`, which `next` of step `configure` names.'],
  },
  {
    title: 'a call that ends the waiting and does not say so',
    example: 'broadband',
    file: 'order-to-activation/book-appointment.yaml',
    replace: '{after: 3d, to: call-customer, stops: true}',
    by: '{after: 3d, to: call-customer}',
    told: ['GRF-002 The branch that begins with `call-customer` while step `choose-slot` goes on does not end beside it.'],
  },
  {
    title: 'an outage in which the customer is sent to what is down',
    example: 'parcel',
    replace: 'fallback: {step: agent-helps}',
    by: 'fallback: {step: choose-option}',
    told: ['GRF-012 Step `choose-option` takes over when `parcel-app` is lost, and needs `parcel-app` itself.'],
  },
  {
    title: 'an outcome that the sub-journey never has',
    example: 'insurance',
    file: 'journeys/policyholder-lifecycle.yaml',
    replace: 'outcome: failure',
    by: 'outcome: abandon',
    told: ['GRF-009 Step `claim` expects that `motor-claim` ends with abandon, and it never does.'],
  },
  {
    title: 'a variant whose change no longer fits, with Records about its own steps',
    example: 'insurance',
    file: 'journeys/motor-claim-at.yaml',
    replace: 'path: disclosures.appeal-right.textFile',
    by: 'path: disclosures.appeal-rigth.textFile',
    told: ['VAR-009 The base has no `appeal-rigth` there.'],
  },
  {
    title: 'a variant whose new step lacks its name',
    example: 'insurance',
    file: 'journeys/motor-claim-at.yaml',
    replace: '      title: Partner garage inspects\n',
    by: '',
    told: ['VAR-009 Step `partner-visit` has no `title`.'],
  },
  {
    title: 'a variant for any version',
    example: 'insurance',
    file: 'journeys/motor-claim-at.yaml',
    replace: 'extends: motor-claim@^2.3',
    by: 'extends: motor-claim',
    told: ['VAR-012 Variant `motor-claim-at` does not say for which versions of `motor-claim` it is made.'],
  },
  {
    title: 'two rules of equal weight',
    example: 'insurance',
    replace: 'precedence: 20',
    by: 'precedence: 10',
    told: ['VAR-007 Rules `slot-offer` and `fleet-first` may apply to the same customer, and both have precedence 10.'],
  },
  {
    title: 'a vital system whose loss nobody has tried',
    example: 'insurance',
    replace: ', exercised: test-2026-022',
    by: '',
    told: ['RES-001 Scenario `core-down`, the loss of the vital system `claims-core`, was never exercised.'],
  },
];

describe('one mistake in a sound workspace is told once', () => {
  const before = new Map<Example, ReadonlySet<string>>();

  beforeAll(() => {
    for (const [name, files] of Object.entries(examples)) before.set(name as Example, new Set(told(files)));
  });

  it.each(mistakes.map((each) => [each.title, each] as const))('%s', (_, { example, file = journeys[example], replace, by, told: expected }) => {
    const text = examples[example][file]!;
    expect(text).toContain(replace);
    const findings = told({ ...examples[example], [file]: text.replace(replace, by) });
    expect(findings.filter((finding) => !before.get(example)!.has(finding))).toEqual(expected);
  });
});

describe('a first sketch', () => {
  const sketch = `# yaml-language-server: $schema=../schemas/journey.schema.json
apiVersion: waymark/v1
kind: Journey
id: motor-claim
title: Motor claim from first notice to payment
version: 0.1.0
status: draft
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: submit, title: Customer reports the accident, lane: customer, channel: app}
      - {id: confirm, title: We confirm by SMS, lane: frontstage, channel: sms, end: success}
`;
  const team = 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 0.1.0\nstatus: draft\nowner: claims\n';

  it('of fourteen lines is never a red page', () => {
    expect(told({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: example\ntitle: Example\n', 'team.yaml': team, 'claim.yaml': sketch })).toEqual([]);
  });
});

describe('one cause in the ways of a journey is told once', () => {
  const repair = (steps: readonly string[], status: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: repair\ntitle: Repair\nversion: 1.0.0\nstatus: ${status}\nowner: claims\nstages:\n  - id: visit\n    title: Visit\n    steps:\n${steps.map((step) => `      - {${step}}\n`).join('')}`;
  const aboutWays = (steps: readonly string[], status = 'draft'): readonly string[] => told({ ...exampleFiles, 'repair.yaml': repair(steps, status) }).filter((finding) => /^(GRF|REF-00[12]|STR-0(03|11))/.test(finding));
  const call = 'id: call, title: Customer calls, lane: customer';
  const work = 'id: work, title: We work, lane: backstage';
  const parts = 'id: parts, title: We order parts, lane: backstage';
  const remind = 'id: remind, title: We remind, lane: frontstage';
  const done = 'id: done, title: We are done, lane: frontstage, end: success';

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['one id on two steps in a row', [call, work, work, done], ['STR-003 There are two steps `work` in journey `repair`.']],
    ['a step alongside itself', [call, `${work}, alongside: work`, done], ['GRF-003 Step `work` happens alongside itself, so it never begins.']],
    ['a last step alongside itself', [call, `${work}, alongside: work, end: success`], ['GRF-003 Step `work` happens alongside itself, so it never begins.']],
    ['an only step alongside itself', [`${call}, alongside: [call]`], ['GRF-003 Step `call` happens alongside itself, so it never begins.']],
    ['a reminder that the case is sent to', [`${call}, meanwhile: [{every: 1d, times: 2, to: remind}], next: remind`, `${remind}, end: side`, done], ['GRF-002 After step `call` the case goes on to `remind`, where only a side branch ends.']],
    ['a reminder that sends the case on', [`${call}, meanwhile: [{every: 1d, times: 2, to: remind}], next: done`, `${remind}, next: done`, done], ['GRF-002 The branch that begins with `remind` while step `call` goes on does not end beside it.']],
    ['a step that begins itself while it runs', [`${call}, meanwhile: [{every: 1d, to: call}]`, done], ['GRF-003 While step `call` runs, it would begin a second time beside itself.']],
    ['a step that starts over again and again', [`${call}, meanwhile: [{every: 1d, to: call, stops: true}]`, done], ['GRF-003 Step `call` leads back to itself, and nothing says how often.']],
    ['a step that leads only to itself', [`${call}, next: call`, done], ['GRF-003 Step `call` leads back to itself, and nothing says how often.']],
  ])('%s', (_, steps, expected) => {
    expect(aboutWays(steps)).toEqual(expected);
  });

  it('waiting for steps that nobody starts together', () => {
    const steps = [call, work, parts, `${done}, waitsFor: [work, parts]`];
    expect(aboutWays(steps, 'active')).toEqual(['GRF-007 Step `done` waits for `work` and `parts`, which no step starts together.']);
    expect(aboutWays(steps)).toEqual(['GRF-001 No case can reach step `parts`.']);
  });
});
