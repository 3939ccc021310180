import { isObject, type JsonValue, type Path } from '../base/json.js';
import { excerpt, sentence } from '../base/words.js';
import type { Spec } from '../model/spec.js';
import { describePlace, describeValue, nounOf } from '../schema/names.js';
import { memberFor, placeAt } from '../schema/type-at.js';
import { isDayText } from './compare-scalars.js';
import { entryNameOf } from './compare-values.js';
import type { Difference } from './difference.js';
import type { SpecPair } from './match-specs.js';
import { contrasted } from './text-words.js';

/** What a difference says to people: names, what was and what is. */
export function sentenceOf({ before, after }: SpecPair, difference: Difference): string {
  const { deed } = difference;
  if (deed === 'added') return added(after, difference);
  if (deed === 'removed') return removed(before, difference);
  const what = describeIn(after, difference.after!.path);
  const [was, is] = contrasted(textOf(difference.before!.value), textOf(difference.after!.value));
  if (deed === 'rewritten') return sentence(`${what} is written ${is} instead of ${was}, which is the same length of time.`);
  if (deed === 'reordered') return sentence(`${what} has another order: it was ${was} and is now ${is}.`);
  return sentence(`${what} was ${was} and is now ${is}${outcomeOf(difference)}.`);
}

/** Of two days, people ask which is the later one; yes and no speak for themselves. */
function outcomeOf({ deed, before, after }: Difference): string {
  const words = comparisonWords[deed];
  const [was, is] = [before!.value, after!.value];
  return words === undefined || typeof is === 'boolean' ? '' : isDayText(was) && isDayText(is) ? `, which is ${is > was ? 'later' : 'earlier'}` : words;
}

const comparisonWords: { readonly [deed: string]: string } = { tightened: ', which is stricter', loosened: ', which is looser' };

function added(spec: Spec, { after }: Difference): string {
  const { path, value } = after!;
  if (isEntry(path, spec)) return sentence(`${entryWords(spec, path, value)} is new in ${holderWords(spec, path)}.`);
  return sentence(isObject(value) ? `${describeIn(spec, path)} is new.` : `${describeIn(spec, path)} is new: ${told(value)}.`);
}

function removed(spec: Spec, { before }: Difference): string {
  const { path, value } = before!;
  if (isEntry(path, spec)) return sentence(`${entryWords(spec, path, value)} is no longer in ${holderWords(spec, path)}.`);
  return sentence(isObject(value) ? `${describeIn(spec, path)} is gone.` : `${describeIn(spec, path)} is gone; it was ${told(value)}.`);
}

/** True where a value stands in a list or is named by its key in a map. A list may also be a single value. */
function isEntry(path: Path, spec: Spec): boolean {
  return typeof path.at(-1) === 'number' || isKeyOfMap(path, spec);
}

function isKeyOfMap(path: Path, spec: Spec): boolean {
  const holder = placeAt(spec.kind, spec.value, path.slice(0, -1))?.type;
  return holder?.type === 'map';
}

/** ``step `call` ``, or the value itself between backquotes. */
function entryWords(spec: Spec, path: Path, value: JsonValue): string {
  const last = path.at(-1)!;
  if (typeof last === 'string') return `\`${excerpt(last)}\`${isObject(value) ? '' : ` (${told(value)})`}`;
  const type = placeAt(spec.kind, spec.value, path)?.type;
  const member = type === undefined ? undefined : memberFor(type, value);
  const name = entryNameOf(value);
  if (member?.type !== 'object') return told(value);
  return name === undefined ? `a ${nounOf(member.shape)} (${told(value)})` : `${nounOf(member.shape)} \`${excerpt(name)}\``;
}

/** What holds an entry: the list or the map with its name. */
function holderWords(spec: Spec, path: Path): string {
  return describeIn(spec, path.slice(0, -1));
}

/** A place with the document that it is in. */
export function describeIn(spec: Spec, path: Path): string {
  const words = describeValue(spec.kind, spec.value, path);
  const document = describePlace(spec.kind, spec.value, []);
  return words.endsWith(document) ? words : `${words} in ${document}`;
}

/** An author's value in a sentence. */
export function told(value: JsonValue): string {
  return `\`${excerpt(textOf(value))}\``;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
