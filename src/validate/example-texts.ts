/** The texts of examples: each header is written here, so that an example shows what it is about. */
import { sentence } from '../base/words.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { RecordType } from '../schema/kinds/record.js';

/** A document that is in force: its header, then `rest`. */
export function activeDocument(kind: KindName, id: string, rest = ''): string {
  return document(kind, id, titleOf(id), 'active', rest);
}

/** A document that is still written. */
export function draftDocument(kind: KindName, id: string, rest = ''): string {
  return document(kind, id, titleOf(id), 'draft', rest);
}

/** A journey in force of one stage, with its steps and what follows them. */
export function activeJourney(id: string, stage: string, steps: string): string {
  return activeDocument('Journey', id, stageOf(stage, steps));
}

/** A journey that is still written, of one stage. */
export function draftJourney(id: string, stage: string, steps: string): string {
  return draftDocument('Journey', id, stageOf(stage, steps));
}

/** A journey in force of one step, with the rules that decide in it. */
export function journeyWithRules(rules: string): string {
  return activeDocument('Journey', 'visit', `stages: [{id: visit, title: Visit, steps: [{id: visit, title: Technician visits, lane: frontstage, end: success}]}]
rules:
${rules}`);
}

/** A journey in force of one step, with the numbers that it is steered by and what belongs to them. */
export function journeySteeredBy(fields: string): string {
  return activeDocument('Journey', 'claim', `${fields}stages: [{id: settle, title: Settle, steps: [{id: settle, title: Claim is settled, lane: frontstage, end: success}]}]
`);
}

/** The Policy that stands in the place of the example workspace's own. */
export function examplePolicy(rest: string): string {
  return document('Policy', 'default', 'How we govern journeys', 'active', rest);
}

/** A Record that the team of the examples has written about one thing. */
export function exampleRecord(type: RecordType, date: string, subject: string, rest = ''): string {
  return `apiVersion: waymark/v1
kind: Record
id: ${type}-1
type: ${type}
date: ${date}
by: [claims#lead]
subject: [${subject}]
${rest}`;
}

function document(kind: KindName, id: string, title: string, status: 'draft' | 'active', rest: string): string {
  return `apiVersion: waymark/v1
kind: ${kind}
id: ${id}
title: ${title}
version: ${status === 'active' ? '1.0.0' : '0.1.0'}
status: ${status}
owner: claims
${rest}`;
}

function stageOf(id: string, steps: string): string {
  return `stages:
  - id: ${id}
    title: ${titleOf(id)}
    steps:
${steps}`;
}

/** `lost-card` is called `Lost card`. */
function titleOf(id: string): string {
  return sentence(id.replaceAll('-', ' '));
}
