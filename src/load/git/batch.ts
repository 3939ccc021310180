/**
 * Reads what `git cat-file --batch` prints: for each question a line `<id> <type> <bytes>` with the content behind it, or the
 * question with a word such as `missing`. A question holds no line break, so the answers are told apart by their order.
 */

/** One answer; `undefined` stands for an object that is not there, or a name that means several. */
export type BatchAnswer = { readonly id: string; readonly type: string; readonly content: Buffer } | undefined;

/** The answers in the order of the questions. There are fewer when git stopped before its end. */
export function readBatch(out: Buffer): readonly BatchAnswer[] {
  const answers: BatchAnswer[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [, id, type, size] = /^([0-9a-f]{40}|[0-9a-f]{64}) (\w+) (\d+)$/.exec(out.toString('latin1', at, end)) ?? [];
    const next = size === undefined ? end + 1 : end + 2 + Number(size);
    if (next > out.length) break;
    answers.push(id === undefined ? undefined : { id, type: type!, content: out.subarray(end + 1, next - 1) });
    at = next;
  }
  return answers;
}
