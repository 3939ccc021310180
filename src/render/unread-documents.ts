/** Documents with a mistake: nothing of them is in the workspace, but others name them, and somebody may not know of them all the same. */
import { bareName } from '../base/paths.js';
import { nearest } from '../base/words.js';
import type { Document } from '../load/document.js';
import { isField, wordsOf } from '../model/broken-words.js';
import type { Workspace } from '../model/workspace.js';
import { workspaceFile } from '../load/load-documents.js';
import { audiences, type Audience } from './audiences.js';

/** What is known of a document that cannot be read. */
export interface UnreadDocument {
  /** Who may read it, as far as it still says so. */
  readonly access: Audience;
  /** What it is called, and what it declares for others to name. */
  readonly ids: readonly string[];
  readonly title?: string;
}

/** Every document of a workspace that cannot be read, and every file that holds none. */
export function unreadDocuments({ documents, problems, pathOf, beside }: Workspace): readonly UnreadDocument[] {
  const broken = [...documents, ...beside()].filter((document) => document.problems.length > 0 && !(document.kind === 'Workspace' || pathOf(document.source.uri) === workspaceFile));
  const files = problems.map(({ span: { source } }) => ({ access: accessIn(source.text), ids: [bareName(source.uri)] }));
  return [...broken.map(unread), ...files];
}

function unread(document: Document): UnreadDocument {
  const text = textOf(document);
  const title = ownText(document, 'title');
  return { access: accessIn(text), ids: idsOf(document), ...(title === undefined ? {} : { title }) };
}

function textOf({ source, span }: Document): string {
  return source.text.slice(span.start, span.end);
}

/** Kinds whose entries others name by their ids. */
const registers = /\bkind["']?\s*:\s*["']?(?:DataCatalog|Directory|Glossary|System)\b/;

function idsOf(document: Document): readonly string[] {
  const own = ownText(document, 'id');
  const isRegister = registers.test(textOf(document)) || own === undefined;
  return [own ?? bareName(document.source.uri), ...(isRegister ? [...wordsOf([document])].filter((word) => !isField(word)) : [])];
}

/** A field of the document itself; of a text that is no YAML, what most likely is meant to be it. */
function ownText({ source, span, value }: Document, field: 'id' | 'title'): string | undefined {
  const read = value[field];
  if (typeof read === 'string') return read;
  const written = new RegExp(`(?:^|[{,]\\s*)["']?${field}["']?[ \\t]*:[ \\t]*["']?([^\\n"'#{}]+)`, 'm').exec(source.text.slice(span.start, span.end))?.[1];
  return written?.split(field === 'id' ? /[\s,]/ : /,(?=\s*["']?\w+["']?\s*:)/)[0]?.trim();
}

/** A word that is no key is taken as well, whole: else it would be read anew from each of its letters on, and a long one would take minutes. */
const labelled = /(?<key>[A-Za-z][\w-]*)(?:["']?[ \t]*:[ \t]*["']?(?<word>[^\s"',}\]#]*))?/g;

/**
 * The narrowest circle that a text names. What cannot be read has no fields, so its words are searched: a label may be misspelt, in its name or in
 * its value, and what it says then is not known. Of a file without any text nothing is known at all.
 */
export function accessIn(text: string): Audience {
  if (text.trim() === '') return 'restricted';
  const labels = [...text.matchAll(labelled)].flatMap(({ groups }) => (groups!['word'] === undefined ? [] : rankOf(groups!['key']!, groups!['word'])));
  return audiences[labels.length === 0 ? audiences.indexOf('internal') : Math.max(...labels)]!;
}

function rankOf(key: string, word: string): readonly number[] {
  const rank = audiences.indexOf(word.toLowerCase() as Audience);
  if (isLabel(key)) return [rank < 0 ? audiences.length - 1 : rank];
  return rank < 0 || isField(key) ? [] : [rank];
}

/** `access`, or what somebody wrote who meant it. Longer words are others. */
function isLabel(key: string): boolean {
  return key === 'access' || (key.length <= 'access'.length + 2 && !isField(key) && nearest(key, ['access']) !== undefined);
}
