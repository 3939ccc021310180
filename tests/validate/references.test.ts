import { describe, expect, it } from 'vitest';
import { exampleDay, exampleWorkspace } from '../../src/validate/example-workspace.js';
import { rules } from '../../src/validate/rules/index.js';
import { runRules } from '../../src/validate/run-rules.js';

/** Messages of the rules of references, all of them on. */
function told(files: { readonly [path: string]: string }, codes = ['REF-001', 'REF-002', 'REF-003', 'REF-006', 'REF-007']): readonly string[] {
  const workspace = exampleWorkspace({ title: '', files });
  const { diagnostics } = runRules(workspace, rules.filter(({ code }) => codes.includes(code)), exampleDay, { profile: 'regulated' });
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const header = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: claims\n`;

const journey = (id: string, steps: string): string => `${header('Journey', id)}stages:\n  - id: report\n    title: Report\n    steps:\n${steps}`;

const record = (more: string): string => `apiVersion: waymark/v1\nkind: Record\nid: validation-1\ntype: validation\ndate: 2026-05-04\n${more}`;

describe('references to what a broken document may declare', () => {
  it('are silent about a team of a Directory on one line', () => {
    expect(told({ 'more.yaml': `${header('Directory', 'more')}teams: {cards: Cards, desk: [}\n`, 'sla.yaml': header('Sla', 'answer').replace('owner: claims', 'owner: cards') })).toEqual([]);
  });

  it('are silent about phases and channels of a Policy', () => {
    const policy = `${header('Policy', 'default')}lifecycle: [discover, buy]\nchannels: {counter: public}\nprofle: standard\n`;
    const buying = journey('buying', '      - {id: ask, title: Customer asks, lane: customer, channel: counter, end: success}\n').replace('    title: Report', '    title: Report\n    lifecycle: discover');
    expect(told({ 'policy.yaml': policy, 'journey.yaml': buying })).toEqual([]);
  });

  it('are silent about the steps of a variant whose base cannot be read', () => {
    const variant = `${header('Journey', 'buying-at')}extends: buying@^1.0\noverlay: []\n`;
    const base = journey('buying', '      - {id: ask, title: Customer asks, lane: custmer}\n');
    expect(told({ 'base.yaml': base, 'variant.yaml': variant, 'record.yaml': record('by: [claims#lead]\nsubject: [buying-at#ask]\n') })).toEqual([]);
  });

  it.each([
    ['its file', 'teams/north-desk.yaml', ''],
    ['its title', 'teams.yaml', 'title: North Desk\n'],
  ])('are silent about a document without an id that is called like %s, however near another name is', (_, path, title) => {
    const near = header('Team', 'north-desk-at');
    const nameless = header('Team', 'x').replace(/id: x\ntitle: x\n/, title || 'title: We help\n');
    expect(told({ 'near.yaml': near, [path]: nameless, 'sla.yaml': header('Sla', 'answer').replace('claims', 'north-desk') })).toEqual([]);
  });

  it('are told when a document with an id is called like its file', () => {
    const broken = `${header('Team', 'east-desk')}colour: red\n`;
    expect(told({ 'near.yaml': header('Team', 'north-desk-at'), 'north-desk.yaml': broken, 'sla.yaml': header('Sla', 'answer').replace('claims', 'north-desk') })).toEqual([expect.stringContaining('REF-001 There is no team `north-desk`')]);
  });

  it('are told when another document is broken', () => {
    expect(told({ 'broken.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: cards\n', 'sla.yaml': header('Sla', 'answer').replace('owner: claims', 'owner: desk') })).toEqual(['REF-001 There is no team `desk`, which `owner` of SLA `answer` names.']);
  });
});

describe('one slip of the pen', () => {
  it('is told once in a step', () => {
    const steps = '      - {id: ask, title: Customer asks, lane: customer, channel: app, systems: [crmm], dependsOn: [{system: crmm}], end: success}\n';
    expect(told({ 'journey.yaml': journey('buying', steps) })).toEqual(['REF-001 There is no system `crmm`, which `systems` of step `ask` names.']);
  });

  it('is told of a base and not again of its variant', () => {
    const steps = '      - {id: ask, title: Customer asks, lane: customer, channel: app, systems: [crmm], end: success}\n';
    const variant = `${header('Journey', 'buying-at')}extends: buying@^1.0\noverlay:\n  - {op: set, path: stages.report.title, value: Ask, reason: the word they use}\n`;
    expect(told({ 'journey.yaml': journey('buying', steps), 'variant.yaml': variant })).toEqual(['REF-001 There is no system `crmm`, which `systems` of step `ask` names.']);
  });
});

describe('one name that leads nowhere', () => {
  const asks = '      - {id: ask, title: Customer asks, lane: customer, channel: app, end: success}\n';
  const measured = (id: string, more: string): string => `${header('Kpi', id)}${more}\n`;

  it('is told once for all documents, at the first place, with the others beside it', () => {
    const files = { 'a.yaml': header('Sla', 'answer').replace('claims', 'desk'), 'b.yaml': header('Sla', 'visit').replace('claims', 'desk'), 'c.yaml': journey('buying', asks).replace('claims', 'desk') };
    const { diagnostics } = runRules(exampleWorkspace({ title: '', files }), rules.filter(({ code }) => code === 'REF-001'), exampleDay, { profile: 'regulated' });
    expect(diagnostics.map(({ message, span, related }) => [message, span!.source.uri, related!.map((each) => each.span.source.uri)])).toEqual([
      ['There is no team `desk`, which `owner` of SLA `answer` names. 2 other places name it too.', 'a.yaml', ['b.yaml', 'c.yaml']],
    ]);
  });

  it('is one thing, whether it is needed as a KPI, as a measure or as any document', () => {
    const files = { 'a.yaml': measured('nps', 'counterpart: effort'), 'b.yaml': journey('buying', asks).replace('stages:', 'kpis: {primary: [effort]}\nstages:'), 'c.yaml': record('by: [claims#lead]\nsubject: [effort]\n') };
    expect(told(files)).toEqual(['REF-001 There is no KPI `effort`, which `counterpart` of KPI `nps` names. 2 other places name it too.']);
  });

  it('is two things where a team and a system of that name are needed', () => {
    const files = { 'a.yaml': header('Sla', 'answer').replace('claims', 'desk'), 'b.yaml': journey('buying', asks.replace('channel: app', 'channel: app, systems: [desk]')), 'c.yaml': header('Sla', 'visit').replace('claims', 'desk') };
    expect(told(files)).toEqual([
      'REF-001 There is no team `desk`, which `owner` of SLA `answer` names. 1 other place names it too.',
      'REF-001 There is no system `desk`, which `systems` of step `ask` names.',
    ]);
  });

  it('is a role or a step as well', () => {
    const sla = (id: string): string => `${header('Sla', id)}escalation: claims#leed\n`;
    const late = (id: string): string => record(`by: [claims#lead]\nsubject: [buying#knock]\n`).replace('validation-1', id);
    expect(told({ 'a.yaml': sla('answer'), 'b.yaml': sla('visit'), 'c.yaml': journey('buying', asks), 'd.yaml': late('one'), 'e.yaml': late('two') })).toEqual([
      'REF-006 Team `claims` has no role `leed`, which `escalation` of SLA `answer` names. 1 other place names it too.',
      'REF-002 Journey `buying` has no step `knock`, which `subject` of record `one` names. 1 other place names it too.',
    ]);
  });

  it('is a step of the base, where its variants lack it for that', () => {
    const variant = (id: string): string => `${header('Journey', id)}extends: buying@^1.0\noverlay:\n  - {op: set, path: stages.report.title, value: Ask, reason: the word they use}\n`;
    const late = record('by: [claims#lead]\nsubject: [buying-at#knock, buying-pl#knock]\n');
    expect(told({ 'a.yaml': journey('buying', asks), 'b.yaml': variant('buying-at'), 'c.yaml': variant('buying-pl'), 'd.yaml': late })).toEqual([
      'REF-002 Journey `buying-at` has no step `knock`, which `subject` of record `validation-1` names. 1 other place names it too.',
    ]);
  });

  it('is excused by a waiver at the place that the waiver names, and told at the others', () => {
    const waiver = record('by: [claims#lead]\nsubject: [answer@1.0.0]\nrule: REF-001\nreason: The desk opens soon\napprovals: [{role: claims#lead}]\nexpires: 2027-01-31\n').replace('type: validation', 'type: waiver').replace('2026-05-04', exampleDay);
    expect(told({ 'a.yaml': header('Sla', 'answer').replace('claims', 'desk'), 'b.yaml': header('Sla', 'visit').replace('claims', 'desk'), 'w.yaml': waiver })).toEqual(['REF-001 There is no team `desk`, which `owner` of SLA `visit` names.']);
  });
});

describe('Records, which are never edited', () => {
  const present = journey('buying', '      - {id: ask, title: Customer asks, lane: customer, channel: app, end: success}\n').replace('1.0.0', '2.0.0');

  it('may tell of steps, roles and data that an earlier version had', () => {
    expect(told({ 'journey.yaml': present, 'record.yaml': record('by: [claims#lead]\nsubject: [buying@1.0.0]\nsteps: [buying#knock]\nelements: [door]\n') })).toEqual([]);
  });

  it('may name a role that the team had before its present version', () => {
    const team = header('Team', 'desk').replace('owner: claims', 'effective: {from: 2026-09-01}\nowner: claims');
    expect(told({ 'team.yaml': team, 'record.yaml': record('by: [desk#clerk]\nsubject: [crm]\n') })).toEqual([]);
  });

  it('speak of the present version as it is', () => {
    expect(told({ 'journey.yaml': present, 'record.yaml': record('by: [claims#leed]\nsubject: [buying@2.0.0]\nsteps: [buying#knock]\n') })).toEqual([
      'REF-006 Team `claims` has no role `leed`, which `by` of record `validation-1` names.',
      'REF-002 Journey `buying` has no step `knock`, which `steps` of record `validation-1` names.',
    ]);
  });

  it('cannot speak of a version that is still to come', () => {
    expect(told({ 'journey.yaml': present, 'record.yaml': record('by: [claims#lead]\nsubject: [buying@2.1.0]\n') })).toEqual(['REF-007 `subject` of record `validation-1` speaks of version 2.1.0, and journey `buying` is at 2.0.0.']);
  });
});

describe('roles that stand in for each other', () => {
  it('are told once when nobody acts in any of them', () => {
    const team = `${header('Team', 'desk')}roles:\n  - {id: lead, delegate: desk#deputy}\n  - {id: deputy, delegate: desk#lead}\n`;
    expect(told({ 'team.yaml': team, 'sla.yaml': `${header('Sla', 'answer')}escalation: desk#lead\n` })).toEqual(['REF-006 Nobody acts in role `deputy` of team `desk`, which `delegate` of role `lead` relies on.']);
  });
});

describe('documents of another repository', () => {
  it('are told of once, where they are taken over', () => {
    const root = 'apiVersion: waymark/v1\nkind: Workspace\nid: example\ntitle: Example\nimports:\n  - {name: group, source: vendor/slas.yaml, version: ^1.0.0, integrity: "0000000000000000000000000000000000000000000000000000000000000000"}\n';
    expect(told({ 'waymark.yaml': root, 'sla.yaml': `${header('Sla', 'answer')}underpins: [group/call-back]\n` })).toEqual(['REF-003 There is no file `vendor/slas.yaml`, which the import `group` names.']);
  });
});

describe('the next step for a name that nothing bears', () => {
  const team = (id: string, title: string): string => header('Team', id).replace(`title: ${id}`, `title: ${title}`);
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`team-${index}.yaml`, team(`crew-${index}`, `Crew ${index}`)]));
  const hints = (files: { readonly [path: string]: string }): readonly (string | undefined)[] => {
    const { diagnostics } = runRules(exampleWorkspace({ title: '', files }), rules.filter(({ code }) => /^REF-00[12]$/.test(code)), exampleDay, { profile: 'regulated' });
    return diagnostics.map(({ hint }) => hint);
  };
  const acting = (fields: string): string => journey('buying', `      - {id: ask, title: Customer asks, lane: customer, channel: app, next: answer}\n      - {id: answer, title: We answer, lane: frontstage, ${fields}, end: success}\n`);

  it.each([
    ['an actor among many teams', 'actor: shopkeeper', 'Declare a team `shopkeeper`, or name one that exists. Who is no team is `customer` or `partner`.'],
    ['an actor with a slip of the pen', 'actor: custmer', 'Did you mean `customer`?'],
    ['a title in the place of an id', 'actor: The Product People', 'Write `prod`: that is the id of the team with this title.'],
    ['a title in other letters', 'actor: the product people', 'Write `prod`: that is the id of the team with this title.'],
    ['a title of several', 'actor: Desk', 'Write `desk-at` or `desk-de`: each is the id of a team with this title.'],
    ['an event', 'events: {complete: answered}', 'Known here: buying.answer.started, buying.ask.completed and buying.ask.started. Or declare it under `emits` of the system that tells it.'],
    ['a data element', 'data: {collects: [iban]}', 'Declare a data element `iban` under `elements` of a data catalogue, or name one that exists.'],
    ['a status word', 'showsStatus: [open]', 'Declare a status word `open` under `statuses` of a glossary, or name one that exists.'],
    ['a role behind a dot', 'actor: claims.lead', 'Did you mean `claims#lead`?'],
    ['a role behind a stroke', 'actor: claims/lead', 'Did you mean `claims#lead`?'],
    ['a role behind a dot that the team does not have', 'actor: claims.chef', 'Declare a team with an id of small letters, digits and hyphens, or name one that exists. Who is no team is `customer` or `partner`.'],
    ['a kind in front of an id', 'actor: team:prod', 'Write `prod`: a document is named by its id alone.'],
    ['a kind in front of no id', 'actor: team:pro', 'Declare a team with an id of small letters, digits and hyphens, or name one that exists. Who is no team is `customer` or `partner`.'],
    ['a person', 'actor: John Smith', 'Declare a team with an id of small letters, digits and hyphens, or name one that exists. Who is no team is `customer` or `partner`.'],
    ['a data element that nothing can be called', 'data: {collects: [Bank account]}', 'Declare a data element with an id of small letters, digits and hyphens under `elements` of a data catalogue, or name one that exists.'],
    ['an event that nothing can be called', 'events: {complete: Claim decided}', expect.anything()],
    ['a step by its title', 'onFail: Customer asks', 'Write `ask`: that is the id of the step with this title.'],
  ])('is fit for %s', (_, fields, hint) => {
    const files = { ...many, 'prod.yaml': team('prod', 'The Product People'), 'at.yaml': team('desk-at', 'Desk'), 'de.yaml': team('desk-de', 'Desk'), 'journey.yaml': acting(fields) };
    expect(hints(files)).toEqual([hint]);
  });

  it('is fit for a Record that names a kind, also of an id that two kinds share', () => {
    const about = (subject: string): string => record(`by: [claims#lead]\nmethod: interview\nsubject: [${subject}]\n`);
    expect(hints({ 'sla.yaml': header('Sla', 'answer'), 'record.yaml': about('sla:answer@1.0.0') })).toEqual(['Write `answer@1.0.0`: a document is named by its id alone.']);
    expect(hints({ 'sla.yaml': header('Sla', 'claims'), 'record.yaml': about('sla:claims@1.0.0') })).toEqual(['Write `claims@1.0.0`: a document is named by its id alone. A team has the same id, and nobody can tell then which is meant: give one of them another id, with the old one under its `aliases`.']);
  });

  it.each([
    ['claims.lead', 'Did you mean `claims#lead`?'],
    ['John Smith', 'Declare a team with an id of small letters, digits and hyphens, or name one that exists.'],
  ])('is fit for who is accountable: %s', (name, hint) => {
    const text = acting('actor: claims').replace('    title: Report\n', `    title: Report\n    raci: {accountable: [${name}]}\n`);
    expect(hints({ ...many, 'journey.yaml': text })).toEqual([hint]);
  });
});
