import { groupBy } from '../../base/groups.js';
import { fieldOf } from '../../base/json.js';
import { isUnmade, unmadeWords } from '../../analysis/unmade-variants.js';
import { listOf } from '../../base/words.js';
import { matchedSpecs } from '../../diff/match-specs.js';
import { spanIn, type Document } from '../../load/document.js';
import { isSameUnread } from '../../load/file-tree.js';
import { coordinateOf, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import type { GateFinding, GateRule } from '../gate-rule.js';
import type { Versions } from '../versions.js';

const misspelt = examplePromise.replace('window:', 'windwo:');

/** What cannot be read may hide anything. */
export const documentReadable: GateRule = {
  id: 'change/document-readable',
  code: 'CHG-016',
  summary: 'Every document that changes can be read, and nothing that nobody could read changes or leaves the workspace unseen.',
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
      {
        title: 'A promise that nobody could read is deleted',
        before: { 'promise.yaml': misspelt },
        edits: [edit('promise.yaml', misspelt, '')],
        at: '',
        message: 'What could not be read in `promise.yaml` has left the workspace, and nobody knows what it was: `windwo` is not a field of an SLA.',
      },
    ],
  },
  *check({ versions, findings }) {
    const { before, after } = versions;
    const told = new Set(findings.map(({ span }) => span?.source.uri));
    const then = new Set(brokenIn(before).map(textOf));
    for (const document of brokenIn(after)) {
      const { message, span, hint } = document.problems[0]!;
      if (told.has(document.source.uri) || then.has(textOf(document))) continue;
      yield { subject: '', message: `What changes in this document is not known, because it cannot be read: ${message}`, ...(hint === undefined ? {} : { hint }), span };
    }
    for (const [file, documents] of groupBy(leftUnread(before, after), ({ source }) => source.uri)) yield* tellLeft(versions, file, documents);
    yield* tellUnread(before, after, told);
    yield* tellUnmade(before, after, told);
  },
};

/** Variants that neither version can put together. Of one that the change has broken, or whose base it has, there is a finding already. */
function* tellUnmade(before: Workspace, after: Workspace, told: ReadonlySet<string | undefined>): Iterable<GateFinding> {
  for (const { before: was, after: is } of matchedSpecs(before)(after).unknown) {
    if (!isUnmade(after, is) || told.has(is.document.source.uri) || textOf(was.document) === textOf(is.document)) continue;
    yield { subject: is.coordinate, message: `What changes in this variant is not known: ${unmadeWords(after, is as Spec<'Journey'>)}`, hint: 'Correct its overlay, or its base, first.', span: spanIn(is.document, ['extends']) };
  }
}

/** Files of the later version that are not read, such as links, unless they are known to be, or to lead to, what the earlier one has there. */
function* tellUnread(before: Workspace, after: Workspace, told: ReadonlySet<string | undefined>): Iterable<GateFinding> {
  const former = new Map(before.unread.map((file) => [before.pathOf(file.problem.span.source.uri), file.content]));
  for (const { problem: { message, span, hint }, content } of after.unread) {
    const was = former.get(after.pathOf(span.source.uri));
    if (told.has(span.source.uri) || (was !== undefined && isSameUnread(was, content))) continue;
    yield { subject: '', message: `Whether this file changes something is not known, because it is not read: ${message}`, ...(hint === undefined ? {} : { hint }), span };
  }
}

/** Documents that could not be read and are not there any more: neither as they were, nor mended in their place, nor mended elsewhere. */
function leftUnread(before: Workspace, after: Workspace): readonly Document[] {
  const now = new Set(brokenIn(after).map(textOf));
  const countIn = ({ documents }: Workspace, file: string): number => documents.filter(({ source }) => source.uri === file).length;
  return brokenIn(before).filter((document) => {
    const { kind, value, source } = document;
    const id = fieldOf(value, 'id');
    const isMended = kind !== undefined && typeof id === 'string' && after.specAt(coordinateOf(kind, id)) !== undefined;
    return !now.has(textOf(document)) && !isMended && countIn(after, source.uri) < countIn(before, source.uri);
  });
}

/** What bound nobody may leave, and what nobody ever could read is only told. */
function* tellLeft({ lastRead, after }: Versions, file: string, [first]: readonly Document[]): Iterable<GateFinding> {
  const known = lastRead?.(file);
  const held = known?.filter(({ coordinate }) => after.specAt(coordinate) === undefined) ?? [];
  if (known !== undefined && known.length > 0 && held.length === 0) return;
  const was = held.length === 0 ? `, and nobody knows what it was: ${first!.problems[0]!.message}` : `. When it could last be read, it was ${listOf(held.map(({ coordinate, kind, status }) => `\`${coordinate}\`${kind === 'Record' ? '' : ` (${status})`}`))}.`;
  const isHarmless = known !== undefined && held.every(({ kind, status }) => kind !== 'Record' && status === 'draft');
  yield { subject: held[0]?.coordinate ?? '', message: `What could not be read in \`${file}\` has left the workspace${was}`, hint: 'Put it back and mend it first, so that everybody sees what leaves.', ...(isHarmless ? { severity: 'warning' } : {}) };
}

function brokenIn({ documents }: Workspace): readonly Document[] {
  return documents.filter(({ problems }) => problems.length > 0);
}

function textOf({ source, span }: Document): string {
  return source.text.slice(span.start, span.end);
}
