import { groupBy } from '../../base/groups.js';
import { count, listOf, quoted, sentence } from '../../base/words.js';
import type { Objection } from '../../control/gate-rule.js';
import type { Coordinate } from '../../base/diagnostic.js';
import type { Change } from '../../diff/change.js';
import { levels, tallyWords } from '../../diff/tally.js';
import { coordinateOf } from '../../model/spec.js';
import { languageTable } from '../../schema/generated/language-table.js';
import { countOf } from '../../schema/names.js';
import { alsoWords, audienceOrder, audienceWords, policyWords, toldOnce, versionWords, type ToldOnce } from '../changes/change-words.js';
import { markdownCell, markdownCode, markdownText } from '../../base/escape/markdown.js';
import { joinBlocks, roomInComment } from '../fit-comment.js';
import { lineAddress } from '../place.js';
import { shorten } from '../shorten.js';
import type { ChangePicture, ReviewReporter, ReviewResults } from './review-results.js';
import { caveat, headline, isWorthTelling, objectionWords, obstaclesOf, placeWords, promiseWords, provedWords, remarksOf } from './review-words.js';

const longestText = 1_000;
/** How many entries of a list are told. Where they make the comment too long, fewer are, and the rest is counted: nothing is cut silently. */
const mostEntries = [40, 20, 10, 5, 2] as const;
/** Characters that are kept free for pictures of what changes. */
const roomForPicture = 15_000;

/** The comment on a pull request: one sentence, what is to be done, the changes by who may be harmed, the proofs before and after. */
export const markdown: ReviewReporter = {
  id: 'markdown',
  report(results, { quiet }) {
    const { workspaces } = results;
    if (quiet && workspaces.every((each) => each.changes.filter(isWorthTelling).length + obstaclesOf(each).length === 0)) return '';
    const pictures = picturesOf(workspaces.flatMap((each) => each.pictures?.() ?? []));
    const layouts = mostEntries.map((most) => () => joinBlocks(blocksOf(results, most, pictures)));
    const room = roomInComment - roomForPicture + pictures.join('').length;
    const fitting = layouts.find((layout) => layout().length <= room);
    return (fitting ?? layouts.at(-1)!)();
  },
};

function blocksOf(results: ReviewResults, most: number, pictures: readonly string[]): readonly string[] {
  const { workspaces, tool } = results;
  const told = (isFirst: boolean): readonly Change[] => workspaces.filter(({ isFirstAdoption }) => isFirstAdoption === isFirst).flatMap((each) => each.changes).filter(isWorthTelling);
  const changes = told(false);
  const asked = caveat(results);
  return [
    `## ${markdownText(`${tool.name}: ${headline(results)}`)}`,
    ...(asked === '' ? [] : [markdownText(asked)]),
    ...objections('What is to be done', workspaces.flatMap(obstaclesOf), most),
    ...(changes.length === 0 ? [] : [`**${sentence(tallyWords(changes))}**`, ...harmful(changes, most), ...harmless(changes, most)]),
    ...adopted(told(true)),
    ...pictures,
    ...proofsTable(results, most),
    ...objections('Worth a look', workspaces.flatMap(remarksOf), most),
    `Compared ${versionWords(results, markdownCode)}, as of ${results.asOf}.`,
  ];
}

/** The journeys that differ, as far as there is room: the first to be seen at once, the others folded. */
function picturesOf(pictures: readonly ChangePicture[]): readonly string[] {
  if (pictures.length === 0) return [];
  const shown = pictures.reduce<readonly ChangePicture[]>((fitting, each) => (lengthOf([...fitting, each]) <= roomForPicture - 1_000 ? [...fitting, each] : fitting), []);
  const left = pictures.filter((each) => !shown.includes(each)).map(({ journey }) => journey);
  const [first, ...others] = shown.map(({ journey, title, text }) => ({ journey, title: markdownText(title), fence: `\`\`\`mermaid\n${text}\`\`\`` }));
  return [
    '**As a picture**: `+` came, `−` went, `~` is different, `!` breaks a promise, `?` is where something is missing for the proof of one',
    ...(first === undefined ? [] : [first.title, first.fence]),
    ...others.map(({ journey, fence }) => `<details>\n<summary>${journey}</summary>\n\n${fence}\n\n</details>`),
    ...(left.length === 0 ? [] : [`There is no room here for ${listOf(someIds(left))}: \`waymark render ID --view change\` draws each.`]),
  ];
}

/** With what stands around each. */
function lengthOf(pictures: readonly ChangePicture[]): number {
  return pictures.reduce((length, { text }) => length + text.length + 200, 0);
}

function someIds(ids: readonly string[]): readonly string[] {
  return [...ids.slice(0, 10).map(markdownCode), ...(ids.length > 10 ? [`${ids.length - 10} more`] : [])];
}

/** Whoever has to agree is named. Of anything else that many documents lack, some stand for all. */
function objections(title: string, all: readonly Objection[], most: number): readonly string[] {
  const groups = [...groupBy(all, ({ code }) => code).values()];
  const entries = groups.flatMap((group) => shownOf(group.map(objectionEntry), group[0]!.remedy === 'approval' ? most : Math.ceil(most / 4)));
  return entries.length === 0 ? [] : [`**${title}**`, ...entries];
}

function objectionEntry(objection: Objection): string {
  const place = placeWords(objection);
  return `${prose(objectionWords(objection))}${place === undefined ? '' : ` (${markdownCode(place)})`}`;
}

/** Before a first workspace there is nothing to differ from: how much begins of each kind says more than that each document is new. */
function adopted(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const entries = [...groupBy(changes, ({ subject }) => documentKindOf(subject))].map(([kind, own]) => {
    const regulated = own.filter((change) => change.regulated).length;
    return `- ${countOf(own.length, kind)}${regulated === 0 ? '' : `, **${regulated} regulated**`}`;
  });
  return ['**Everything is new**', ...entries, `${allToldBy} each of them.`];
}

function documentKindOf(subject: Coordinate): string {
  return languageTable.kinds.find((kind) => subject === coordinateOf(kind, subject.slice(subject.indexOf(':') + 1))) ?? subject;
}

/** At the terminal, too, a list ends after some entries. */
const allToldBy = '`waymark review` with a `--max-problems` that is high enough tells';

function list(title: string, entries: readonly string[], most: number): readonly string[] {
  return entries.length === 0 ? [] : [`**${title}**`, ...shownOf(entries, most)];
}

function shownOf(entries: readonly string[], most: number): readonly string[] {
  const left = entries.length - most;
  return [...entries.slice(0, most).map((each) => `- ${each}`), ...(left > 0 ? [`- ... and ${left} more like ${most === 1 ? 'this' : 'these'}: ${allToldBy} all of them`] : [])];
}

/** Changes by who may be harmed, customers first; one that harms several stands with the first of them. */
function harmful(changes: readonly Change[], most: number): readonly string[] {
  const groups = [...groupBy(changes.filter(({ harms }) => harms.length > 0), ({ harms }) => harms[0]!)];
  return groups.sort(([a], [b]) => audienceOrder(a) - audienceOrder(b)).flatMap(([audience, own]) => list(`May harm ${audienceWords(audience)}`, entriesOf(own), most));
}

/** What breaks nothing and harms nobody is folded away. New Records are only named. */
function harmless(all: readonly Change[], most: number): readonly string[] {
  const none = all.filter(({ harms }) => harms.length === 0);
  const breaking = list('Breaking, though nobody is known to be worse off', entriesOf(none.filter(({ level }) => level === 'breaking')), most);
  const changes = none.filter(({ level }) => level !== 'breaking');
  return changes.length === 0 ? breaking : [...breaking, ...folded(changes, most)];
}

function folded(changes: readonly Change[], most: number): readonly string[] {
  const [records, others] = [changes.filter(({ kind }) => kind === 'record-added'), changes.filter(({ kind }) => kind !== 'record-added')];
  const filed = quoted(records.map(({ subject }) => subject.slice(subject.indexOf(':') + 1)));
  const named = filed.length <= most ? filed : [...filed.slice(0, most), `${filed.length - most} more`];
  const entries = [...shownOf(entriesOf(others), most), ...(filed.length === 0 ? [] : [`- ${prose(`New on record: ${listOf(named)}.`)}`])];
  return ['<details>', `<summary>Harms nobody: ${count(changes.length, 'change')}</summary>`, ...entries, '</details>'];
}

/** What breaks most first; what is told of several documents once. */
function entriesOf(changes: readonly Change[]): readonly string[] {
  const weight = ({ change: { level, regulated } }: ToldOnce): number => 2 * levels.indexOf(level) - (regulated ? 1 : 0);
  return toldOnce(changes).toSorted((a, b) => weight(a) - weight(b)).map(entryOf);
}

function entryOf(told: ToldOnce): string {
  const { change } = told;
  const place = change.after ?? change.before;
  const where = place === undefined ? '' : ` (${markdownCode(lineAddress(place))}${change.after === undefined ? ', before' : ''})`;
  return `${change.level}${change.regulated ? ', **regulated**' : ''}: ${prose([change.message, policyWords(change), alsoWords(told)].filter((word) => word !== '').join(' '))}${where}`;
}

function proofsTable({ workspaces }: ReviewResults, most: number): readonly string[] {
  const proofs = workspaces.flatMap((each) => each.proofs).toSorted((a, b) => Number(b.isWorse) - Number(a.isWorse));
  if (proofs.length === 0) return [];
  const cell = (words: string): string => markdownCell(shorten(words, longestText));
  const rows = proofs.slice(0, most).map((proof) => `| ${cell(promiseWords(proof))} | ${cell(provedWords(proof.before))} | ${proof.isWorse ? '**worse:** ' : ''}${cell(provedWords(proof.after))} |`);
  const left = proofs.length - most;
  return ['**Promises that are proved otherwise**', ['| Promise | Before | Now |', '| --- | --- | --- |', ...rows].join('\n'), ...(left > 0 ? [`... and ${left} more.`] : [])];
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
