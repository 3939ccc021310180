import { groupBy } from '../base/groups.js';
import type { Path } from '../base/json.js';
import { isActive, type Spec } from '../model/spec.js';
import type { Entry } from '../model/registers.js';
import type { Workspace } from '../model/workspace.js';
import type { JourneyModel } from '../model/journey.js';
import type { Term } from '../schema/kinds/glossary.js';

/** A text that customers or colleagues read. */
export interface Wording {
  readonly text: string;
  readonly spec: Spec;
  readonly path: Path;
  /** Channels in which it is read; none for a title. */
  readonly channels: readonly string[];
}

/** A word that stands where another one is preferred. */
export interface WrongWord {
  /** As the text has it. */
  readonly written: string;
  readonly term: BindingTerm;
}

/** A term that says which word is to be used. */
export type BindingTerm = Entry<Term & Required<Pick<Term, 'preferred'>>>;

/** Terms that bind: those of active documents. One that does not say its word yet forbids none either. */
export function bindingTerms({ registers }: Workspace): readonly BindingTerm[] {
  return registers.terms.filter((term): term is BindingTerm => isActive(term.spec) && term.value.preferred !== undefined);
}

const kindsWithTitles: ReadonlySet<string> = new Set(['Journey', 'Kpi', 'Sla', 'Persona']);

/** Texts in which words matter, as far as they are asked for: titles of what people talk about, messages, and status words. */
export function* wordings(workspace: Workspace, isAsked: IsAsked): Iterable<Wording> {
  for (const spec of workspace.specs) {
    if (kindsWithTitles.has(spec.kind) && 'title' in spec.value && spec.value.title !== undefined && isAsked(spec.value.title)) yield { text: spec.value.title, spec, path: ['title'], channels: [] };
    if (spec.kind === 'Glossary') yield* statusWordings(spec as Spec<'Glossary'>, isAsked);
  }
  for (const journey of workspace.journeys) yield* journeyWordings(journey, isAsked);
}

type IsAsked = (text: string) => boolean;

function* statusWordings(spec: Spec<'Glossary'>, isAsked: IsAsked): Iterable<Wording> {
  for (const [index, { preferred }] of (spec.value.statuses ?? []).entries()) if (preferred !== undefined && isAsked(preferred)) yield { text: preferred, spec, path: ['statuses', index, 'preferred'], channels: [] };
}

function* journeyWordings({ spec, stages, steps }: JourneyModel, isAsked: IsAsked): Iterable<Wording> {
  for (const { value, path } of stages) if (isAsked(value.title)) yield { text: value.title, spec, path: [...path, 'title'], channels: [] };
  for (const step of steps) {
    const { title, message } = step.value;
    if (isAsked(title)) yield { text: title, spec, path: [...step.path, 'title'], channels: [] };
    if (message?.subject !== undefined && isAsked(message.subject)) yield { text: message.subject, spec, path: [...step.path, 'message', 'subject'], channels: step.channels };
    if (message?.text !== undefined && isAsked(message.text)) yield { text: message.text, spec, path: [...step.path, 'message', 'text'], channels: step.channels };
  }
}

/** Tells quickly which texts may hold a forbidden word: the others need not be looked at. */
export function suspicionOf(terms: readonly BindingTerm[]): (text: string) => boolean {
  const forbidden = forbiddenWords(terms);
  if (forbidden.size === 0) return () => false;
  const beginnings = new RegExp([...forbidden.keys()].map((word) => escaped(word.split(' ')[0]!)).join('|'));
  return (text) => beginnings.test(text.toLowerCase());
}

/** Finds forbidden words in texts. Whole words count, whatever their case, in the singular and in the plural. */
export function wrongWordFinder(terms: readonly BindingTerm[]): (wording: Wording) => readonly WrongWord[] {
  const forbidden = forbiddenWords(terms);
  if (forbidden.size === 0) return () => [];
  const every = patternOf([...forbidden.keys(), ...preferredPhrases(terms)]);
  return ({ text, channels }) => wrongWords(text, channels, every, forbidden);
}

/** A word that is preferred as well is a contradiction of the Glossary, not a mistake of its readers. */
function forbiddenWords(terms: readonly BindingTerm[]): ReadonlyMap<string, BindingTerm> {
  const preferred = new Set(terms.map(({ value }) => plain(value.preferred)));
  const words = new Map<string, BindingTerm>();
  for (const term of terms) {
    for (const word of (term.value.forbidden ?? []).map(plain)) if (word !== '' && !preferred.has(word) && !words.has(word)) words.set(word, term);
  }
  return words;
}

/** A preferred phrase may hold a word that is forbidden by itself: "hub" and "hub manager". */
function preferredPhrases(terms: readonly BindingTerm[]): readonly string[] {
  return terms.flatMap(({ value }) => [value.preferred, ...Object.values(value.perChannel ?? {})]).map(plain).filter((word) => word !== '');
}

function wrongWords(text: string, channels: readonly string[], every: RegExp, forbidden: ReadonlyMap<string, BindingTerm>): readonly WrongWord[] {
  const found = new Map<string, WrongWord>();
  for (const [written] of text.matchAll(every)) {
    const word = [plain(written), plain(written).replace(/e$/, '')].find((each) => forbidden.has(each));
    if (word === undefined || found.has(word)) continue;
    const term = forbidden.get(word)!;
    if (!isItsWordIn(channels, written, term.value)) found.set(word, { written, term });
  }
  return [...found.values()];
}

/** In one channel a term may be called what it is not called elsewhere. */
function isItsWordIn(channels: readonly string[], written: string, { perChannel = {} }: Term): boolean {
  return channels.length > 0 && channels.every((channel) => Object.hasOwn(perChannel, channel) && plain(perChannel[channel]!) === plain(written));
}

/** Longer phrases are tried first, so that a phrase wins over a word in it. */
function patternOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${alternativesOf([...new Set(words)].sort(), 0)}(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
}

/**
 * What follows the first characters that some sorted words share. A common beginning is written once, because it is
 * compared once for each word otherwise: hundreds of phrases with one beginning would take seconds for one text.
 */
function alternativesOf(words: readonly string[], from: number): string {
  const first = words[0]!;
  const last = words.at(-1)!;
  let to = from;
  while (to < first.length && first.codePointAt(to) === last.codePointAt(to)) to += first.codePointAt(to)! > 0xffff ? 2 : 1;
  const shared = escaped(first.slice(from, to)).replaceAll(' ', '[\\s\\u00a0-]+');
  const longer = words.filter((word) => word.length > to);
  if (longer.length === 0) return shared;
  const branches = [...groupBy(longer, (word) => word.codePointAt(to)).values()].map((group) => alternativesOf(group, to));
  return `${shared}(?:${branches.join('|')}${longer.length < words.length ? '|' : ''})`;
}

/** A word without case, spacing and the s of the plural: the form in which words are compared. */
export function plain(word: string): string {
  const small = word.toLowerCase().replace(/[\s\u00a0-]+/g, ' ').trim();
  return /[^s]s$/.test(small) && small.length > 3 ? small.slice(0, -1) : small;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
