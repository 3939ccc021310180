import { didYouMean, listOf, quoted } from '../base/words.js';

/** What a setting of a target can be. */
export type OptionValue = string | number | boolean;

/** What a setting may be. */
export interface OptionForm<Value extends OptionValue = OptionValue> {
  /** What holds where nobody says otherwise; its type is the type of the setting. */
  readonly default: Value;
  /** The only values there are, for a setting that is one of a few words. */
  readonly words?: readonly Value[];
  /** What a text has to fit as a whole, with the words that say so: `{ expression: '\\d+[smhd]', words: 'a number with `s`, `m`, `h` or `d`' }`. */
  readonly pattern?: { readonly expression: string; readonly words: string };
  /** The least and the most that a number may be. */
  readonly least?: number;
  readonly most?: number;
}

/** A setting of a target. */
export interface OptionDeclaration<Value extends OptionValue = OptionValue> extends OptionForm<Value> {
  /** What it changes, in a sentence. */
  readonly description: string;
}

/** Settings by name. */
export interface OptionValues {
  readonly [name: string]: OptionValue;
}

/** A target of `waymark generate`, as far as its settings go. */
export interface HasSettings {
  readonly id: string;
  readonly options: { readonly [name: string]: OptionForm };
}

/** A setting that cannot be used. */
export interface OptionProblem {
  readonly option: string;
  readonly problem: string;
}

/** The settings of a target as they hold, or what is wrong with those that were given. Texts are read as what the setting is. A program may give anything. */
export function resolveOptions(target: HasSettings, given: OptionValues): { readonly options: OptionValues } | { readonly problems: readonly OptionProblem[] } {
  const names = Object.keys(target.options);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(target.options, name)).map((option) => ({ option, problem: unknownOption(target.id, option, names) }));
  const read = names.map((name) => ({ option: name, ...valueOf(name, target.options[name]!, Object.hasOwn(given, name) ? given[name] : undefined) }));
  const problems = [...unknown, ...read.flatMap((each) => ('problem' in each ? [{ option: each.option, problem: each.problem }] : []))];
  if (problems.length > 0) return { problems };
  return { options: Object.fromEntries(read.flatMap((each) => ('value' in each ? [[each.option, each.value]] : []))) };
}

function unknownOption(target: string, option: string, names: readonly string[]): string {
  const known = names.length === 0 ? 'It has none.' : `It has ${listOf(quoted(names))}.`;
  const near = didYouMean(option, new Set(names));
  return `\`${target}\` has no setting \`${option}\`. ${near.startsWith('Did you mean') ? `${near} ${known}` : known}`;
}

function valueOf(name: string, declaration: OptionForm, given: OptionValue | undefined): { readonly value: OptionValue } | { readonly problem: string } {
  const { default: standard, words } = declaration;
  if (given === undefined) return { value: standard };
  if (!['string', 'number', 'boolean'].includes(typeof given)) return { problem: `\`${name}\` has to be a text, a number, or \`true\` or \`false\`.` };
  const value = typeof standard === 'string' ? String(given) : readAs(typeof standard, given);
  if (value === undefined) return { problem: `\`${String(given)}\` is no ${typeof standard === 'number' ? 'number' : '`true` or `false`'}.` };
  if (words !== undefined && !words.includes(value)) return { problem: `\`${String(value)}\` is none of ${listOf(quoted(words.map(String)))}.` };
  const misfit = misfitOf(declaration, value);
  return misfit === undefined ? { value } : { problem: `\`${String(value)}\` is not ${misfit}.` };
}

/** What a value should be and is not. The text that holds where nobody says otherwise fits as it is. */
function misfitOf({ default: standard, pattern, least = -Infinity, most = Infinity }: OptionForm, value: OptionValue): string | undefined {
  if (typeof value === 'string') return pattern === undefined || value === standard || new RegExp(`^(?:${pattern.expression})$`, 'u').test(value) ? undefined : pattern.words;
  return typeof value !== 'number' || (value >= least && value <= most) ? undefined : rangeWords({ least, most });
}

/** What a number may be, in words. */
export function rangeWords({ least = -Infinity, most = Infinity }: { readonly least?: number | undefined; readonly most?: number | undefined }): string {
  return most === Infinity ? `at least ${least}` : least === -Infinity ? `at most ${most}` : `between ${least} and ${most}`;
}

function readAs(type: string, given: OptionValue): OptionValue | undefined {
  if (typeof given === type) return Number.isNaN(given) ? undefined : given;
  if (type === 'boolean') return given === 'true' ? true : given === 'false' ? false : undefined;
  return typeof given === 'string' && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(given) ? Number(given) : undefined;
}
