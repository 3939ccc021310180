import { canonicalJson } from '../base/canonical-json.js';
import type { CalendarDay } from '../base/date.js';
import { fieldOf, type JsonObject } from '../base/json.js';
import type { Entry } from '../model/registers.js';
import type { Workspace } from '../model/workspace.js';
import type { Effective } from '../schema/kinds/header.js';
import type { Difference } from './difference.js';
import { fieldName } from './kind-names.js';
import type { Versions } from './versions.js';

/**
 * True for a term or a piece of data that has only gone to another document, or has come from one: it is the same as before, as long as
 * the other document binds as much and is read by the same people.
 */
export function isMovedEntry({ before, after, today }: Versions, { shape, field, deed, before: was, after: is }: Difference): boolean {
  const home = fieldName(shape, field);
  if ((deed !== 'added' && deed !== 'removed') || (home !== 'Glossary.terms' && home !== 'DataCatalog.elements')) return false;
  const side = was ?? is!;
  const id = String(fieldOf(side.value, 'id') ?? side.path.at(-1));
  const [old, now] = [before, after].map((workspace) => declarations(workspace, home, id));
  if (old!.length !== 1 || now!.length !== 1) return false;
  const [from, to] = [old![0]!, now![0]!];
  return standingOf(from) === standingOf(to) && holdsAsLong(from, to, today) && contentOf(from) === contentOf(to);
}

function declarations({ registers }: Workspace, home: string, id: string): readonly Entry<unknown>[] {
  const element = registers.elements.get(id);
  return home === 'Glossary.terms' ? registers.terms.filter((entry) => entry.id === id) : element === undefined ? [] : [element];
}

function standingOf({ spec }: Entry<unknown>): string {
  return `${spec.status} ${String(fieldOf(spec.value, 'access') ?? 'internal')}`;
}

/** Where it stands now holds already, or since as long as where it stood, and ends no earlier. */
function holdsAsLong(from: Entry<unknown>, to: Entry<unknown>, today: CalendarDay | undefined): boolean {
  const [was, is] = [from, to].map(({ spec }) => (fieldOf(spec.value, 'effective') ?? {}) as Partial<Effective>);
  const begins = is!.from === undefined || is!.from <= (today ?? '') || is!.from <= (was!.from ?? '');
  return begins && (is!.until === undefined || (was!.until !== undefined && was!.until <= is!.until));
}

/** A short term has its word as a title as well. */
function contentOf({ value }: Entry<unknown>): string {
  const { title, ...rest } = value as JsonObject;
  return canonicalJson('preferred' in rest ? rest : { ...rest, title: title ?? null });
}
