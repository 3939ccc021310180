import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { accessOf, sightOf } from '../../src/render/audience.js';
import { forReaders } from '../../src/render/for-readers.js';
import { render } from '../../src/render/render.js';
import { accessIn } from '../../src/render/unread-documents.js';

const header = (kind: string, id: string, title: string, more = ''): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${JSON.stringify(title)}\nversion: 0.1.0\nstatus: draft\nowner: desk\n${more}`;
const shop = 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\n';

function publicSightOf(...documents: readonly string[]): ReturnType<typeof sightOf> {
  return sightOf(loadWorkspaceFrom({ 'waymark.yaml': shop, 'all.yaml': documents.join('---\n') }), 'public');
}

const desk = header('Team', 'desk', 'Desk', 'access: public\n');

describe('a name that is kept from readers', () => {
  it.each([
    ['Café  über Straße', 'Café über Straße'],
    ['Café über Straße', 'Cafe\u0301  U\u0308BER\tSTRASSE'],
    ['Secret-deal club', 'the se\u00adcret\u2011deal\u00a0club of old'],
    ['Ｓｅｃｒｅｔ ｃｌｕｂ', 'secret\nclub'],
    ["Driver's club", 'Driver\u2019s club'],
    ['Arrangement of the board', 'Brief: Arrangem\u2026'],
    ['Arrangement of  the board', 'Brief: \u2068Arrangement of \u2069\u2026'],
  ])('%j is read in %j', (title, text) => {
    expect(publicSightOf(header('Team', 'x1', title)).mayRead(text)).toBe(false);
  });

  it('is no other name, and none that stands in the open as well', () => {
    const sight = publicSightOf(header('Team', 'cargo', 'Cargo people'), header('Team', 'desk', 'Desk', 'access: public\n'), header('Sla', 'desk', 'Desk promise'));
    expect(['car', 'cargo-bikes', 'desk', 'Cargo', 'Carg peop'].map((text) => sight.mayRead(text))).toEqual([true, true, true, false, true]);
  });

  it('is a status of a Glossary that is not for them, by its words and where its code stands alone', () => {
    const sight = publicSightOf(header('Glossary', 'words', 'Words', 'statuses: [{code: open, preferred: We look at it}, {code: under-review}]\n'));
    expect(['a we look AT it b', 'open', 'closed, open', '`open`', 'under-review', 'The doors open at nine.'].map((text) => sight.mayRead(text))).toEqual([false, false, false, false, false, true]);
    expect(publicSightOf(desk, header('Glossary', 'words', 'Words', 'access: public\nstatuses: [{code: open, preferred: We look at it}]\n')).isComplete).toBe(true);
  });

  it('is one that leads nowhere, because what bore it may have been kept from them', () => {
    const sight = publicSightOf(desk, header('System', 'x1', 'X1', 'access: public\nintegrations: [{to: vault, elements: [iban]}]\n'), header('Journey', 'y1', 'Y1', 'access: public\nslas: [desk, deal@1.0.0]\nstages: [{id: a, title: A, steps: [{id: b, title: B, lane: backstage, actor: guild#lead, channel: phone, showsStatus: [open], end: success}]}]\n'));
    expect(['to vault', 'has iban', 'the deal', 'guild (lead)', 'phone', 'desk', 'a, open', 'The doors open.'].map((text) => sight.mayRead(text))).toEqual([false, false, false, false, true, true, false, true]);
    expect(sightOf(loadWorkspaceFrom({ 'waymark.yaml': shop, 'x.yaml': header('System', 'x1', 'X1') }), 'restricted').isComplete).toBe(true);
  });

  it('is an event that only a system tells which is not for them', () => {
    const emits = 'emits: [{event: fraud-flagged, caseKey: case}]\n';
    expect(publicSightOf(header('System', 'x1', 'X1', emits)).mayRead('after fraud-flagged')).toBe(false);
    expect(publicSightOf(header('System', 'x1', 'X1', emits), header('System', 'x2', 'X2', `access: public\n${emits}`)).mayRead('after fraud-flagged')).toBe(true);
  });

  it('is an event of one word where we tell when something happens', () => {
    const sight = publicSightOf(header('System', 'x1', 'X1', 'emits: [{event: flagged, caseKey: case}]\n'));
    expect(['after flagged', 'only when after flagged', 'on flagged, beside it', '\u2068Meanwhile\u2069, on flagged', 'The flagged cases go on.'].map((text) => sight.mayRead(text))).toEqual([false, false, false, false, true]);
  });

  it('is an id that a document had before', () => {
    const renamed = (access: string): string => header('System', 'x1', 'X1', `${access}aliases: [old-vault]\n`);
    expect([publicSightOf(renamed('')), publicSightOf(renamed('access: public\n'))].map((sight) => sight.mayRead('Runs on `old-vault`.'))).toEqual([false, true]);
  });
});

describe('a document that cannot be read', () => {
  it.each([
    ['a mistake elsewhere', header('Team', 'vault', 'The vault', 'access: restricted\ntitel: x\n'), [false, false, false]],
    ['a label that is none', header('Team', 'vault', 'The vault', 'access: restrictd\n'), [false, false, false]],
    ['a misspelt label', header('Team', 'vault', 'The vault', 'acces: confidential\n'), [false, false, true]],
    ['no label', header('Team', 'vault', 'The vault', 'titel: x\n'), [false, true, true]],
    ['a public label', header('Team', 'vault', 'The vault', 'access: public\ntitel: x\n'), [true, true, true]],
    ['no YAML', header('Team', 'vault', 'The vault', 'access: restricted\nfunction: [a\n'), [false, false, false]],
    ['no id, in a file that is called like it', header('Team', 'vault', 'The vault', 'access: restricted\n').replace('id: vault\n', ''), [false, false, false]],
    ['no kind', header('Team', 'vault', 'The vault', 'access: restricted\n').replace('kind: Team\n', ''), [false, false, false]],
    ['no language', header('Team', 'vault', 'The vault', 'access: restricted\n').replace('apiVersion: waymark/v1\nkind: Team\n', ''), [false, false, false]],
  ])('with %s is named to nobody but those for whom it is', (_, text, expected) => {
    const workspace = loadWorkspaceFrom({ 'waymark.yaml': shop, 'teams/vault.yaml': text });
    expect((['public', 'internal', 'confidential'] as const).map((audience) => sightOf(workspace, audience).mayRead('Kept by `vault`.'))).toEqual(expected);
    expect(sightOf(workspace, 'restricted').mayRead('Kept by `vault`.')).toBe(true);
  });

  it('keeps the names of what it declares', () => {
    const workspace = loadWorkspaceFrom({ 'waymark.yaml': shop, 'd.yaml': header('Directory', 'd', 'D', 'access: restricted\nteams: {vault: The vault}\nsystem: {}\n'), 'c.yaml': header('DataCatalog', 'c', 'C', 'access: restricted\nelements: [{id: iban, clas: x}]\n') });
    expect(['vault', 'iban', 'teams'].map((name) => sightOf(workspace, 'internal').mayRead(name))).toEqual([false, false, true]);
  });

  it.each([
    ['', 'restricted'],
    ['kind: Team', 'internal'],
    ['access: public', 'public'],
    ['Access: Confidential', 'confidential'],
    ['access:', 'restricted'],
    ['"access": "confidential", "class": "restricted"', 'confidential'],
    ['accessLog: {kept: yes}', 'internal'],
    ['visibility: restricted', 'restricted'],
    ['access: public\n---\naccess: internal', 'internal'],
  ])('of which there is %j is for readers %s', (text, audience) => {
    expect(accessIn(text)).toBe(audience);
  });
});

describe('who may read a document', () => {
  const workspace = loadWorkspaceFrom({
    'waymark.yaml': shop,
    'people.yaml': header('Directory', 'people', 'People', 'access: restricted\nteams: {vault: The vault, desk: {title: Desk, access: public}}\n'),
    'base.yaml': header('Journey', 'base', 'Base', 'access: restricted\nstages: [{id: a, title: Secret stage, steps: [{id: b, title: B, lane: customer, end: success}]}]\n'),
    'variant.yaml': header('Journey', 'variant', 'Variant', 'access: public\nextends: base@0.1.0\nscope: {regions: [DE]}\noverlay: [{op: set, path: stages.a.steps.b.title, value: C}]\n').replace('scope: {regions: [DE]}\n', ''),
  });

  it('is said by its Directory, where an entry does not say it itself', () => {
    expect(['vault', 'desk'].map((id) => accessOf(workspace.find('Team', id)!))).toEqual(['restricted', 'public']);
  });

  it('is of a variant nobody who may not read its base: it has the content of that', () => {
    expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
    expect(accessOf(workspace.find('Journey', 'variant')!)).toBe('restricted');
    expect(render(workspace, 'flow', { journey: 'variant', audience: 'public' })).toEqual({ problem: '`variant` is not for readers `public`: it is a variant of `base`, which is for readers `restricted`.' });
  });
});

describe('how much is left out', () => {
  const element = (id: string): string => `{id: ${id}, title: Title of ${id}, class: internal}`;
  const journey = `${header('Journey', 'ask', 'Ask', 'access: public\n')}stages: [{id: a, title: A, steps: [{id: one, title: One, lane: backstage, actor: desk, next: [{to: two, hands: [e1, e2, e3, e4]}]}, {id: two, title: Two, lane: backstage, actor: field, end: success}]}]\n`;
  const drawn = (closed: string): string => {
    const workspace = loadWorkspaceFrom({ 'waymark.yaml': shop, 'all.yaml': [desk, header('Team', 'field', 'Field', 'access: public\n'), header('DataCatalog', 'open', 'Open', `access: public\nelements: [${['e1', 'e2', 'e3'].map(element).join(', ')}]\n`), header('DataCatalog', 'shut', 'Shut', `access: ${closed}\nelements: [${element('e4')}]\n`), journey].join('---\n') });
    return JSON.stringify(render(workspace, 'handoffs', { journey: 'ask', audience: 'public' }));
  };

  it('is not told of data that are handed over beside others', () => {
    expect(['public', 'restricted'].map((closed) => /Title of e2 and (?:\d )?more/.exec(drawn(closed))?.[0])).toEqual(['Title of e2 and 2 more', 'Title of e2 and more']);
  });

  it('is not told of lines of a table', () => {
    expect(forReaders({ title: '', diagrams: [], folded: [], tables: [{ title: 'Things', columns: ['what'], rows: [['Vault'], ['Vault again'], ['Desk']] }] }, publicSightOf(desk, header('Team', 'vault', 'The vault')))).toEqual({ title: '', diagrams: [], folded: [{ subject: 'lines of the table Things', why: 'its words name what is not for these readers' }], tables: [{ title: 'Things', columns: ['what'], rows: [['Desk']] }] });
  });
});
