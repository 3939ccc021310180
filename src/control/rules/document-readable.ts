import type { Document } from '../../load/document.js';
import type { Workspace } from '../../model/workspace.js';
import type { GateRule } from '../gate-rule.js';

/** What cannot be read may hide anything. */
export const documentReadable: GateRule = {
  id: 'change/document-readable',
  code: 'CHG-016',
  summary: 'Every document that changes can be read.',
  rationale: 'A document with mistakes in its form takes no part in the comparison, so nobody could say what changes in it.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S2.M6.6'],
  example: 'What changes in this document is not known, because it cannot be read: There is no field `stauts` here.',
  *check({ versions: { before, after }, findings }) {
    const told = new Set(findings.map(({ span }) => span?.source.uri));
    const then = new Set(brokenIn(before).map(textOf));
    for (const document of brokenIn(after)) {
      const { message, span, hint } = document.problems[0]!;
      if (told.has(document.source.uri) || then.has(textOf(document))) continue;
      yield { subject: '', message: `What changes in this document is not known, because it cannot be read: ${message}`, ...(hint === undefined ? {} : { hint }), span };
    }
  },
};

function brokenIn({ documents }: Workspace): readonly Document[] {
  return documents.filter(({ problems }) => problems.length > 0);
}

function textOf({ source, span }: Document): string {
  return source.text.slice(span.start, span.end);
}
