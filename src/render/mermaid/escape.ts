import { isolated } from '../../base/bidi.js';

/**
 * The only place where a text becomes part of a Mermaid diagram. Mermaid has no quotation that holds in all its grammars; what holds is a
 * numeric entity for every character that any of them could obey. Newer versions may obey more, so what stays plain is listed, not
 * what is replaced. Characters beyond ASCII mean nothing to any of its grammars; those that keep a text in one piece are entities as well, so
 * that whoever reads the diagram as text sees them.
 */
const notPlain = /[^A-Za-z0-9 .,\u00a1-\u2067\u206a-\u{10ffff}]/gu;

/** Words that begin a line of their own meaning in charts whose labels begin a line. */
const keyword = /^(?:title|section|click|call|href|date|axis|tick|top|today|includes|excludes|inclusive|week|acc|vert|end|journey|gantt|participant|actor|create|destroy|note|loop|alt|else|opt|par|and|rect|critical|break|box|autonumber|activate|deactivate|link|properties|details|state|direction|class|style|hide|scale|as)/i;

/** What turns a chart, wherever it stands on a line: also between quotes. */
const turning = /d(?=irection +(?:TB|TD|BT|RL|LR))/gi;

/** What most texts are: words in which nothing has to be replaced. Telling it takes a fraction of looking for each thing that might. */
const plainWords = /^[A-Za-z0-9.,]+(?: [A-Za-z0-9.,]+)*$/;

/** A text as a label between quotes, or after a colon. Of an empty one a space stays, because Mermaid refuses none at all. */
export function label(text: string): string {
  if (plainWords.test(text)) return text.replace(turning, entity);
  const line = oneLine(text);
  return line === '' ? ' ' : withoutReadEntities(line.replace(notPlain, entity).replace(turning, entity));
}

/** A text as a label that begins its line: its first letter is written as an entity where it could begin a command. */
export function leadingLabel(text: string): string {
  const line = oneLine(text);
  return keyword.test(line) ? `${entity(line.charAt(0))}${label(line.slice(1)).trimEnd()}` : label(line).replace(/^(\d+)\./, '$1#46;');
}

/**
 * A name in the list of who takes part in a task. Mermaid measures and cuts these names before it reads entities, so that a cut could
 * fall inside of one: what cannot stand there gives way to the character that looks like it. What it would read as more than one character
 * is kept apart by a joiner that nobody sees: a comment, and quotes of an attribute, which it would change to single ones.
 */
export function nameInList(text: string): string {
  const line = oneLine(text).replace(/[#;,:{}]/g, (character) => lookAlikes[character]!).replaceAll('%%', '%\u2060%').replaceAll('="', '=\u2060"');
  return line === '' ? ' ' : withoutReadEntities(line);
}

const lookAlikes: { readonly [character: string]: string } = { '#': '\uff03', ';': '\u037e', ',': '\u201a', ':': '\u2236', '{': '\uff5b', '}': '\uff5d' };

/** Line breaks and other controls cannot be shown, and half a character cannot be written. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return printable.test(line) ? line : isolated(line).replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
}

/** Of these characters none has to be kept apart or left out. */
const printable = /^[ -~]*$/;

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}

/** Mermaid keeps entities in a spelling of its own while it reads; the same letters in a text must not be taken for it. */
function withoutReadEntities(text: string): string {
  return text.replaceAll('\ufb02\u00b0', '\ufb02\u2060\u00b0').replaceAll('\u00b6\u00df', '\u00b6\u2060\u00df');
}
