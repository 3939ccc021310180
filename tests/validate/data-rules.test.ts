import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { rules } from '../../src/validate/rules/index.js';
import { runRules } from '../../src/validate/run-rules.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';

type Files = { readonly [path: string]: string };

const own = rules.filter(({ code }) => /^(?:DAT|MDL|REG)-/.test(code));

/** Findings of these rules alone, each in one line: its code and the text that it points at. */
function findings(files: Files, list = own, asOf = '2026-11-22'): readonly string[] {
  const { diagnostics } = runRules(buildWorkspace(loadDocuments(memoryTree(files))), list, asOf, { profile: 'regulated' });
  return diagnostics.map(({ code, span }) => `${code} ${span!.source.text.slice(span!.start, span!.end)}`);
}

const folder = join(root, 'journeys/insurance');
const insurance: Files = Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

function insuranceWith(file: string, from: string, to: string): Files {
  const text = insurance[file]!;
  if (!text.includes(from)) throw new Error(`${file} no longer holds ${JSON.stringify(from)}`);
  return { ...insurance, [file]: text.replace(from, () => to) };
}

const header = (kind: string, id: string, status: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: Something\nversion: ${status === 'draft' ? '0.1.0' : '1.0.0'}\nstatus: ${status}\nowner: claims\n`;

const outside = `${header('System', 'bank', 'active')}type: model\nthirdParty: {vendor: Example Bank AG}\nmodelCard: {purpose: Guesses, inputs: [iban], metric: hits, baseline: none}\n`;
const data = `${header('DataCatalog', 'data', 'active')}elements:\n  - {id: iban, title: Bank account, class: restricted, nature: personal, owner: claims, steward: claims, master: bank}\npurposes: [{id: paying, basis: contract}]\nactivities: [{id: pay, purpose: paying, elements: [iban], subjects: [customer]}]\n`;
const journey = (status: string): string => `${header('Journey', 'payout', status)}stages:\n  - id: pay\n    title: Pay\n    steps:\n      - {id: check, title: Clerk checks the account, lane: frontstage, systems: [bank], data: {reuses: [iban]}, end: success}\n`;

describe('rules about data, models and regulated steps', () => {
  it('find nothing in the worked example', () => {
    expect(findings(insurance)).toEqual([]);
  });

  it('ask what a journey in force asks of the systems behind it', () => {
    expect(findings({ 'bank.yaml': outside, 'data.yaml': data, 'journey.yaml': journey('active') })).toEqual(['DAT-017 bank', 'DAT-016 Example Bank AG', 'MDL-002 modelCard']);
  });

  it('ask nothing of anybody because of a sketch', () => {
    expect(findings({ 'bank.yaml': outside, 'data.yaml': data, 'journey.yaml': journey('draft') })).toEqual([]);
  });

  it('say nothing about what a document that cannot be read may hold', () => {
    const catalog = 'data/claims-data.yaml';
    expect(findings(insuranceWith(catalog, 'activities:\n', 'activitys:\n'))).toEqual([]);
    expect(findings(insuranceWith('records/validations.yaml', 'date: 2026-10-06', 'daet: 2026-10-06'))).toEqual([]);
    expect(findings(insuranceWith('systems/garage-gateway.yaml', 'type: partner', 'typ: partner'))).toEqual([]);
    expect(findings(insuranceWith('records/agreements.yaml', 'date: 2026-01-20', 'daet: 2026-01-20'))).toEqual([]);
  });

  it('say nothing about lengths of time that are none', () => {
    expect(findings(insuranceWith('data/claims-data.yaml', 'retention: {period: P13M', 'retention: {period: PMY'))).toEqual([]);
    expect(findings(insuranceWith('policy/policy.yaml', '{record: validation, within: P12M}', '{record: validation, within: PTT}'))).toEqual([]);
    expect(findings(insuranceWith('kpis/claim-csat.yaml', 'window: P1M', 'window: PM1'))).toEqual([]);
  });

  it('tell what is wrong with a variant where the variant says so, and once', () => {
    expect(findings(insuranceWith('texts/appeal.at.md', 'e', 'E'))).toEqual(['REG-001 9c280de58325bb3b1a858f0db9117b82b6276fb19d3867dc792ad26f1cf779b1']);
    expect(findings(insuranceWith('texts/appeal.de.md', 'e', 'E'))).toEqual(['REG-001 dff0af6911d60f24d23d321a23d7754552dd8981b9f5888fcf067e1e6e98c431']);
  });

  it('ask a variant for evidence of its own where it differs from its base', () => {
    const attestations = insurance['records/attestations.yaml']!;
    const ofAustria = attestations.slice(attestations.indexOf('  - motor-claim-at@2.0.0\n'), attestations.indexOf('participants: [claims-at,'));
    const files = insuranceWith('records/attestations.yaml', ofAustria, '  - motor-claim-at@2.0.0#visit\n');
    const pilot = 'records/pilot-austria.yaml';
    expect(findings({ ...files, [pilot]: files[pilot]!.replace('type: attestation', 'type: engagement') })).toEqual(['REG-002 classify']);
  });

  it('tell one finding where two would have one cause', () => {
    expect(findings(insuranceWith('journeys/motor-claim.yaml', 'data: {reuses: [claim-number]}\n        showsStatus', 'data: {reuses: [claim-number, iban]}\n        showsStatus'))).toEqual(['DAT-003 iban']);
    const fingerprintWith = (elements: string): string => {
      const files = insuranceWith('journeys/motor-claim.yaml', 'data: {reuses: [claim-number]}\n        showsStatus', `data: {reuses: [${elements}]}\n        showsStatus`);
      return runRules(buildWorkspace(loadDocuments(memoryTree(files))), own, '2026-11-22', {}).diagnostics[0]!.fingerprint;
    };
    expect(new Set(['claim-number, iban', 'claim-photo', 'claim-photo, iban'].map(fingerprintWith)).size).toBe(3);
    expect(fingerprintWith('iban, claim-photo')).not.toBe(fingerprintWith('iban'));
    expect(findings(insuranceWith('journeys/motor-claim.yaml', 'data: {reuses: [claim-number]}\n        showsStatus', 'data: {reuses: [claim-nunber, iban]}\n        showsStatus'), [...own, ...rules.filter(({ code }) => code === 'REF-001')])).toEqual(['REF-001 claim-nunber', 'DAT-003 iban']);
    expect(findings(insuranceWith('data/claims-data.yaml', '    elements: [survey-answer, claim-number, policy-number]\n', '    elements: [claim-number, policy-number]\n'))).toEqual(['DAT-004 survey-answer']);
  });

  it('turn red on the day on which something ends, and not before', () => {
    const ended = (asOf: string): readonly string[] => findings(insurance, own, asOf).filter((each) => each.startsWith('DAT-011'));
    expect([ended('2027-09-29').length, ended('2027-09-30').length]).toEqual([0, 5]);
    expect([findings(insurance, own, '2027-09-18'), findings(insurance, own, '2027-09-19')]).toEqual([[], ['REG-002 classify']]);
  });

  it('never fail on documents that say the least', () => {
    const kinds = ['Team', 'Persona', 'System', 'Sla', 'Calendar', 'Kpi', 'DataCatalog', 'Glossary', 'Policy', 'Directory'];
    const least = Object.fromEntries(kinds.map((kind) => [`${kind}.yaml`, header(kind, kind.toLowerCase(), 'active')]));
    expect(findings({ ...least, 'journey.yaml': journey('active'), 'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: r\ntype: assessment\ndate: 2026-01-01\nby: []\nsubject: []\nassesses: tia\n' })).toEqual([]);
  });
});
