import type { CalendarDay } from '../base/date.js';
import { compareText } from '../base/diagnostic.js';
import { addTo } from '../base/groups.js';
import { onceFor, remembering } from '../base/remembering.js';
import { findSubject } from '../model/resolve.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Record as Evidence, RecordType } from '../schema/kinds/record.js';
import { readReference } from './written-reference.js';

/** Records by what they are about, as they counted on a day. */
export interface RecordBook {
  /** Records about a spec or a place inside it, the latest first. What is said of a Directory is said of its entries. */
  about(spec: Spec, types: readonly RecordType[]): readonly Spec<'Record'>[];
  /** The latest of them. */
  latest(spec: Spec, types: readonly RecordType[]): Spec<'Record'> | undefined;
}

/** Opens the book on a day: Records of a later day and Records that another one corrects do not count. */
export function recordBook(workspace: Workspace, asOf: CalendarDay): RecordBook {
  return recordBooks(workspace)(asOf);
}

const recordBooks = onceFor((workspace: Workspace) => remembering((asOf: CalendarDay) => writeBook(workspace, asOf)));

function writeBook(workspace: Workspace, asOf: CalendarDay): RecordBook {
  const bySubject = new Map<string, Spec<'Record'>[]>();
  for (const record of countingRecords(workspace, asOf)) {
    for (const subject of subjectsOf(workspace, record)) addTo(bySubject, subject, record);
  }
  const about = (spec: Spec, types: readonly RecordType[]): readonly Spec<'Record'>[] => {
    const own = bySubject.get(spec.coordinate) ?? [];
    const shared = spec.directory === undefined ? [] : (bySubject.get(spec.directory.coordinate) ?? []);
    const all = (shared.length === 0 ? own : [...own, ...shared]).filter(({ value }) => types.includes(value.type));
    return all.length < 2 ? all : all.sort((a, b) => compareText(b.value.date, a.value.date));
  };
  return { about, latest: (spec, types) => about(spec, types)[0] };
}

/** Records that stand on a day: written by then, and not corrected since. */
export function countingRecords(workspace: Workspace, asOf: CalendarDay): readonly Spec<'Record'>[] {
  const written = workspace.all('Record').filter(({ value }) => value.date <= asOf);
  const corrected = correctedRecords(written);
  return written.filter(({ id }) => !corrected.has(id));
}

/** Ids of Records that others correct. */
export function correctedRecords(records: readonly Spec<'Record'>[]): ReadonlySet<string> {
  return new Set(records.flatMap(({ value }) => value.supersedes ?? []));
}

/** Coordinates of the documents that a Record is about, each once. */
export function subjectsOf(workspace: Workspace, record: Spec<'Record'>): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const text of record.value.subject) {
    const target = findSubject(workspace, text);
    if (target !== undefined) subjects.add(target.whole);
  }
  return subjects;
}

/**
 * True when a Record tells of an earlier state of a document, so that its words need not fit the present one: it names
 * another version, or it was written before the present version came into force. Records are never edited afterwards.
 */
export function tellsOfEarlier(workspace: Workspace, record: Spec<'Record'>, holder: Spec | undefined): boolean {
  if (holder !== undefined && record.value.date < (firstDay(holder) ?? '')) return true;
  return workspace.referencesFrom(record.coordinate).some(({ field, text, target }) => {
    if (field !== 'subject' || target === undefined) return false;
    const subject = workspace.specAt(target);
    const { version } = readReference(text);
    return subject !== undefined && (holder === undefined || subject === holder) && version !== undefined && version !== versionOf(subject);
  });
}

/** The version of a spec's content; Workspaces and Records have none. */
export function versionOf({ value }: Spec): string | undefined {
  return 'version' in value ? value.version : undefined;
}

function firstDay({ kind, value }: Spec): CalendarDay | undefined {
  return kind !== 'Record' && 'effective' in value ? value.effective?.from : undefined;
}

/** True when all who wrote a Record are of one team. Two roles of different teams that write an agreement together are its parties. */
export function isWrittenByOneTeam({ by }: Evidence): boolean {
  return new Set(by.map((role) => readReference(role).id)).size < 2;
}
