import type { Premise } from '../analysis/proof/verdict.js';
import { count } from '../base/words.js';
import { coordinateOf } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { ProofMove, ProofTarget } from './proof-moves.js';
import type { Renames } from './renames.js';
import type { Versions } from './versions.js';

/** A promise is proved in neither version, and more, less or something else is missing for a proof than before. */
export function premiseMove({ before, after, renames }: Versions, target: ProofTarget, was: readonly Premise[], is: readonly Premise[]): ProofMove | undefined {
  const [old, now] = [was.map((premise) => nameOf(before, premise, renames)), is.map((premise) => nameOf(after, premise))];
  const [gone, fresh] = [without(old, now).length, without(now, old).length];
  if (gone === 0 && fresh === 0) return undefined;
  const deed = gone === 0 ? 'added' : fresh === 0 ? 'removed' : 'changed';
  const amount = { added: 'More', removed: 'Less', changed: 'Something else' }[deed];
  const number = `${count(is.length, 'thing')}${deed === 'changed' ? ` (${fresh} new)` : `, after ${was.length}`}`;
  return { target, kind: `promise-premise-${deed}`, facts: { was: was.map(({ kind }) => kind), is: is.map(({ kind }) => kind) }, words: (promise) => `${amount} is missing for a proof of the ${promise}: ${number}` };
}

/** What is missing where, whichever amounts its words tell, by the names of after. Numbers of entries are left out: what comes before them moves them. */
function nameOf(workspace: Workspace, { kind, at: { spec, path } }: Premise, renames?: Renames): string {
  const id = renames?.spec(spec.kind, spec.id) ?? spec.id;
  const step = spec.kind === 'Journey' ? workspace.journey(spec.id)?.steps.find((each) => each.path.every((part, index) => path[index] === part)) : undefined;
  const inner = step === undefined ? '' : `#${renames?.inside(id, step.id) ?? step.id}`;
  return [kind, `${coordinateOf(spec.kind, id)}${inner}`, ...path.filter((part) => typeof part === 'string')].join(' ');
}

/** What is left of a list where each entry of another takes one like it away. */
function without(list: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return list.filter((each) => {
    const found = left.indexOf(each);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}
