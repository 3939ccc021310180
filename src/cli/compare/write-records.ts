import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy } from '../../base/groups.js';
import { listOf, quoted } from '../../base/words.js';
import type { NewApprovals } from '../../control/new-approvals.js';
import { judgeOf } from '../../control/versions.js';
import { levels, tallyWords } from '../../diff/tally.js';
import type { Spec } from '../../model/spec.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { insideFolder, writeFileWhole } from '../write-artifacts.js';
import { newRecordText, withApprovals } from './record-text.js';
import type { ReviewedPair } from './run-review.js';

/** What is to be put on record in one workspace. */
export interface ToRecord extends ReviewedPair {
  readonly all: readonly NewApprovals[];
}

/** A file as it will be, and what is told of it. */
interface Page {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly told: readonly string[];
}

/**
 * Writes approvals into Records: into the one that names the document in its new version, or into a new one. Nothing is written where one
 * of them cannot be.
 *
 * @param wanted - The id of the Record that is meant for all of them.
 * @returns What was written, in lines.
 */
export function writeRecords(workspaces: readonly ToRecord[], today: string, wanted: string | undefined): readonly string[] {
  const pages = workspaces.flatMap((each) => [...editedRecords(each, wanted), ...addedRecords(each, today, wanted)]);
  for (const { folder, path, text } of pages) writeFileWhole(insideFolder(folder, path), text);
  return pages.flatMap(({ told }) => told);
}

/** Records that stand here already. Several may stand in one file, and one may be about several documents. */
function editedRecords(given: ToRecord, wanted: string | undefined): readonly Page[] {
  const pages = new Map<string, Page>();
  for (const [record, all] of groupBy(given.all, (each) => recordFor(given, each, wanted))) {
    if (record === undefined) continue;
    const path = given.versions.after.pathOf(record.document.source.uri);
    const { text, told } = pages.get(path) ?? { text: record.document.source.text, told: [] };
    pages.set(path, { folder: folderOf(given), path, text: edited(text, record, onceEach(all)), told: [...told, ...all.map((each) => `${path}: ${wordsOf(each)}`)] });
  }
  return [...pages.values()];
}

function recordFor({ versions: { before, after }, versions }: ToRecord, { name, record }: NewApprovals, wanted: string | undefined): Spec<'Record'> | undefined {
  if (wanted === undefined) return record;
  if ([before, judgeOf(versions)].some((workspace) => workspace !== after && workspace.find('Record', wanted) !== undefined)) throw new Failure(exitCodes.usage, `The Record \`${wanted}\` stands on the branch already, and Records are only ever added. Name a new one.`);
  const found = after.find('Record', wanted);
  if (found !== undefined && found.value.type !== 'change') throw new Failure(exitCodes.usage, `The Record \`${wanted}\` is of type \`${found.value.type}\`. Approvals stand in one of type \`change\`.`);
  if (found !== undefined && !found.value.subject.includes(name)) throw new Failure(exitCodes.usage, `The Record \`${wanted}\` is not about \`${name}\`. Add that to its \`subject\`, or name another Record.`);
  return found;
}

function edited(text: string, record: Spec<'Record'>, approvals: NewApprovals['approvals']): string {
  const written = withApprovals(text, record, approvals);
  if (written === undefined) throw new Failure(exitCodes.usage, `The Record \`${record.id}\` is written in a way that nothing can be added to it without changing something else. Write its \`approvals\` as a list with one entry in a line, and try again.`);
  return written;
}

/** One new Record for each document, or the one that is wanted for all. */
function addedRecords(given: ToRecord, today: string, wanted: string | undefined): readonly Page[] {
  const missing = given.all.filter((each) => recordFor(given, each, wanted) === undefined);
  if (missing.length === 0) return [];
  if (wanted !== undefined) return [addedRecord(given, today, wanted, missing)];
  const taken = new Set<string>();
  return missing.map((each) => {
    const id = freeId(given, `change-${today}-${each.subject.slice(each.subject.indexOf(':') + 1)}`, taken);
    taken.add(id);
    return addedRecord(given, today, id, [each]);
  });
}

function addedRecord(given: ToRecord, date: string, id: string, all: readonly NewApprovals[]): Page {
  const path = pathOf(id);
  if (existsSync(join(folderOf(given), path))) throw new Failure(exitCodes.usage, `There is a file \`${path}\` already. Name another Record with \`--record\`.`);
  const text = newRecordText({
    id,
    date,
    by: all[0]!.header.by,
    subject: all.map(({ name }) => name),
    levels: levels.filter((level) => all.some(({ header }) => header.levels.includes(level))),
    regulated: all.some(({ header }) => header.regulated),
    from: all.flatMap(({ header }) => header.from ?? []).sort()[0],
    approvals: onceEach(all),
  });
  return { folder: folderOf(given), path, text, told: [`${path}: a new Record; ${all.map(wordsOf).join(' ')} Say there whom it touches (\`impact\`) and what came of it (\`outcome\`).`] };
}

/** In one Record about several documents, a role agrees once. */
function onceEach(all: readonly NewApprovals[]): NewApprovals['approvals'] {
  const byRole = new Map<string, NewApprovals['approvals'][number]>();
  for (const approval of all.flatMap(({ approvals }) => approvals)) {
    const fingerprints = [...new Set([...(byRole.get(approval.role)?.fingerprints ?? []), ...(approval.fingerprints ?? [])])];
    byRole.set(approval.role, { ...approval, ...(fingerprints.length === 0 ? {} : { fingerprints }) });
  }
  return [...byRole.values()];
}

const longestId = 63;

function freeId(given: ToRecord, wish: string, taken: ReadonlySet<string>): string {
  const { before, after } = given.versions;
  const isFree = (id: string): boolean => !taken.has(id) && [before, after, judgeOf(given.versions)].every((workspace) => workspace.find('Record', id) === undefined) && !existsSync(join(folderOf(given), pathOf(id)));
  const ids = ['', ...Array.from({ length: 1_000 }, (_, index) => `-${index + 2}`)].map((end) => `${wish.slice(0, longestId - end.length).replace(/-+$/, '')}${end}`);
  return ids.find(isFree) ?? ids.at(-1)!;
}

function pathOf(id: string): string {
  return `records/${id}.yaml`;
}

function folderOf({ pair }: ToRecord): string {
  return pair.folder ?? '';
}

function wordsOf({ name, changes, approvals }: NewApprovals): string {
  return `${listOf(quoted(approvals.map(({ role }) => role)))} ${approvals.length === 1 ? 'agrees' : 'agree'} to \`${name}\` (${tallyWords(changes)}).`;
}
