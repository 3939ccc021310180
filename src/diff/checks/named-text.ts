import { groupBy } from '../../base/groups.js';
import { fieldOf, valueAt, type JsonObject, type JsonValue } from '../../base/json.js';
import type { TextFile } from '../../model/text-files.js';
import type { Workspace } from '../../model/workspace.js';
import { isSameText } from '../changed-texts.js';
import type { Difference } from '../difference.js';
import { describeIn, told } from '../sentence.js';
import { whatBecameOf } from '../text-words.js';
import type { Check, CheckContext, Explained } from './check.js';

/** What customers read counts, wherever it is kept. */
export const namedText: Check = {
  id: 'named-text',
  summary: 'Words for customers in a file are compared as words: another file with the same words harms nobody, and other words in the same file are another text.',
  *judge(context) {
    const own = context.differences.filter(({ shape, field }) => wordFields[shape]?.includes(field) === true);
    for (const group of groupBy(own, ({ holder }) => JSON.stringify(holder.after)).values()) {
      const claims = group[0]!.shape === 'Message' ? wordsOfMessage(group) : group.filter(({ deed }) => deed === 'changed');
      if (claims.some(({ field }) => field === 'textFile')) yield explain(context, claims);
    }
  },
};

/** Fields that say what the words are, or where. */
const wordFields: { readonly [shape: string]: readonly string[] } = { Message: ['text', 'textFile'], Disclosure: ['textFile', 'sha256'], Translation: ['textFile', 'sha256'] };

/** Another file, or the words that stood here and now stand in a file, or the other way round. */
function wordsOfMessage(group: readonly Difference[]): readonly Difference[] {
  const deeds = group.map(({ deed }) => deed);
  const isMove = group.length === 2 && deeds.includes('added') && deeds.includes('removed');
  return isMove ? group : group.filter(({ field, deed }) => field === 'textFile' && deed === 'changed');
}

/** Where words are kept on one side, and what they are. */
interface Words {
  readonly file?: string;
  readonly sha256?: string;
  readonly content: TextFile | undefined;
  /** Of a file: what stands for what it says, also where it is too large to be read. */
  readonly digest?: string | undefined;
  readonly isTooLarge?: boolean;
}

function explain({ versions, pair }: CheckContext, claims: readonly Difference[]): Explained {
  const { holder, shape } = claims[0]!;
  const [was, is] = [wordsAt(versions.before, valueAt(pair.before.value, holder.before)), wordsAt(versions.after, valueAt(pair.after.value, holder.after))];
  const isSame = was.file !== undefined && is.file !== undefined ? isSameText(versions, was.file, is.file) : was.content?.text.trim() === is.content?.text.trim();
  const place = was.file === is.file ? placeOf(is) : `${placeOf(is)} instead of ${placeOf(was)}`;
  const outcome = isSame ? 'says the same' : outcomeOf(was, is);
  const isApprovedAnew = claims.some(({ field }) => field === 'sha256');
  const kind = isSame && !isApprovedAnew ? 'notation-changed' : shape === 'Message' ? 'message-text-changed' : 'disclosure-text-changed';
  return { claims, kind, message: `The text of ${describeIn(pair.after, holder.after)}, ${place}, ${outcome}.`, facts: { was: factOf(was), is: factOf(is) } };
}

/** Nobody can be shown a line of what is not read. */
function outcomeOf(was: Words, is: Words): string {
  if (!was.isTooLarge && !is.isTooLarge) return whatBecameOf(was.content, is.content);
  return is.isTooLarge || is.content !== undefined ? 'says something else, and nobody is shown what: a file of more than 1 MiB is not read' : 'cannot be read any more';
}

function wordsAt({ texts }: Workspace, holder: JsonValue | undefined): Words {
  const [file, text, sha256] = ['textFile', 'text', 'sha256'].map((field) => fieldOf(holder, field) as string | undefined);
  const approved = sha256 === undefined ? {} : { sha256 };
  if (file !== undefined) return { file, ...approved, content: texts.read(file), digest: texts.digest(file), isTooLarge: texts.isTooLarge(file) };
  return { ...approved, content: text === undefined ? undefined : { text, digest: '' } };
}

function placeOf({ file }: Words): string {
  return file === undefined ? 'here' : `in ${told(file)}`;
}

/** Of a file, its content is a fact: with other words it is another change. */
function factOf({ file, sha256, content, digest }: Words): JsonObject {
  const words: JsonObject = file === undefined ? { text: content?.text ?? null } : { file, content: digest ?? null };
  return sha256 === undefined ? words : { ...words, sha256 };
}
