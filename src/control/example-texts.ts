/** The texts of examples: a promise, data and a Policy that changes are shown on. */
import type { Edit } from '../diff/change-kind.js';
import { activeDocument, examplePolicy, exampleRecord } from '../validate/example-texts.js';

/** A promise to customers that is in force. */
export const examplePromise = activeDocument('Sla', 'claim-settled', `effective: {from: 2026-01-01}
type: sla
metric: duration
provider: claims
consumer: customer
clock: {start: claim-reported, stop: claim-paid}
targets: [{within: 10d, percent: 90}]
window: P1M
`);

/** Personal data that are in force: what is changed about how long they are kept is regulated. */
export const exampleData = activeDocument('DataCatalog', 'claims-data', `effective: {from: 2026-01-01}
elements:
  - {id: photo, title: Photo of the damage, class: confidential, nature: personal, owner: claims, retention: {period: P3Y, from: case-close, action: erase}}
`);

/** The Policy with what it asks of changes. */
export function policyAsking(approvals: string): string {
  return examplePolicy(`roles: {compliance: payments#lead}
approvals:
${approvals}`);
}

/** Customers are promised less. */
export const promiseLess: readonly Edit[] = [edit('promise.yaml', 'within: 10d', 'within: 12d'), edit('promise.yaml', 'version: 1.0.0', 'version: 2.0.0')];

/** The Policy asks more of what breaks than of what takes nothing away. */
export const policyOfLevels = policyAsking('  compatible: {all: [journey-owner]}\n  breaking: {all: [journey-owner, compliance]}\n');

/** A Record about a change, with who agreed to it. */
export function recordOf(subject: string, role: string, person: string): string {
  return exampleRecord('change', '2026-11-01', subject, `impact: {harmed: none}
outcome: approved
approvals: [{role: ${role}, person: ${person}}]
`);
}

/** Photos are kept for less long. */
export const keepLess: readonly Edit[] = [edit('data.yaml', 'period: P3Y', 'period: P1Y'), edit('data.yaml', 'version: 1.0.0', 'version: 1.1.0')];

/** One text of a file, and what stands in its place. */
export function edit(file: string, from: string, to: string): Edit {
  return { file, from, to };
}

/** A file that the change brings. */
export function newFile(file: string, text: string): Edit {
  return { file, from: '', to: text };
}
