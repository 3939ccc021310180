import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { journeyTexts } from '../support/journey-texts.js';

const parcel = journeyTexts('parcel');
const insurance = journeyTexts('insurance');

/** What is told of a worked example with some files changed, by code and subject. */
function told(files: { readonly [path: string]: string }, changed: { readonly [path: string]: string }): readonly string[] {
  const { diagnostics } = validate(loadWorkspaceFrom({ ...files, ...changed }), { asOf: '2026-11-22', profile: 'regulated' });
  return diagnostics.map(({ code, subject }) => `${code} ${subject}`);
}

/** A Directory with one more entry in brief, before those that it has. */
function withEntry(text: string, field: string, id: string): string {
  return text.replace(`\n${field}:\n`, `\n${field}:\n  ${id}: Told twice\n`);
}

function document(kind: string, id: string): string {
  return `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: Told twice\nversion: 1.0.0\nstatus: active\nowner: delivery-cx\n`;
}

describe('what is declared twice is told once, whichever of the two counts', () => {
  it.each([
    ['team:claims-cx', 'STR-003', withEntry(insurance['directory.yaml']!, 'teams', 'claims-cx')],
    ['system:claims-core', 'STR-003', withEntry(insurance['directory.yaml']!, 'systems', 'claims-core')],
    ['persona:fleet-manager', 'STR-003', withEntry(insurance['directory.yaml']!, 'personas', 'fleet-manager')],
  ])('%s in brief in the Directory and in full in a file', (subject, code, directory) => {
    expect(told(insurance, { 'directory.yaml': directory })).toEqual([`${code} ${subject}`]);
  });

  it.each([
    ['Team', 'digital-services'],
    ['System', 'message-gateway'],
    ['Persona', 'private-recipient'],
    ['Calendar', 'finland-delivery-days'],
  ])('a %s in full in the Directory and in brief in a file', (kind, id) => {
    for (const path of ['a.yaml', 'z.yaml']) expect(told(parcel, { [path]: document(kind, id) })).toEqual([`STR-003 ${kind.toLowerCase()}:${id}`]);
  });

  it('a file that was copied with all that it declares', () => {
    expect(told(parcel, { 'directory-copy.yaml': parcel['directory.yaml']! })).toEqual(['STR-003 directory:corvina']);
    expect(told(insurance, { 'data/claims-copy.yaml': insurance['data/claims-data.yaml']! })).toEqual(['STR-003 data-catalog:claims-data']);
  });
});

describe('a mistake beside it is told as well', () => {
  const twice = withEntry(insurance['directory.yaml']!, 'teams', 'claims-cx');

  it('where a role is in neither of the two', () => {
    const journey = insurance['journeys/motor-claim.yaml']!.replace('to: claims-cx#director, action: decide compensation', 'to: claims-cx#directer, action: decide compensation');
    expect(told(insurance, { 'directory.yaml': twice, 'journeys/motor-claim.yaml': journey })).toEqual(['REF-006 journey:motor-claim#escalations/settlement-late', 'STR-003 team:claims-cx']);
  });

  it('where another document owes something', () => {
    const team = insurance['people/claims-it.yaml']!.replace(/^function:.*\n/m, '');
    expect(told(insurance, { 'directory.yaml': twice, 'people/claims-it.yaml': team })).toContain('STR-008 team:claims-it');
  });

  it('where two steps of a journey have one id and the journey owes something', () => {
    const journey = insurance['journeys/motor-claim.yaml']!.replace(/^customerGoal:.*\n/m, '').replace('      - id: remind-visit\n', '      - {id: waiting, title: Customer waits again, lane: customer, type: wait, alongside: visit}\n      - id: remind-visit\n');
    expect(told(insurance, { 'journeys/motor-claim.yaml': journey })).toEqual(['STR-008 journey:motor-claim', 'STR-003 journey:motor-claim#waiting']);
  });
});
