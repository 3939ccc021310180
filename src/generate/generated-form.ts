import type { Workspace } from '../model/workspace.js';

/** What is wrong with what a generator has given back: one of an organisation's own may give anything. */
export function formProblems(given: unknown, workspace: Workspace): readonly string[] {
  if (!isMap(given) || !Array.isArray(given['files'])) return ['It has to give back `{files: [...]}`, and does not.'];
  const { files, losses = [] } = given;
  const known = new Set<unknown>(workspace.specs.map(({ coordinate }) => coordinate));
  if (!Array.isArray(losses)) return ['Its `losses` have to be a list, and are none.'];
  return [...(files as readonly unknown[]).flatMap((file) => fileProblem(file, known) ?? []), ...(losses as readonly unknown[]).flatMap((loss) => lossProblem(loss, known) ?? [])].slice(0, 5);
}

function fileProblem(file: unknown, known: ReadonlySet<unknown>): string | undefined {
  if (!isMap(file) || typeof file['path'] !== 'string') return 'Each of its files has to have a `path` that is a text.';
  const { path, content, sources } = file;
  if (typeof content !== 'string') return `The \`content\` of its file \`${path}\` has to be a text, and is none.`;
  const isSound = Array.isArray(sources) && sources.every((spec) => isMap(spec) && known.has(spec['coordinate']));
  return isSound ? undefined : `The \`sources\` of its file \`${path}\` have to be a list of documents of the workspace, as \`all('Journey')\` gives them.`;
}

function lossProblem(loss: unknown, known: ReadonlySet<unknown>): string | undefined {
  if (!isMap(loss) || typeof loss['field'] !== 'string' || typeof loss['reason'] !== 'string') return 'Each of its losses has to have a `field` and a `reason` that are texts.';
  if (loss['at'] !== undefined && !Array.isArray(loss['at'])) return 'The `at` of a loss has to be a path, such as `[\'targets\', 1]`.';
  if (loss['sort'] !== undefined && loss['sort'] !== 'limit' && loss['sort'] !== 'case') return 'The `sort` of a loss is `limit` or `case`, or is left out.';
  if (loss['inPart'] !== undefined && loss['inPart'] !== true) return 'The `inPart` of a loss is `true`, or is left out.';
  return known.has(loss['subject']) ? undefined : `Each of its losses has to name a document as its \`subject\`, such as \`journey:order\`, and \`${String(loss['subject'])}\` is none.`;
}

/** True for what has fields, whatever they are. */
export function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
