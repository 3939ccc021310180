import { memoryTree } from '../load/file-tree.js';
import type { Spec } from '../model/spec.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { Import } from '../schema/kinds/workspace.js';
import { count } from '../base/words.js';
import { kindOf } from './kind-of.js';
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
  return { ...judgement, ...weighed(compare(was.documents, is.documents), `The copy that is imported as \`${is.name}\` is another one`) };
}

/** What differs between two copies, as much of it as fits into a sentence, and how much all of it weighs. */
function weighed(differences: readonly Judgement[], words: string): Pick<Judgement, 'level' | 'harms' | 'message'> {
  const brought = differences.filter(({ kind }) => kind.id !== 'spec-version-changed').toSorted((a, b) => weightOf(a) - weightOf(b));
  const left = brought.length - mostTold;
  const told = [...brought.slice(0, mostTold).map(({ message }) => message), ...(left > 0 ? [`And ${count(left, 'more change')}.`] : [])].join(' ');
  return {
    level: levels[Math.min(levels.indexOf('editorial'), ...brought.map(weightOf))]!,
    harms: [...new Set(brought.flatMap(({ harms, kind }) => harms ?? kind.harms))],
    message: `${words}${told === '' ? ', and says the same.' : `. ${told}`}`,
  };
}

/**
 * Copies that are others though their lock is the same: nothing that is written in the workspace differs, and yet it rests on something else.
 *
 * @param compare - What differs between the documents of two copies.
 */
export function changedBehindLock(before: Workspace, after: Workspace, compare: (before: Workspace, after: Workspace) => readonly Judgement[]): readonly Judgement[] {
  const [was, is] = [before.root, after.root];
  if (was === undefined || is === undefined) return [];
  return (is.value.imports ?? []).flatMap((now, index) => {
    const at = (was.value.imports ?? []).findIndex(({ name, integrity }) => name === now.name && integrity === now.integrity);
    const hashes = [at < 0 ? undefined : before.hashOf(was.value.imports![at]!.source), after.hashOf(now.source)];
    if (at < 0 || hashes[0] === hashes[1]) return [];
    const places = { before: { spec: was, path: ['imports', at, 'integrity'] }, after: { spec: is, path: ['imports', index, 'integrity'] } };
    return [{ kind: kindOf({ shape: 'Import', field: 'integrity', deed: 'changed' }, 'Workspace'), subject: `${is.coordinate}#imports/${now.name}`, facts: { copyWas: hashes[0] ?? '', copyIs: hashes[1] ?? '' }, ...places, covers: [], ...meaningOf(before, after, now, compare) }];
  });
}

function meaningOf(before: Workspace, after: Workspace, { name }: Import, compare: (before: Workspace, after: Workspace) => readonly Judgement[]): Pick<Judgement, 'level' | 'harms' | 'message'> {
  const [was, is] = [readCopy(before, name), readCopy(after, name)];
  const words = `The copy that is imported as \`${name}\` is another one, though its lock (\`integrity\`) is the same`;
  if (was === undefined || is === undefined) return { level: 'breaking', harms: ['staff'], message: `${words}, and ${is === undefined ? 'it cannot be read' : 'the former one could not be read'}: nobody knows what differs.` };
  return weighed(compare(was, is), words);
}

interface Copy {
  readonly name: string;
  readonly documents: Workspace;
}

/** Nothing is said of a file that is not the one that was locked, or that cannot be read whole. */
function lockedCopy(workspace: Workspace, place: Judgement['before']): Copy | undefined {
  const locked = (place?.spec as Spec<'Workspace'> | undefined)?.value.imports?.[Number(place?.path[1])] as Import | undefined;
  if (locked === undefined || workspace.hashOf(locked.source) !== locked.integrity) return undefined;
  const documents = readCopy(workspace, locked.name);
  return documents === undefined ? undefined : { name: locked.name, documents };
}

/** `undefined` where it cannot be read whole. */
function readCopy(workspace: Workspace, name: string): Workspace | undefined {
  const documents = workspace.imported(name);
  if (documents.length === 0 || documents.some(({ problems }) => problems.length > 0)) return undefined;
  return buildWorkspace({ tree: memoryTree({}), prefix: '', folder: name, documents, imports: new Map(), problems: [] });
}

function weightOf({ level, kind }: Judgement): number {
  return levels.indexOf(level ?? kind.level);
}
