import { count } from '../base/words.js';
import { documentPartOf, isActive, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';
import type { SymbolicApprover } from './change.js';
import { higher } from './content-meaning.js';
import type { KnownBesides } from './diff.js';
import type { Judgement } from './tell.js';

/** Of what differs since it held last, so much is told; the rest is counted. */
const mostTold = 3;

/**
 * What begins to hold may have held before: as a draft, or away for a while, anything could be changed in it without harming anybody. So
 * it is compared with what it said when it held last, as far as that is known, and weighs what that difference weighs.
 *
 * @param known - An earlier workspace for each document; absent where none is known.
 * @param compare - What differs between two workspaces.
 */
export function withWhatHeld(known: KnownBesides['formerly'], after: Workspace, judgement: Judgement, compare: (before: Workspace, after: Workspace) => readonly Judgement[]): Judgement {
  const spec = judgement.kind.id === 'spec-activated' ? judgement.after?.spec : undefined;
  const formerly = spec === undefined ? undefined : known?.(spec.coordinate);
  const last = formerly?.specAt(judgement.subject);
  if (spec === undefined || formerly === undefined || last === undefined || !isActive(last)) return judgement;
  const own = compare(formerly, after).filter(({ subject, kind }) => documentPartOf(subject) === spec.coordinate && kind.id !== 'spec-version-changed');
  return {
    ...judgement,
    level: own.reduce<Level>((level, each) => higher(level, each.level ?? each.kind.level), 'compatible'),
    regulated: own.some(({ regulated, kind }) => regulated ?? kind.regulated),
    harms: [...new Set(own.flatMap(({ harms, kind }) => harms ?? kind.harms))],
    approvers: [...new Set([...judgement.kind.approvers, ...own.flatMap(protectors)])],
    message: `${judgement.message} ${wordsOf(last, own)}`,
  };
}

/** Who is asked about the data that a change begins to use. */
function protectors({ approvers, kind }: Judgement): readonly SymbolicApprover[] {
  return (approvers ?? kind.approvers).filter((each) => each === 'data-owner' || each === 'dpo');
}

function wordsOf(last: Spec, own: readonly Judgement[]): string {
  const when = 'version' in last.value ? `held last, as ${last.value.version}` : 'held last';
  if (own.length === 0) return `It says what it said when it ${when}.`;
  const left = own.length - mostTold;
  return [`Since it ${when}, it says something else.`, ...own.slice(0, mostTold).map(({ message }) => message), ...(left > 0 ? [`And ${count(left, 'more change')}.`] : [])].join(' ');
}
