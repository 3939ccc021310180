/** How a workspace came to be: each commit says what it changed, and undoing them one by one leads back from the files of today. */
export interface PastCommit {
  /** The first line of the commit's message. */
  readonly title: string;
  /** Id of a person in one of the workspace's teams. */
  readonly author: string;
  /** Ids of the people who agreed to it where it was reviewed, never the author. */
  readonly approvedBy: readonly string[];
  /** When it was committed, in UTC, such as `2026-08-11T09:30:00Z`. */
  readonly date: string;
  readonly edits: readonly Edit[];
}

/** What one commit did to one file; `file` is its path within the workspace. */
export type Edit =
  | Replacement
  /** The file is new, or only the documents of these ids in it are. */
  | { readonly file: string; readonly added: true | readonly string[] }
  /** The file was deleted; this is what it said. */
  | { readonly file: string; readonly deleted: string }
  /** The file had another path. */
  | { readonly file: string; readonly movedFrom: string };

/** A text became another one, which is there exactly once. `spec` narrows the search to the document of that id. */
export interface Replacement {
  readonly file: string;
  readonly spec?: string;
  readonly from: string;
  readonly to: string;
}

/** Texts by path within the workspace. */
export type Texts = ReadonlyMap<string, string>;

/** A commit together with all files as it left them. */
export interface PastState {
  readonly commit: PastCommit;
  readonly texts: Texts;
}

/**
 * Every state of a workspace, the oldest first.
 *
 * @param commits - The oldest first. The first one brought everything that no later one added.
 * @param newest - The files of today.
 * @throws When an edit does not fit: a text that stands there not at all or twice cannot be undone.
 */
export function pastStates(commits: readonly PastCommit[], newest: Texts): readonly PastState[] {
  const states: PastState[] = [];
  let texts = newest;
  for (const commit of commits.toReversed()) {
    states.unshift({ commit, texts });
    texts = before(commit, texts);
  }
  return states;
}

function before({ title, edits }: PastCommit, texts: Texts): Texts {
  try {
    return edits.reduceRight(undo, texts);
  } catch (error) {
    throw new Error(`"${title}" does not fit the files: ${(error as Error).message}`, { cause: error });
  }
}

function undo(texts: Texts, edit: Edit): Texts {
  const { file } = edit;
  if ('deleted' in edit) return withNew(texts, file, edit.deleted);
  const text = texts.get(file);
  if (text === undefined) throw new Error(`there is no ${file}.`);
  if ('from' in edit) return new Map(texts).set(file, undoneIn(text, edit));
  if ('added' in edit && edit.added !== true) return new Map(texts).set(file, without(text, file, edit.added));
  const left = new Map(texts);
  left.delete(file);
  return 'movedFrom' in edit ? withNew(left, edit.movedFrom, text) : left;
}

function withNew(texts: Texts, file: string, text: string): Texts {
  if (texts.has(file)) throw new Error(`${file} is there already.`);
  return new Map(texts).set(file, text);
}

function undoneIn(text: string, { file, spec, from, to }: Replacement): string {
  if (spec === undefined) return replacedOnce(text, to, from, file);
  const documents = documentsOf(text);
  const at = indexOfSpec(documents, spec, file);
  return documents.with(at, replacedOnce(documents[at]!, to, from, `${spec} in ${file}`)).join(separator);
}

function replacedOnce(text: string, now: string, then: string, where: string): string {
  const places = text.split(now).length - 1;
  if (now === '' || places !== 1) throw new Error(`${JSON.stringify(now)} stands ${places} times in ${where}, not once.`);
  return text.replace(now, () => then);
}

const separator = '---\n';

function documentsOf(text: string): readonly string[] {
  return text.split(/^---\n/m);
}

/** What stands above the first document, such as the line for the editor, stays when that document goes. */
function without(text: string, file: string, specs: readonly string[]): string {
  const documents = documentsOf(text);
  const gone = new Set(specs.map((spec) => indexOfSpec(documents, spec, file)));
  const [first, ...others] = documents.filter((_, at) => !gone.has(at));
  if (first === undefined) throw new Error(`nothing is left of ${file}: say that the whole file was added.`);
  return [gone.has(0) ? editorLine(text) + first : first, ...others].join(separator);
}

function editorLine(text: string): string {
  return /^# yaml-language-server: .*\n/.exec(text)?.[0] ?? '';
}

function indexOfSpec(documents: readonly string[], spec: string, file: string): number {
  const found = documents.flatMap((document, at) => (document.split('\n').includes(`id: ${spec}`) ? [at] : []));
  if (found.length !== 1) throw new Error(`${file} holds ${found.length} documents of id ${spec}, not one.`);
  return found[0]!;
}
