import { addTo } from '../base/groups.js';
import { isArray, isObject, type JsonValue } from '../base/json.js';
import { remembering } from '../base/remembering.js';
import { limits } from '../load/limits.js';
import type { Spec } from './spec.js';

/** A variant as it is written, and the journey that it is made from. */
export interface WrittenVariant {
  readonly variant: Spec<'Journey'>;
  readonly base: Spec<'Journey'>;
}

/** Variants that are not put together, since with what they take from their bases they hold too much: in one file, or in all. */
export interface LeftOutVariants {
  readonly variants: readonly Spec<'Journey'>[];
  readonly limit: 'file' | 'workspace';
}

/**
 * A few lines make a variant of a journey of any size, so that the size of files says nothing about the work. Each file has
 * a share of its own, and no file of a stranger takes away what the variants of others may hold.
 */
export function variantsWithinLimits(written: readonly WrittenVariant[]): { readonly within: readonly WrittenVariant[]; readonly leftOut: readonly LeftOutVariants[] } {
  const sizeOf = remembering((base: Spec) => valuesIn(base.value as unknown as JsonValue));
  const [ofFile, leftOut] = [new Map<string, number>(), new Map<string, Spec<'Journey'>[]>()];
  let all = 0;
  const within = written.filter(({ variant, base }) => {
    const [file, size] = [variant.document.source.uri, sizeOf(base)];
    const inFile = (ofFile.get(file) ?? 0) + size;
    const isWithin = inFile <= limits.variantValuesPerFile && all + size <= limits.variantValues;
    if (!isWithin) addTo(leftOut, inFile > limits.variantValuesPerFile ? file : '', variant);
    else [all] = [all + size, ofFile.set(file, inFile)];
    return isWithin;
  });
  return { within, leftOut: [...leftOut].map(([file, variants]) => ({ variants, limit: file === '' ? 'workspace' : 'file' })) };
}

/** Lists, maps and what stands in them, as the limit of a file counts. */
function valuesIn(value: JsonValue): number {
  const entries = isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return entries.reduce<number>((sum, each) => sum + valuesIn(each), 1);
}
