import picocolors from 'picocolors';
import { groupBy } from '../../base/groups.js';
import { count, listOf, someOf } from '../../base/words.js';
import type { WeighedLoss } from '../../generate/accepted.js';
import type { Loss } from '../../generate/target.js';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import type { GenerationReporter, WrittenTarget } from './generation-results.js';

/** For people at a terminal: which files changed, then what the files cannot say. */
export const text: GenerationReporter = {
  id: 'text',
  report({ targets, isCheck }, { color, columns }) {
    const colours = picocolors.createColors(color);
    const width = Math.max(40, columns);
    return `${targets.map((target) => blockOf(target, isCheck, width, colours)).join('\n\n')}\n`;
  },
};

type Colours = ReturnType<typeof picocolors.createColors>;

function blockOf(target: WrittenTarget, isCheck: boolean, width: number, { bold, dim }: Colours): string {
  const [open, accepted] = [target.losses.filter((loss) => loss.accepted === undefined), target.losses.filter((loss) => loss.accepted !== undefined)];
  const [cases, limits] = [open.filter(({ sort }) => sort === 'case'), open.filter(({ sort }) => sort === 'limit')];
  return [
    bold(visible(`${target.id}${target.id === target.target ? '' : ` (${target.target})`} in ${target.folder}: ${summaryOf(target, isCheck)}`)),
    ...(isCheck || target.undeclared === true ? changedLines(target, width) : []),
    ...(cases.length > 0 ? paragraph('Could not be expressed here:', '  ', width) : []),
    ...caseLines(cases).flatMap((line) => paragraph(line, '    ', width)),
    ...acceptedLines(accepted).flatMap((line) => paragraph(line, '  ', width)),
    ...target.idle.flatMap(({ subject, field = '' }) => paragraph(`Accepted and lost no longer: ${placeOf({ subject, field })}. Take it out of \`accept\` in \`waymark.yaml\`.`, '  ', width)),
    ...limitLines(limits).flatMap((line) => paragraph(line, '  ', width).map(dim)),
  ].join('\n');
}

const doneWords: Readonly<Record<string, string>> = { missing: 'new', stale: 'renewed', edited: 'replaced that had been edited by hand', foreign: 'replaced that Waymark had not written', left: 'taken away that is no longer written', 'left-unsure': 'taken away that is no longer written', 'left-foreign': 'left alone that is no longer written and was edited by hand' };

function summaryOf({ files, undeclared, root }: WrittenTarget, isCheck: boolean): string {
  if (undeclared === true && files.some(({ state }) => state === 'left')) return `${nobodyNames(root)} What was left here was taken away.`;
  if (undeclared === true) return `${nobodyNames(root)} Delete what is left here; \`waymark generate --overwrite\` takes it away.`;
  const written = files.filter(({ state }) => !state.startsWith('left')).length;
  const changed = [...groupBy(files.filter(({ state }) => state !== 'current'), ({ state }) => state)];
  if (changed.length === 0) return `${count(written, 'file')}, ${written === 1 ? '' : 'all '}up to date.`;
  const done = changed.map(([state, list]) => `${list.length} ${doneWords[state] ?? state}`);
  const isRefused = files.some(({ state }) => ['edited', 'foreign', 'left-unsure', 'left-foreign'].includes(state));
  if (isCheck) return isRefused ? 'not up to date. Move what was edited by hand elsewhere; `waymark generate --overwrite` replaces it.' : 'not up to date. `waymark generate` writes it anew.';
  return `${count(written, 'file')}: ${listOf(done)}.`;
}

/** Also where there is no workspace any more. */
function nobodyNames(root: string): string {
  return `no \`waymark.yaml\` in \`${root}\` names this target and this folder any more.`;
}

const checkWords: Readonly<Record<string, string>> = { missing: 'is missing', stale: 'is stale: the documents say something else by now', edited: 'was edited by hand', foreign: 'was not written by Waymark', left: 'is no longer written, and goes', 'left-unsure': 'is no longer written: delete it, or call with --overwrite', 'left-foreign': 'is no longer written, and nothing shows that Waymark wrote it as it stands: move it elsewhere or delete it' };

function changedLines({ files }: WrittenTarget, width: number): readonly string[] {
  return files.filter(({ state }) => state !== 'current').flatMap(({ path, state }) => paragraph(`${path} ${checkWords[state] ?? state}.`, '  ', width));
}

/** What a target never carries: for each reason the kinds of documents, and of those that it carries in part the fields. */
function limitLines(limits: readonly Loss[]): readonly string[] {
  return [...groupBy(limits, ({ reason }) => reason)].flatMap(([reason, losses]) => {
    const whole = losses.filter(({ field }) => field === '');
    const kinds = [...groupBy(whole, ({ subject }) => kindOf(subject))].map(([kind, list]) => `${kind} (${list.length})`);
    const parts = [...groupBy(losses.filter(({ field }) => field !== ''), ({ subject }) => kindOf(subject))].map(([kind, list]) => `  Of ${kind}: ${someOf([...new Set(list.map(({ field }) => field))])}.`);
    return [`Not in it: ${reason}`, ...(kinds.length === 0 ? [] : [`  Documents: ${listOf(kinds)}.`]), ...parts];
  });
}

function kindOf(subject: string): string {
  return subject.slice(0, subject.indexOf(':'));
}

/** Each place that is accepted once, with why. */
function acceptedLines(losses: readonly WeighedLoss[]): readonly string[] {
  return [...groupBy(losses, ({ accepted = '' }) => accepted)].map(([reason, list]) => `Accepted (${reason.trim()}): ${listOf([...new Set(list.map(placeOf))])}.`);
}

function placeOf({ subject, field }: { readonly subject: string; readonly field: string }): string {
  return field === '' ? subject : `${subject}, ${field}`;
}

/** What several documents lose at one place for one reason is said once. */
function caseLines(cases: readonly Loss[]): readonly string[] {
  return [...groupBy(cases, (loss) => `${placeWords(loss)} ${loss.reason}`).values()].map((losses) => {
    const [{ reason }, place] = [losses[0]!, placeWords(losses[0]!)];
    const subjects = listOf(losses.map(({ subject }) => subject));
    if (place === '') return `${subjects}: ${reason}`;
    return losses.length === 1 ? `${subjects}, ${place}: ${reason}` : `${place} of ${subjects}: ${reason}`;
  });
}

/** `targets (entry 2).within`: the field, with the number of the entry that is meant where only one is. */
function placeWords({ field, at }: Loss): string {
  return at === undefined ? field : at.map((part, index) => (typeof part === 'number' ? ` (entry ${part + 1})` : `${index === 0 ? '' : '.'}${part}`)).join('');
}

function paragraph(words: string, margin: string, width: number): readonly string[] {
  const own = margin + /^ */.exec(words)![0];
  return wrapped(visible(words.trim()), width - own.length).map((line) => `${own}${line}`);
}
