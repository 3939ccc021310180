import type { Spec } from '../../../model/spec.js';
import { inLanguageOrder } from '../../../schema/language-order.js';
import { constantName, literal } from '../../text/typescript.js';
import type { Statement } from './module.js';

/** Documents as constants, each of which holds what its document says, a variant with its base. */
export function dataModule(specs: readonly Spec[], type: string, from: string): readonly Statement[] {
  const constants = specs.map((spec): Statement => ({ is: 'constant', name: constantName(spec.id), value: `${literal(inLanguageOrder(spec.kind, spec.value))} as const satisfies ${type}` }));
  return specs.length === 0 ? [nothing] : [{ is: 'import-type', names: [type], from }, ...constants];
}

/** A file without a statement would be no module. */
export const nothing: Statement = { is: 'constant', name: 'none', value: '[] as const' };
