import type { Level } from '../schema/meanings.js';
import type { Action, Audience, SymbolicApprover } from './change.js';
import type { Deed } from './difference.js';

/** A field of the language, `Step.channel`. */
export type FieldName = `${string}.${string}`;

/** One text of a file of the example workspace, and what is put in its place. An empty text is the end of the file. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** An edit of the example workspace that makes exactly one change of the kind. */
export interface ChangeExample {
  readonly edits: readonly Edit[];
  /** Kinds of the changes that come with it, where it never comes alone. */
  readonly because?: readonly string[];
  /** The change's whole sentence. */
  readonly message: string;
}

/**
 * How a kind weighs where a proof shows that customers may have to wait longer because of it: a promise to them is harder to keep, or not proved any more.
 * It is a threshold: what else changes, and how much was left before, decides as well.
 */
export interface WhereSlower {
  readonly level: Level;
  readonly harms: readonly Audience[];
  readonly example: ChangeExample;
}

/** One kind of change: what it is called, what it means and who has to agree. */
export interface ChangeKind {
  /** `subject-aspect-action`: its last word is the action. */
  readonly id: string;
  readonly action: Action;
  readonly level: Level;
  readonly regulated: boolean;
  /** Who may be worse off; empty for what harms nobody. */
  readonly harms: readonly Audience[];
  readonly approvers: readonly SymbolicApprover[];
  /** Why it matters, in a sentence. */
  readonly rationale: string;
  /** Absent where that weighs as any other change of the kind. */
  readonly whereSlower?: WhereSlower;
}

/** A kind that is written by hand, because it says more than what the fields say by themselves. */
export interface WrittenKind extends ChangeKind {
  /** The fields whose differences are of this kind. None for a kind that only a check gives. */
  readonly at: readonly FieldName[];
  /** What was done to them, where that is not the action alone. */
  readonly deeds?: readonly Deed[];
  /** True where it only tells what other changes come to: it asks for no version and nobody's agreement, because they do. */
  readonly isNote?: boolean;
  readonly example: ChangeExample;
}

const actions: readonly Action[] = ['added', 'removed', 'tightened', 'loosened', 'changed', 'renamed'];

/** The action that a kind's name ends with. */
function actionOf(id: string): Action {
  const action = actions.find((each) => id.endsWith(`-${each}`));
  if (action === undefined) throw new Error(`The kind ${id} has to end with what is done: ${actions.join(', ')}`);
  return action;
}

/** A kind as it is written in a file of `kinds/`: its action follows from its name unless it says so itself. */
export function written(kind: Omit<WrittenKind, 'action' | 'regulated' | 'harms'> & Partial<Pick<WrittenKind, 'action' | 'regulated' | 'harms'>>): WrittenKind {
  return { regulated: false, harms: [], action: kind.action ?? actionOf(kind.id), ...kind };
}

/** An example of one edit. */
export function edit(file: string, from: string, to: string, message: string): ChangeExample {
  return { edits: [{ file, from, to }], message };
}
