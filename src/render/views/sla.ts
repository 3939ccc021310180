import { beside, isolated } from '../../base/bidi.js';
import { groupWords, leftWords, partName, shareWords, targetWords, timeWords, verdictTitles } from '../../analysis/proof/promise-words.js';
import type { PartOnPath, PromiseProof, ProofPath, TargetProof } from '../../analysis/proof/verdict.js';
import { hourWords } from '../../base/amounts.js';
import type { TimeBar, TimeChart } from '../chart.js';
import type { Folded, Table } from '../drawing.js';
import { leftOut, restsOnHidden } from '../for-readers.js';
import { shownPromises, slowest } from '../shown-promises.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { actorName, brief } from '../words/names.js';
import type { Workspace } from '../../model/workspace.js';

/** How the slowest way uses up each promise, and what is left of it. */
export const sla: View = {
  id: 'sla',
  summary: 'how the parts of the slowest way use up each promise, and what is left of it',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const targets = shownPromises(subject, journey).flatMap(({ promise, targets: own, isProofShown }) => own.map((target): MadeTarget => ({ promise, target, isProofShown })));
    const timed = targets.filter(isDrawn);
    const longest = Math.max(0, ...timed.map(({ target }) => Math.max(target.target.seconds ?? 0, slowest(target)!.seconds)));
    const chart: TimeChart = {
      type: 'time',
      title: beside`${journey.title}: promises`,
      description: `How the parts of the slowest way use up each promise, in hours of its calendar, and what is proved to be left.`,
      unit: longest > 4 * 3600 ? 'h' : 'min',
      sections: timed.map(({ promise, target }) => ({ label: nameOf({ promise, target }), bars: barsOf(target, slowest(target)!) })),
    };
    return {
      title: beside`${journey.title}: promises`,
      charts: timed.length === 0 ? [] : [chart],
      tables: [verdictTable(targets), partsTable(workspace, timed)],
      folded: targets.filter((each) => !isDrawn(each)).map(whyNotDrawn),
    };
  },
};

interface MadeTarget {
  readonly promise: PromiseProof;
  readonly target: TargetProof;
  /** False where its proof rests on something that is not for the readers. */
  readonly isProofShown: boolean;
}

function isDrawn({ target, isProofShown }: MadeTarget): boolean {
  return isProofShown && slowest(target) !== undefined;
}

function nameOf({ promise, target }: Omit<MadeTarget, 'isProofShown'>): string {
  const others = promise.targets.length === 1 ? '' : ` (${groupWords(target.group, promise.targets)})`;
  return `${isolated(promise.title)}${others}`;
}

/** The promise as a bar of its own, below it the parts one after the other, and at last what has been shown of the whole. */
function barsOf(target: TargetProof, path: ProofPath): readonly TimeBar[] {
  return [{ label: `Promised: ${timeWords(target.target)}`, from: 0, to: target.target.seconds!, role: 'promise' }, ...partBars(path, target.target.calendar), restOf(target, path)];
}

/** The verdict, with what is left in the words of the table. Room is drawn only where it is proved: else nobody knows that it is there. */
function restOf({ verdict, slack, target }: TargetProof, path: ProofPath): TimeBar {
  const [promised, used] = [target.seconds!, slack === undefined ? path.seconds : target.seconds! - slack.seconds];
  const label = [verdictTitles[verdict], ...(slack === undefined ? [] : [leftWords(slack, target)])].join(': ');
  if (used > promised) return { label, from: promised, to: used, role: 'over' };
  return verdict === 'proved' ? { label, from: used, to: promised, role: 'spare' } : { label, from: used, to: used, role: 'kept' };
}

/** Times of several calendars do not add up part by part; then the whole way is one bar. */
function partBars({ parts, seconds }: ProofPath, calendar: string): readonly TimeBar[] {
  const times = parts.map(({ target }) => (target.calendar === calendar ? target.seconds : undefined));
  const sum = times.reduce<number>((total, each) => total + (each ?? 0), 0);
  if (times.includes(undefined) || sum !== seconds) return [{ label: `All parts, on several calendars: at most ${hourWords(seconds)}`, from: 0, to: seconds, role: 'kept' }];
  let from = 0;
  return parts.map((part, index) => ({ label: brief(beside`${part.title}: ${timeWords(part.target)}`), from, to: (from += times[index]!), role: 'kept' }));
}

function whyNotDrawn({ promise, target, isProofShown }: MadeTarget): Folded {
  if (!isProofShown) return { subject: nameOf({ promise, target }), why: restsOnHidden };
  const why = target.target.seconds === undefined ? 'it promises no time' : (target.premises[0]?.message ?? 'no way leads from the start of its clock to its end');
  return { subject: nameOf({ promise, target }), why };
}

function verdictTable(targets: readonly MadeTarget[]): Table {
  return {
    title: 'Promises',
    columns: ['promise', 'for', 'target', 'verdict', 'what is left', 'why'],
    rows: targets.map(({ promise, target, isProofShown }) => [promise.title, groupWords(target.group, promise.targets), targetWords(promise, target), ...(isProofShown ? verdictCells(target) : [leftOut, leftOut, leftOut])]),
  };
}

function verdictCells({ verdict, slack, target, premises }: TargetProof): readonly string[] {
  return [verdictTitles[verdict], slack === undefined ? '' : leftWords(slack, target), premises.map(({ message }) => message).join(' ')];
}

function partsTable(workspace: Workspace, targets: readonly MadeTarget[]): Table {
  const rows = targets.flatMap(({ promise, target }) => slowest(target)!.parts.map((part) => [nameOf({ promise, target }), ...partCells(workspace, part, promise, target)]));
  return { title: 'Parts of the slowest way', columns: ['promise', 'part', 'kept by', 'time', 'calendar', 'for', 'from', 'to'], rows };
}

function partCells(workspace: Workspace, part: PartOnPath, promise: PromiseProof, target: TargetProof): readonly string[] {
  const provider = part.provider === undefined ? '' : actorName(workspace, part.provider);
  return [part.title === '' ? partName(part.part) : part.title, provider, timeWords(part.target), part.target.calendar, shareWords(part.target.kept, promise, target), part.from, part.to];
}
