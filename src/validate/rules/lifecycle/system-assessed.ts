import { mayTellOf } from '../../../analysis/completeness.js';
import { recordBook } from '../../../analysis/records.js';
import { lastLook, longestBetweenLooks, whyLookedAt } from '../../../analysis/system-looks.js';
import { dayBefore } from '../../../base/date.js';
import type { Spec } from '../../../model/spec.js';
import { idPlace } from '../../id-place.js';
import { exampleRecord } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

/** Vital systems and those of others that nobody has audited or assessed lately. */
export const systemAssessed: Rule = {
  id: 'lifecycle/system-assessed',
  code: 'LIF-012',
  summary: 'A vital system, or one that another company runs, has been audited or its risk assessed within twelve months.',
  rationale: 'The systems that most hangs on fail in ways that were known to somebody, but looked for by nobody.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S0.P1.1.3', 'S0.G4'],
  silencedBy: [{ code: 'REF-001', within: 'name' }],
  examples: {
    valid: [
      { title: 'Audited half a year ago', files: { 'system.yaml': ledger('criticality: 1'), 'record.yaml': audit('2026-05-04') } },
      { title: 'Little hangs on it', files: { 'system.yaml': ledger('criticality: 3') } },
    ],
    invalid: [
      {
        title: 'A vital system that was never looked at',
        files: { 'system.yaml': ledger('criticality: 1') },
        at: 'ledger',
        message: 'System `ledger` is vital, and no audit or assessment of it is on record.',
      },
      {
        title: 'A system of another company, audited too long ago',
        files: { 'system.yaml': ledger('thirdParty: {vendor: Example Cards Ltd}'), 'record.yaml': audit('2025-05-04') },
        at: 'ledger',
        message: 'System `ledger` is run by Example Cards Ltd, and its last audit or assessment was on 2025-05-04.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const book = recordBook(workspace, asOf);
    const since = dayBefore(asOf, longestBetweenLooks) ?? asOf;
    for (const system of workspace.all('System')) {
      const why = whyLookedAt(system);
      const last = why === undefined ? undefined : lastLook(book, system);
      if (why === undefined || isFresh(last, since, asOf) || mayTellOf(workspace, 'Record', [system.id])) continue;
      yield {
        at: idPlace(system),
        names: [`system ${system.id}`],
        message: `System \`${system.id}\` is ${why}, and ${lookInWords(last, asOf)}.`,
        hint: `Audit it or assess its risk, and add a Record of \`type: audit\` or \`type: assessment\` with \`${system.id}\` under \`subject\`.`,
      };
    }
  },
};

function isFresh(last: Spec<'Record'> | undefined, since: string, asOf: string): boolean {
  return last !== undefined && last.value.date >= since && (last.value.validUntil ?? '9999') > asOf;
}

function lookInWords(last: Spec<'Record'> | undefined, asOf: string): string {
  if (last === undefined) return 'no audit or assessment of it is on record';
  const until = last.value.validUntil;
  return until !== undefined && until <= asOf ? `its last assessment held until ${until}` : `its last audit or assessment was on ${last.value.date}`;
}

function ledger(more: string): string {
  return `apiVersion: waymark/v1
kind: System
id: ledger
title: Card ledger
version: 1.0.0
status: active
owner: payments
${more}
`;
}

function audit(date: string): string {
  return exampleRecord('audit', date, 'ledger@1.0.0', `conformance: conforms
outcome: may go on
`);
}
