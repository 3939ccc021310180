import { createRequire } from 'node:module';
import { lazy } from '../base/lazy.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Validator } from '../schema/validator.js';

/** The validator of a kind. It is the only one that complains. */
export function validatorOf(kind: KindName): Validator {
  return validators()[kind];
}

/**
 * They stand in one file of half a megabyte, which most runs never need, so it is read when the first is asked for. It is CommonJS,
 * because every Node can read such a file in the middle of a function. The path holds in `src`, in `dist` and in `dist/chunks`.
 */
const validators = lazy(() => createRequire(import.meta.url)('../schema/generated/validators.cjs') as { readonly [kind in KindName]: Validator });
