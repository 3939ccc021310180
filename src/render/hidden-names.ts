import { folded } from '../base/fold.js';
import { aliasesOf } from '../analysis/former-names.js';
import { readSpecs } from '../model/read-specs.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Audience } from './audiences.js';
import { unreadDocuments } from './unread-documents.js';

/** Names that give away what somebody may not know of, folded. */
export interface HiddenNames {
  /** Ids, which are words of their own wherever they stand. */
  readonly words: ReadonlySet<string>;
  /** Ids that are words of the language as well, such as the status `open`: they name something only where they stand alone. */
  readonly codes: ReadonlySet<string>;
  /** Titles and words for customers. */
  readonly texts: readonly string[];
  /** True where there is nothing to be hidden. */
  readonly isNothing: boolean;
}

/** A document, or something that is declared inside of one. */
export interface Named {
  readonly id: string;
  readonly title?: string | undefined;
  readonly isOpen: boolean;
}

type Sees = (spec: Spec) => boolean;

/** What a workspace names. */
export interface NamesIn {
  readonly documents: readonly Named[];
  /** What is declared inside of them and may be a word of the language as well. */
  readonly entries: readonly Named[];
}

export function namesIn(workspace: Workspace, sees: Sees, isFor: (access: Audience) => boolean): NamesIn {
  const documents = specsKnown(workspace).flatMap((spec): readonly Named[] => [{ id: spec.id, title: titleIn(spec.value), isOpen: sees(spec) }, ...aliasesOf(spec).map((id) => ({ id, isOpen: sees(spec) }))]);
  return { documents: [...documents, ...unreadNames(workspace, isFor), ...dataNames(workspace, sees)], entries: [...statusNames(workspace, sees), ...eventNames(workspace, sees)] };
}

/** Those that are open nowhere: a name that is open somewhere else is no secret. */
export function hiddenAmong(...all: readonly NamesIn[]): HiddenNames {
  const [documents, entries] = [all.flatMap((each) => each.documents), all.flatMap((each) => each.entries)];
  const hidden = [...documents, ...entries].filter(({ isOpen }) => !isOpen);
  const open = new Set([...documents, ...entries].filter(({ isOpen }) => isOpen).map(({ id }) => id));
  const codes = new Set(entries.map(({ id }) => id).filter((id) => /^[a-z]+$/i.test(id)));
  const ids = hidden.map(({ id }) => id).filter((id) => !open.has(id));
  const titles = hidden.map(({ title = '' }) => title).filter((title) => !open.has(title));
  return {
    words: foldedSet([...ids.filter((id) => !codes.has(id)), ...titles].filter(isId)),
    codes: foldedSet(ids.filter((id) => codes.has(id))),
    texts: [...foldedSet([...ids, ...titles].filter((name) => !isId(name)))],
    isNothing: hidden.length === 0,
  };
}

function isId(name: string): boolean {
  return /^[a-z0-9-]+$/.test(name);
}

function foldedSet(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(folded).filter((name) => name !== ''));
}

/** Those of the workspace, and those beside it that others may name. */
function specsKnown(workspace: Workspace): readonly Spec[] {
  return [...workspace.specs, ...readSpecs(workspace.beside())];
}

function unreadNames(workspace: Workspace, isFor: (access: Audience) => boolean): readonly Named[] {
  return unreadDocuments(workspace).flatMap(({ ids, title, access }) => ids.map((id) => ({ id, title, isOpen: isFor(access) })));
}

function dataNames({ registers: { elements, purposes } }: Workspace, sees: Sees): readonly Named[] {
  return [...elements.values(), ...purposes.values()].map(({ id, value, spec }) => ({ id, title: titleIn(value), isOpen: sees(spec) }));
}

function statusNames({ registers }: Workspace, sees: Sees): readonly Named[] {
  return [...registers.statuses.values()].map(({ id, value, spec }) => ({ id, title: value.preferred, isOpen: sees(spec) }));
}

/** Events that systems tell, and those that steps name themselves. What is named after its step is named after its journey as well. */
function eventNames({ registers: { events }, journeys }: Workspace, sees: Sees): readonly Named[] {
  const told = [...events.told.values()].map(({ name, producers }) => ({ id: name, isOpen: producers.some(({ spec }) => sees(spec)) }));
  const own = journeys.flatMap(({ steps, spec }) => steps.filter(({ value }) => value.events !== undefined).flatMap(({ started, completed }) => [started, completed].map((id) => ({ id, isOpen: sees(spec) }))));
  return [...told, ...own];
}

function titleIn(value: object): string | undefined {
  return 'title' in value && typeof value.title === 'string' ? value.title : undefined;
}
