import type { Document } from '../../load/document.js';
import type { Workspace } from '../../model/workspace.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';

const misspelt = examplePromise.replace('window:', 'windwo:');

/** What cannot be read may hide anything. */
export const documentReadable: GateRule = {
  id: 'change/document-readable',
  code: 'CHG-016',
  summary: 'Every document that changes can be read.',
  rationale: 'A document with mistakes in its form takes no part in the comparison, so nobody could say what changes in it.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S2.M6.6'],
  examples: {
    valid: [{ title: 'The mistake is mended as well', before: { 'promise.yaml': misspelt }, edits: [...promiseLess, edit('promise.yaml', 'windwo:', 'window:')] }],
    invalid: [
      {
        title: 'A promise that could not be read before either',
        before: { 'promise.yaml': misspelt },
        edits: promiseLess,
        at: 'windwo',
        message: 'What changes in this document is not known, because it cannot be read: `windwo` is not a field of an SLA.',
      },
    ],
  },
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
