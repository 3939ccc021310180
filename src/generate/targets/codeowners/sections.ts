import type { Approver } from '../../../analysis/approvers.js';
import type { AskedAlways } from '../../../analysis/asked-always.js';
import { groupBy } from '../../../base/groups.js';
import type { OwnersLine, OwnersSection } from '../../text/codeowners.js';
import type { AskedFile } from './asked-files.js';
import { singleDemands } from './single-demands.js';

/** Who is asked by what names. */
type NamesOf = (approver: Approver) => readonly string[];

/** One list for a forge where one of those who are asked is enough. */
export function oneSection(files: readonly AskedFile[], pathOf: (file: AskedFile) => string, namesOf: NamesOf): OwnersSection {
  return { lines: files.flatMap((file) => lineOf(pathOf(file), file.asked.flatMap(({ approvers }) => approvers), namesOf, notesOf(file, namesOf))) };
}

/** A section for each who has to agree, for a forge where each section has to be content. */
export function sectionsOfEach(files: readonly AskedFile[], pathOf: (file: AskedFile) => string, namesOf: NamesOf): readonly OwnersSection[] {
  const parts = files.flatMap((file) => partsOf(file.asked).map((part) => ({ ...part, lines: lineOf(pathOf(file), part.approvers, namesOf, notesOf(file, namesOf)) })));
  const sections = [...groupBy(parts, ({ name }) => name)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sections.map(([, list]): OwnersSection => ({ name: list[0]!.name, count: list[0]!.count, lines: list.flatMap(({ lines }) => lines) })).filter(({ lines }) => lines.length > 0);
}

/** Each section is asked about each file, so only one of them gets the files that no line names: that of owners. */
export function withOthers(sections: readonly OwnersSection[], others: OwnersLine): readonly OwnersSection[] {
  const own = sections.find(({ name }) => name === undefined || name === 'journey-owner') ?? sections[0];
  return sections.map((section) => (section === own ? { ...section, others } : section));
}

interface Part {
  readonly name: string;
  readonly count: number;
  readonly approvers: readonly Approver[];
}

/** Each demand gets a section. Of several under one name, as of the owners of several documents, each has its number. */
function partsOf(asked: readonly AskedAlways[]): readonly Part[] {
  const parts = singleDemands(asked).map(({ symbols, count, approvers }) => ({ name: `${count > 1 ? `${count} of ` : ''}${symbols.join(' or ')}`, count, approvers, roles: rolesOf(approvers) }));
  const distinct = [...new Map(parts.map((part) => [`${part.name}: ${part.roles}`, part])).values()].toSorted((a, b) => (a.roles < b.roles ? -1 : 1));
  return [...groupBy(distinct, ({ name }) => name).values()].flatMap((list) => list.map((part, index) => (index === 0 ? part : { ...part, name: `${part.name} ${index + 1}` })));
}

function rolesOf(approvers: readonly Approver[]): string {
  return [...new Set(approvers.map(({ role }) => role))].toSorted().join(' ');
}

/** A file about which nobody with a name is asked has no line. */
function lineOf(path: string, approvers: readonly Approver[], namesOf: NamesOf, notes: readonly string[]): readonly OwnersLine[] {
  const owners = uniqueNames(approvers, namesOf);
  return owners.length === 0 ? [] : [{ path, owners, notes }];
}

/** Which document is whose, where the documents of a file are not all asked of the same. */
function notesOf({ parts }: AskedFile, namesOf: NamesOf): readonly string[] {
  const named = parts.map(({ spec, asked }) => ({ spec, names: uniqueNames(asked.flatMap(({ approvers }) => approvers), namesOf).join(' ') }));
  const groups = [...groupBy(named, ({ names }) => names)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return groups.length < 2 ? [] : groups.map(([names, list]) => `${names === '' ? 'nobody' : names}: ${list.map(({ spec }) => spec.coordinate).toSorted().join(', ')}`);
}

function uniqueNames(approvers: readonly Approver[], namesOf: NamesOf): readonly string[] {
  return [...new Set(approvers.flatMap(namesOf))].toSorted();
}
