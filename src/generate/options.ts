import { didYouMean, listOf, quoted } from '../base/words.js';
import type { OptionDeclaration, OptionValue, OptionValues, Target } from './target.js';

/** A setting that cannot be used. */
export interface OptionProblem {
  readonly option: string;
  readonly problem: string;
}

/** The settings of a target as they hold, or what is wrong with those that were given. Texts are read as what the setting is. */
export function resolveOptions(target: Target, given: OptionValues): { readonly options: OptionValues } | { readonly problems: readonly OptionProblem[] } {
  const names = Object.keys(target.options);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(target.options, name)).map((option) => ({ option, problem: unknownOption(target.id, option, names) }));
  const read = names.map((name) => ({ option: name, ...valueOf(target.options[name]!, Object.hasOwn(given, name) ? given[name] : undefined) }));
  const problems = [...unknown, ...read.flatMap((each) => ('problem' in each ? [{ option: each.option, problem: each.problem }] : []))];
  if (problems.length > 0) return { problems };
  return { options: Object.fromEntries(read.flatMap((each) => ('value' in each ? [[each.option, each.value]] : []))) };
}

function unknownOption(target: string, option: string, names: readonly string[]): string {
  const known = names.length === 0 ? 'It has none.' : `It has ${listOf(quoted(names))}.`;
  return `\`${target}\` has no setting \`${option}\`. ${[didYouMean(option, new Set(names)), known].join(' ').trim()}`;
}

function valueOf({ default: standard, words }: OptionDeclaration, given: OptionValue | undefined): { readonly value: OptionValue } | { readonly problem: string } {
  if (given === undefined) return { value: standard };
  const value = typeof standard === 'string' ? String(given) : readAs(typeof standard, given);
  if (value === undefined) return { problem: `\`${String(given)}\` is no ${typeof standard === 'number' ? 'number' : '`true` or `false`'}.` };
  if (words !== undefined && !words.includes(value)) return { problem: `\`${String(value)}\` is none of ${listOf(quoted(words.map(String)))}.` };
  return { value };
}

function readAs(type: string, given: OptionValue): OptionValue | undefined {
  if (typeof given === type) return given;
  if (type === 'boolean') return given === 'true' ? true : given === 'false' ? false : undefined;
  return typeof given === 'string' && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(given) ? Number(given) : undefined;
}
