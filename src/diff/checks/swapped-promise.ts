import type { Spec } from '../../model/spec.js';
import { shapeOf } from '../../schema/type-at.js';
import { compareSpecs } from '../compare-specs.js';
import type { Deed, Difference } from '../difference.js';
import { together } from '../together.js';
import type { Versions } from '../versions.js';
import type { Check, CheckContext, Explained } from './check.js';

/** Another name for the same promise harms nobody; another promise is judged by what it promises. */
export const swappedPromise: Check = {
  id: 'swapped-promise',
  summary: 'A promise in the place of another is compared with it, target by target.',
  *judge(context) {
    for (const difference of context.differences) {
      if (difference.deed === 'changed' && isPromise(difference)) yield* explain(context, [difference], String(difference.before!.value), String(difference.after!.value));
    }
    const [gone, fresh] = ['removed', 'added'].map((deed) => context.differences.filter((each) => each.shape === 'Journey' && each.field === 'slas' && each.deed === deed));
    if (gone?.length === 1 && fresh?.length === 1) yield* explain(context, [fresh[0]!, gone[0]!], String(gone[0]!.before!.value), String(fresh[0]!.after!.value));
  },
};

function isPromise({ shape, field }: Difference): boolean {
  const type = shapeOf(shape)[field]?.type;
  return type?.type === 'reference' && type.to.includes('Sla');
}

function* explain({ versions, pair }: CheckContext, claims: readonly Difference[], was: string, is: string): Iterable<Explained> {
  const [before, after] = [versions.before.find('Sla', was), versions.after.find('Sla', is)];
  if (before === undefined || after === undefined) return;
  const deed = comparedPromises(versions, before, after);
  const kind = deed === undefined || deed === 'rewritten' ? 'promise-reference-changed' : `promise-${deed}`;
  const outcome = deed === undefined || deed === 'rewritten' ? 'promises the same' : deed === 'tightened' ? 'is stricter' : deed === 'loosened' ? 'is looser' : 'promises something else';
  const message = `The promise \`${is}\`, which now stands in the place of \`${was}\` in ${nameOf(pair.after)}, ${outcome}.`;
  yield { claims, kind, message, facts: { was, is } };
}

function nameOf({ kind, id }: Spec): string {
  return `${kind.toLowerCase()} \`${id}\``;
}

const header = new Set(['title', 'description', 'version', 'status', 'effective', 'owner', 'technicalOwner', 'access', 'review', 'supersedes', 'supersededBy', 'aliases', 'labels', 'links', 'agreement']);

/** Whatever is not a target and differs makes it another promise. */
function comparedPromises(versions: Versions, before: Spec, after: Spec): Deed | undefined {
  const differences = compareSpecs(versions, { before, after }).filter(({ shape, field }) => !(shape === 'Sla' && header.has(field)) && shape !== 'ReviewPlan' && shape !== 'Effective');
  const deeds = differences.map(({ field, deed }): Deed => (field === 'targets' && (deed === 'tightened' || deed === 'loosened' || deed === 'rewritten') ? deed : 'changed'));
  return together(deeds);
}
