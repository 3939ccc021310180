import { memoryTree } from '../load/file-tree.js';
import type { Spec } from '../model/spec.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { Import } from '../schema/kinds/workspace.js';
import { count } from '../base/words.js';
import { levels } from './tally.js';
import type { Judgement } from './tell.js';

/** The lock of an import is another one: kind of the change that a new copy comes with. */
const lockChanged = 'import-integrity-changed';
/** Of what a new copy brings, so much is told; the rest is counted. */
const mostTold = 3;

/**
 * A copy of another repository's documents is locked by a hash, and that says nothing to people. Where both copies are the ones that were
 * locked, what differs between them is told with the lock, and says how much it weighs and whom it may harm.
 *
 * @param compare - What differs between the documents of two copies.
 */
export function withImported(before: Workspace, after: Workspace, judgement: Judgement, compare: (before: Workspace, after: Workspace) => readonly Judgement[]): Judgement {
  if (judgement.kind.id !== lockChanged) return judgement;
  const [was, is] = [lockedCopy(before, judgement.before), lockedCopy(after, judgement.after)];
  if (was === undefined || is === undefined) return judgement;
  const brought = compare(was.documents, is.documents).filter(({ kind }) => kind.id !== 'spec-version-changed').toSorted((a, b) => weightOf(a) - weightOf(b));
  const left = brought.length - mostTold;
  const words = [...brought.slice(0, mostTold).map(({ message }) => message), ...(left > 0 ? [`And ${count(left, 'more change')}.`] : [])].join(' ');
  return {
    ...judgement,
    level: levels[Math.min(levels.indexOf('editorial'), ...brought.map(weightOf))]!,
    harms: [...new Set(brought.flatMap(({ harms, kind }) => harms ?? kind.harms))],
    message: `The copy that is imported as \`${is.name}\` is another one${words === '' ? ', and says the same.' : `. ${words}`}`,
  };
}

interface Copy {
  readonly name: string;
  readonly documents: Workspace;
}

/** Nothing is said of a file that is not the one that was locked, or that cannot be read whole. */
function lockedCopy(workspace: Workspace, place: Judgement['before']): Copy | undefined {
  const locked = (place?.spec as Spec<'Workspace'> | undefined)?.value.imports?.[Number(place?.path[1])] as Import | undefined;
  if (locked === undefined || workspace.hashOf(locked.source) !== locked.integrity) return undefined;
  const documents = workspace.imported(locked.name);
  if (documents.length === 0 || documents.some(({ problems }) => problems.length > 0)) return undefined;
  return { name: locked.name, documents: buildWorkspace({ tree: memoryTree({}), prefix: '', folder: locked.name, documents, imports: new Map(), problems: [] }) };
}

function weightOf({ level, kind }: Judgement): number {
  return levels.indexOf(level ?? kind.level);
}
