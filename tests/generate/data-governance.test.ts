import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { fieldOf, isArray, type JsonObject, type JsonValue } from '../../src/base/json.js';
import { contentOf, example, examples, generated } from './generated.js';
import { rowsOf, writtenDocuments, type Row } from './register-files.js';

function listIn(document: JsonObject, field: string): readonly JsonObject[] {
  const list = document[field];
  return isArray(list) ? (list as readonly JsonObject[]) : [];
}

function texts(value: JsonValue | undefined): readonly string[] {
  return isArray(value) ? value.map(String) : [];
}

function byText(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

describe.each(examples)('the registers of data protection over %s', (name) => {
  const catalogues = writtenDocuments(name, 'DataCatalog');
  const systems = [...writtenDocuments(name, 'System'), ...writtenDocuments(name, 'Directory').flatMap((directory) => Object.entries(directory['systems'] ?? {}).map(([id, entry]): JsonObject => (typeof entry === 'string' ? { id, title: entry } : { id, ...(entry as JsonObject) })))];
  const elements = [...catalogues.flatMap((catalogue) => listIn(catalogue, 'elements')), ...writtenDocuments(name, 'Directory').flatMap((directory) => Object.entries(directory['data'] ?? {}).map(([id, entry]): JsonObject => ({ id, ...(entry as JsonObject) })))];

  it('say how to reach the data protection officer, and that they say it of no other role', async () => {
    const generation = await generated(example(name), 'data-governance');
    const officer = String(fieldOf(writtenDocuments(name, 'Policy')[0]!['roles'], 'dpo'));
    const [team, id] = officer.split('#') as [string, string];
    const written = writtenDocuments(name, 'Team').find((document) => document['id'] === team) ?? fieldOf(writtenDocuments(name, 'Directory')[0]!['teams'], team);
    const roles = fieldOf(written, 'roles') as unknown as readonly JsonObject[];
    const contact = roles.find((role) => role['id'] === id)!['contact'];
    expect(contact).toMatch(/^mailto:/);
    expect(new Set(rowsOf(generation, 'processing-register').map((row) => `${String(row['dataProtectionOfficer'])} ${String(row['dataProtectionOfficerContact'])}`))).toEqual(new Set([`${officer} ${String(contact)}`]));
    const told = generation.losses.filter(({ subject, field }) => subject === `team:${team}` && field === 'roles').map(({ at }) => at);
    expect(told).toEqual(roles.flatMap((role, index) => (role['id'] === id ? [] : [['roles', index]])));
  });

  it('have each activity with all that Art. 30 asks for', async () => {
    const generation = await generated(example(name), 'data-governance');
    const purposes = new Map(catalogues.flatMap((catalogue) => listIn(catalogue, 'purposes')).map((purpose) => [purpose['id'], purpose]));
    const expected = catalogues.flatMap((catalogue) => listIn(catalogue, 'activities')).map((activity) => ({
      activity: activity['id'],
      controller: writtenDocuments(name, 'Workspace')[0]!['organisation'],
      purpose: activity['purpose'],
      basis: purposes.get(activity['purpose'])!['basis'],
      subjects: texts(activity['subjects']),
      elements: texts(activity['elements']),
      recipients: texts(activity['recipients']),
      transfers: listIn(activity, 'transfers').map(({ to, safeguard }) => `${to}: ${safeguard}`),
      measures: texts(activity['measures']),
      kept: texts(activity['elements']).map((id) => String(fieldOf(fieldOf(elements.find((element) => element['id'] === id), 'retention'), 'period'))),
    }));
    const read = rowsOf(generation, 'processing-register').map(({ activity, controller, purpose, basis, subjects, elements: data, recipients, transfers, measures, retention }) => ({
      activity, controller, purpose, basis, subjects, elements: data, recipients, transfers, measures,
      kept: (retention as readonly string[]).map((text) => / (P\w+) after /.exec(text)?.[1]),
    }));
    expect(byText(read)).toEqual(byText(expected));
  });

  it('have whoever may see a piece of data, for what and until when', async () => {
    const generation = await generated(example(name), 'data-governance');
    const granted = (grant: JsonObject): readonly string[] => [...texts(grant['elements']), ...elements.filter((element) => texts(grant['classes']).includes(String(element['class']))).map(({ id }) => String(id))];
    const records = writtenDocuments(name, 'Record').filter(({ type }) => type === 'access');
    const expected = [...catalogues.flatMap((catalogue) => listIn(catalogue, 'grants')), ...records].flatMap((grant) => granted(grant).map((element) => [grant['role'], element, grant['purpose'], grant['expires']]));
    expect(byText(rowsOf(generation, 'access-matrix').map(({ role, element, purpose, until }) => [role, element, purpose, until]))).toEqual(byText(expected));
  });

  it('have a job for each piece of data and for each region with a period of its own', async () => {
    const generation = await generated(example(name), 'data-governance');
    const expected = elements.flatMap(({ id, master, retention }) => {
      const { period, from, action, byRegion = {} } = retention as JsonObject;
      return [[undefined, period], ...Object.entries(byRegion as JsonObject)].map(([region, length]) => [id, region, action, length, from, master]);
    });
    expect(byText(rowsOf(generation, 'retention-jobs').map(({ element, region, action, period, from, master }) => [element, region, action, period, from, master]))).toEqual(byText(expected));
  });

  it('name the systems that a piece of data is passed on to, and the events that carry it', async () => {
    const generation = await generated(example(name), 'data-governance');
    for (const { element, copies, events } of rowsOf(generation, 'retention-jobs')) {
      const passed = systems.flatMap((system) => listIn(system, 'integrations')).filter((flow) => texts(flow['elements']).includes(String(element))).map(({ to }) => String(to));
      const { validator, master } = elements.find(({ id }) => id === element)!;
      const carrying = systems.flatMap((system) => listIn(system, 'emits')).filter((event) => listIn(event, 'attributes').some((each) => each['element'] === element)).map(({ event }) => String(event));
      expect([copies, events]).toEqual([[...new Set([...passed, ...(validator === undefined ? [] : [String(validator)])])].filter((system) => system !== master).toSorted(), [...new Set(carrying)].toSorted()]);
    }
  });

  it('say of each event whether it waits for a consent', async () => {
    const generation = await generated(example(name), 'data-governance');
    const needing = new Set(catalogues.flatMap((catalogue) => listIn(catalogue, 'purposes')).filter(({ basis }) => basis === 'consent').map(({ id }) => id));
    const expected = systems.flatMap((system) => listIn(system, 'emits')).map(({ event, purpose, consentKey }) => [event, consentKey !== undefined || needing.has(purpose!) ? 'needed' : purpose === undefined ? 'not known' : 'not needed']);
    const rows = rowsOf(generation, 'consent-map');
    expect(byText(rows.filter(({ sort }) => sort === 'event').map(({ id, consent }) => [id, consent]))).toEqual(byText(expected));
  });
});

describe('consent', () => {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n`;
  const files = {
    'data.yaml': `${head('DataCatalog', 'data')}elements: [{id: address}, {id: taste}, {id: orphan}, {id: injury, class: special}, {id: stock, nature: none}]
purposes: [{id: offers, basis: consent, consentKey: mkt}, {id: asking, basis: consent}, {id: service, basis: contract}, {id: groundless}]
activities:
  - {id: a, purpose: offers, elements: [address, taste]}
  - {id: b, purpose: service, elements: [address]}
  - {id: c}
grants: [{role: "desk#one", classes: [internal], purpose: service}, {role: "desk#two"}]
`,
    'planned.yaml': `${head('DataCatalog', 'planned').replace('active', 'draft')}purposes: [{id: later, basis: consent}]
`,
    'till.yaml': `${head('System', 'till')}emits: [{event: bought, purpose: offers}]
`,
    'shop.yaml': `${head('System', 'shop')}emits:
  - {event: shown, purpose: offers}
  - {event: asked, purpose: asking}
  - {event: bought, purpose: service}
  - {event: seen}
  - {event: dreamt, purpose: later}
  - {event: lost, purpose: nowhere}
  - {event: billed, purpose: service}
`,
    'journey.yaml': `${head('Journey', 'buy')}rules:
  - {id: own-key, consentKey: cookies, purpose: service}
stages:
  - id: only
    title: Only
    steps:
      - {id: free, title: Free, lane: customer, data: {collects: [address]}}
      - {id: bound, title: Bound, lane: customer, data: {reuses: [taste]}, events: {complete: asked}}
      - {id: unknown, title: Unknown, lane: customer, data: {reuses: [orphan]}}
      - {id: hurt, title: Hurt, lane: customer, data: {collects: [injury]}, events: {complete: billed}}
      - {id: half, title: Half, lane: customer, data: {collects: [address]}, events: {start: seen, complete: billed}}
      - {id: untold, title: Untold, lane: customer, events: {complete: nobodys}}
      - {id: twice, title: Twice, lane: customer, events: {complete: bought}}
      - {id: counted, title: Counted, lane: customer, data: {reuses: [stock]}, events: {complete: billed}}
      - {id: nothing, title: Nothing, lane: customer, end: success}
`,
  };
  const consentOf = async (): Promise<readonly Row[]> => rowsOf(await generated(loadWorkspaceFrom(files), 'data-governance'), 'consent-map');

  it('is needed where no other ground is left', async () => {
    expect((await consentOf()).map(({ sort, id, consent, consentKeys }) => `${sort} ${id}: ${consent} ${(consentKeys as readonly string[]).join()}`.trim())).toEqual([
      'purpose asking: needed', 'purpose groundless: not known', 'purpose offers: needed mkt', 'purpose service: not needed', 'activity a: needed mkt', 'activity b: not needed', 'activity c: not known',
      'event asked: needed', 'event billed: not needed', 'event bought: not needed', 'event dreamt: not known', 'event lost: not known', 'event seen: not known', 'event shown: needed mkt', 'event bought: needed mkt', 'rule own-key: needed cookies',
      'step free: not needed', 'step bound: needed mkt', 'step unknown: not known', 'step hurt: not known', 'step half: not known', 'step untold: not known', 'step twice: needed mkt', 'step counted: not needed', 'step nothing: not needed',
    ]);
  });

  it('is not known where one purpose is known and others are not, and says what nobody has said', async () => {
    expect((await consentOf()).flatMap(({ sort, id, unsaid }) => ((unsaid as readonly string[]).length === 0 ? [] : [`${sort} ${id}: ${(unsaid as readonly string[]).join('; ')}`]))).toEqual([
      'purpose groundless: purpose groundless: has no lawful ground', 'activity c: activity c: has no purpose',
      'event dreamt: purpose later: is declared in data-catalog:planned alone, which is draft and binds nobody', 'event lost: purpose nowhere: is declared nowhere', 'event seen: event seen: has no purpose',
      'step unknown: data orphan: no activity says what for', 'step hurt: data injury: no activity says what for', 'step half: event seen: has no purpose', 'step untold: event nobodys: has no purpose',
    ]);
  });

  it('does not hang on what binds nobody', async () => {
    const draft = { ...files, 'data.yaml': files['data.yaml'].replace('status: active', 'status: draft') };
    const generation = await generated(loadWorkspaceFrom(draft), 'data-governance');
    expect([rowsOf(generation, 'processing-register'), rowsOf(generation, 'access-matrix'), rowsOf(generation, 'retention-jobs')]).toEqual([[], [], []]);
    expect(generation.losses).toContainEqual({ subject: 'data-catalog:data', field: '', reason: 'It is a draft, and only what binds is written.', sort: 'limit' });
  });

  it('tells the controller where no activity names it', async () => {
    const heads = {
      'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\norganisation: Example Shop AG\npolicy: rules\n',
      'policy.yaml': `${head('Policy', 'rules')}roles: {dpo: "desk#dpo"}\n`,
    };
    const toldOf = async (more: { readonly [path: string]: string }): Promise<readonly string[]> => (await generated(loadWorkspaceFrom({ ...heads, ...more }), 'data-governance')).losses.filter(({ sort }) => sort === 'case').map(({ subject, field, reason }) => `${subject} ${field}: ${reason}`);
    const reason = 'The register of processing activities is empty, so it names neither the controller nor the data protection officer: write `activities` in a data catalogue.';
    expect(await toldOf({})).toEqual([`policy:rules : ${reason}`, `workspace:shop : ${reason}`]);
    expect(await toldOf({ 'data.yaml': files['data.yaml'] })).toEqual([]);
  });

  it('has Records of access with what came of them, and not those that are corrected', async () => {
    const record = (id: string, more: string): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: access\ndate: 2026-02-03\nby: ["desk#dpo"]\nsubject: [data@1.0.0]\n${more}`;
    const generation = await generated(loadWorkspaceFrom({
      ...files,
      'a.yaml': record('given', 'role: "desk#one"\nelements: [taste]\npurpose: service\nexpires: 2027-01-01\noutcome: granted\n'),
      'b.yaml': record('taken', 'role: "desk#one"\nelements: [taste]\noutcome: withdrawn\nsupersedes: given\n'),
      'c.yaml': record('vague', 'role: "desk#three"\npurpose: service\n'),
      'd.yaml': record('nobody', 'elements: [taste]\n'),
    }), 'data-governance');
    expect(rowsOf(generation, 'access-matrix').map(({ role, element, document, date, outcome, corrects, until }) => [role, element, document, date, outcome, corrects, until])).toEqual([
      ['desk#one', undefined, 'data-catalog:data', undefined, undefined, undefined, undefined],
      ['desk#one', 'taste', 'record:taken', '2026-02-03', 'withdrawn', 'given', undefined],
      ['desk#three', undefined, 'record:vague', '2026-02-03', undefined, undefined, undefined],
      ['desk#two', undefined, 'data-catalog:data', undefined, undefined, undefined, undefined],
    ]);
    expect(generation.losses.filter(({ sort }) => sort === 'case').map(({ subject, field, reason }) => [subject, field, reason])).toEqual([
      ['record:given', '', 'Another Record corrects it, and only that one has rows in the access matrix.'],
      ['record:nobody', '', 'It names no role, so nobody knows who may see the data: write `role`.'],
    ]);
  });

  it('tells grants that name no data', async () => {
    const rows = rowsOf(await generated(loadWorkspaceFrom(files), 'data-governance'), 'access-matrix');
    expect(rows.map(({ role, by, class: dataClass }) => [role, by, dataClass])).toEqual([['desk#one', 'class', 'internal'], ['desk#two', 'nothing', undefined]]);
  });
});

/** `npx vitest run tests/generate/data-governance.test.ts -u` writes them anew. */
it.each(['processing-register.csv', 'processing-register.json', 'access-matrix.csv', 'retention-jobs.csv', 'retention-jobs.json', 'consent-map.csv', 'data-systems.csv'])('%s of the parcel journeys is what was looked at', async (path) => {
  await expect(contentOf(await generated(example('parcel'), 'data-governance'), path)).toMatchFileSnapshot(`golden/data-governance/${path}`);
});
