import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';
import { validate } from '../../src/validate/validate.js';
import { journeyTexts } from '../support/journey-texts.js';

const header = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: claims\n`;

const journey = (id: string, steps: string, more = ''): string => `${header('Journey', id)}${more}stages:\n  - id: report\n    title: Report\n    steps:\n${steps}`;

/** What rules of a group tell of journeys that are laid over the example workspace, by code and subject. */
function told(group: string, files: { readonly [path: string]: string }): readonly string[] {
  const chosen = rules.filter(({ code }) => code.startsWith(group) || code.startsWith('REF-00'));
  const { diagnostics } = runRules(loadWorkspaceFrom({ ...exampleFiles, ...files }), chosen, exampleDay, { profile: 'regulated' });
  return diagnostics.filter(({ code }) => code !== 'REF-005').map(({ code, subject }) => `${code} ${subject}`);
}

describe('a way that a decision has lost', () => {
  const steps = (first: string, second: string): string => `      - {id: check, title: We check, lane: backstage, type: decision, next: [${first}]}
      - {id: decide, title: We decide, lane: backstage, type: decision, next: [${second}]}
      - {id: pay, title: We pay, lane: backstage, end: success}
      - {id: write, title: We write, lane: frontstage, end: failure}
      - {id: ask, title: We ask, lane: frontstage, end: failure}
`;
  const whole = '{to: pay, share: 0.5, when: clear}, {to: write, share: 0.3, when: unclear}, {to: ask, share: 0.2}';

  it('is told at the step that nobody reaches', () => {
    const found = told('GRF', { 'a.yaml': journey('loan', steps('{to: decide, share: 0.9}, {to: pay, share: 0.1, when: clear}', whole.replace(', {to: ask, share: 0.2}', ''))) });
    expect(found).toEqual(['GRF-001 journey:loan#ask']);
  });

  it('is one of two where two decisions lack one, and both are told', () => {
    const found = told('GRF', { 'a.yaml': journey('loan', steps('{to: decide, share: 0.6}, {to: pay, share: 0.1, when: clear}', whole.replace(', {to: ask, share: 0.2}', ''))) });
    expect(found).toEqual(['GRF-004 journey:loan#check', 'GRF-001 journey:loan#ask']);
  });

  it('does not explain shares that make more than all, nor a step before it', () => {
    const stray = '      - {id: stray, title: We look at it, lane: backstage, end: failure}\n';
    const sound = '{to: decide, share: 0.9}, {to: pay, share: 0.1, when: clear}';
    expect(told('GRF', { 'a.yaml': journey('loan', steps(sound, whole.replace('0.5', '0.7')) + stray) })).toEqual(['GRF-004 journey:loan#decide', 'GRF-001 journey:loan#stray']);
    const early = steps(sound, whole.replace('0.5', '0.4')).replace('      - {id: decide', `${stray}      - {id: decide`);
    expect(told('GRF', { 'a.yaml': journey('loan', early) })).toEqual(['GRF-001 journey:loan#stray', 'GRF-004 journey:loan#decide']);
  });

  it('is told where the decision stands when something else hides the step', () => {
    const stuck = '      - {id: stuck, title: We wait, lane: backstage, entry: nobody answers}\n';
    const found = told('GRF', { 'a.yaml': journey('loan', steps('{to: decide, share: 0.9}, {to: pay, share: 0.1, when: clear}', whole.replace(', {to: ask, share: 0.2}', '')) + stuck) });
    expect(found).toEqual(['GRF-005 journey:loan#decide', 'GRF-002 journey:loan#stuck']);
  });
});

describe('a forgotten end', () => {
  const inner = (take: string): string => journey('booking', `      - {id: offer, title: We offer, lane: frontstage, next: [take, {to: give-up, when: no answer}]}
      - {id: give-up, title: We give up, lane: frontstage, end: failure}
      - {id: take, title: The slot is taken, lane: frontstage${take}}
`);
  const outer = (ways: string): string => journey('moving', `      - {id: book, title: A visit is booked, lane: frontstage, journey: booking, next: [${ways}]}
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
      - {id: close, title: We close, lane: frontstage, end: failure}
`);
  const both = '{to: visit, outcome: success}, {to: close, outcome: failure}';

  it('is told where it is forgotten, not where others wait for it', () => {
    expect(told('GRF', { 'a.yaml': inner(''), 'b.yaml': outer(both) })).toEqual(['GRF-002 journey:booking#take']);
  });

  it('explains one outcome and not two', () => {
    expect(told('GRF', { 'a.yaml': inner(''), 'b.yaml': outer(`${both}, {to: close, outcome: abandon}`) })).toEqual(['GRF-002 journey:booking#take', 'GRF-009 journey:moving#book', 'GRF-009 journey:moving#book']);
  });

  it('does not explain an outcome that another journey never has', () => {
    const other = journey('paying', '      - {id: pay, title: We pay, lane: frontstage, end: success}\n');
    const waiting = outer(both).replaceAll('moving', 'renting').replace('journey: booking', 'journey: paying');
    expect(told('GRF', { 'a.yaml': inner(''), 'b.yaml': outer(both), 'c.yaml': other, 'd.yaml': waiting })).toEqual(['GRF-002 journey:booking#take', 'GRF-009 journey:renting#book']);
  });
});

describe('a name that was most likely meant', () => {
  const parcel = journeyTexts('parcel');
  const catalog = parcel['data-catalog.yaml']!;
  const found = (changed: { readonly [path: string]: string }): readonly string[] => validate(loadWorkspaceFrom({ ...parcel, ...changed }), { asOf: '2026-11-22', profile: 'regulated' }).diagnostics.map(({ code, message }) => `${code} ${/`[^`]+`/.exec(message)![0]}`);
  const misspelt = catalog.replace(/(activities:[^]*?\n {4}elements: \[[^\]]*)recipient-contact/, '$1recipient-contcat');

  it('is not told again for what it lacks', () => {
    expect(misspelt).not.toBe(catalog);
    expect(found({ 'data-catalog.yaml': misspelt })).toEqual(['REF-001 `recipient-contcat`']);
  });

  it('hides nothing that another name lacks', () => {
    const entry = /^ {2}- \{id: recipient-contact,.*\n/m.exec(catalog)![0];
    const also = misspelt.replace(entry, () => entry + entry.replace('recipient-contact', 'shoe-size'));
    expect(found({ 'data-catalog.yaml': also })).toEqual(['DAT-004 `shoe-size`', 'REF-001 `recipient-contcat`']);
  });

  it('is of the kind that was asked for: a system that bears the name of a team is no team', () => {
    const directory = parcel['directory.yaml']!
      .replace('systems:\n', 'systems:\n  depot-operations: {title: Depot screen, type: other, criticality: 3, thirdParty: {vendor: Screens Ltd}}\n')
      .replace('escalatesTo: delivery-cx#lead', 'escalatesTo: depot-operatoins#lead');
    const about = found({ 'directory.yaml': directory }).filter((each) => /LIF-012|REF-001 `depot/.test(each));
    expect(new Set(about)).toEqual(new Set(['LIF-012 `depot-operations`', 'REF-001 `depot-operatoins`']));
  });
});

describe('an entry that has lost its id', () => {
  const parcel = journeyTexts('parcel');
  const catalog = parcel['data-catalog.yaml']!.replace('  - {id: delivery-address, title', '  - {title');
  const found = (changed: { readonly [path: string]: string }): readonly string[] => validate(loadWorkspaceFrom({ ...parcel, ...changed }), { asOf: '2026-11-22', profile: 'regulated' }).diagnostics.map(({ code, message }) => `${code} ${/`[^`]+`/.exec(message)![0]}`);

  it('is told where it stands, not where its name is missed', () => {
    expect(catalog).not.toBe(parcel['data-catalog.yaml']);
    expect(found({ 'data-catalog.yaml': catalog })).toEqual(['STR-002 `elements`']);
  });

  it('explains one name and not two', () => {
    const misspelt = parcel['exceptions/delivery-exception.yaml']!.replace('reuses: [delivery-address', 'reuses: [shoe-size, delivery-address');
    expect(misspelt).not.toBe(parcel['exceptions/delivery-exception.yaml']);
    expect(found({ 'data-catalog.yaml': catalog, 'exceptions/delivery-exception.yaml': misspelt })).toEqual(expect.arrayContaining(['STR-002 `elements`', 'REF-001 `shoe-size`']));
  });

  it('explains no name of another sort', () => {
    const sla = parcel['slas/exception-notice.yaml']!.replace(/^owner: .*$/m, 'owner: zebra-crossing');
    expect(found({ 'data-catalog.yaml': catalog, 'slas/exception-notice.yaml': sla })).toEqual(['STR-002 `elements`', 'REF-001 `zebra-crossing`']);
  });
});
