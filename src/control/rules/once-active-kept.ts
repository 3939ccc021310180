import { listOf } from '../../base/words.js';
import { matchedSpecs } from '../../diff/match-specs.js';
import type { Spec } from '../../model/spec.js';
import { edit, examplePromise } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';
import type { Versions } from '../versions.js';

/** What was in force is kept, so that anybody can look up what held. */
export const onceActiveKept: GateRule = {
  id: 'change/once-active-kept',
  code: 'LIF-003',
  summary: 'A document that was once active stays in the workspace: what ends is retired and kept.',
  rationale: 'Whoever asks later what was promised, or by which rules, finds nothing where the document is gone.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S2.M6.6'],
  examples: {
    valid: [
      { title: 'A promise is retired and kept', before: { 'promise.yaml': deprecated() }, edits: [edit('promise.yaml', 'status: deprecated', 'status: retired')] },
      { title: 'A draft that nobody relied on is gone', before: { 'promise.yaml': examplePromise.replace('status: active', 'status: draft') }, edits: [gone(examplePromise.replace('status: active', 'status: draft'))] },
    ],
    invalid: [
      {
        title: 'A promise is deleted',
        before: { 'promise.yaml': examplePromise },
        edits: [gone(examplePromise)],
        at: '',
        message: '`sla:claim-settled` was `active` and has left the workspace.',
      },
      {
        title: 'A retired promise is deleted',
        before: { 'promise.yaml': deprecated().replace('status: deprecated', 'status: retired') },
        edits: [gone(deprecated().replace('status: deprecated', 'status: retired'))],
        at: '',
        message: '`sla:claim-settled` was `retired` and has left the workspace.',
      },
    ],
  },
  *check({ versions }) {
    for (const spec of matchedSpecs(versions.before)(versions.after).removed.filter(hasStanding)) {
      const was = standingOf(versions, spec);
      if (was !== undefined) yield { subject: spec.coordinate, message: `\`${spec.coordinate}\` was ${was} and has left the workspace.`, hint: `${backWords(spec)} ${namedWords(versions, spec)}` };
    }
  },
};

/** An entry of a Directory has no standing of its own to end in, and a Record has a rule of its own. */
function hasStanding(spec: Spec): boolean {
  return spec.directory === undefined && 'status' in spec.value;
}

/** What it was; `undefined` for a draft that was nothing else before, which nobody relied on. */
function standingOf({ releasedBefore }: Versions, { status, coordinate }: Spec): string | undefined {
  if (status !== 'draft') return `\`${status}\``;
  const last = releasedBefore?.(coordinate)?.spec;
  return last === undefined ? undefined : `\`${last.status}\` before it was put back to draft`;
}

function backWords({ status }: Spec): string {
  return status === 'retired' ? 'Put the file back where the workspace reads it.' : status === 'draft' ? 'Put the file back where the workspace reads it, as `retired`, so that it is told when it ended.' : 'Put the file back where the workspace reads it. What is to end becomes `deprecated` with a day and a successor, then `retired`, and stays.';
}

/** Which documents say that it is called otherwise now, and why that does not count. */
function namedWords({ before, after }: Versions, { id, kind }: Spec): string {
  const claimants = after.specs.filter((each) => each.kind === kind && 'aliases' in each.value && each.value.aliases?.includes(id) === true);
  const names = claimants.map((each) => `\`${each.id}\``);
  const [known] = claimants.filter(({ coordinate }) => before.specAt(coordinate) !== undefined);
  if (claimants.length > 1) return `${listOf(names)} name it in their \`aliases\`, and it can have become one of them alone: leave it to that one.`;
  if (known !== undefined) return `\`${known.id}\` names it in its \`aliases\`, and was there before as another document: give that one a new id, and this one the file.`;
  return `If it has another id now, that document names the old one: \`aliases: [${id}]\`.`;
}

function deprecated(): string {
  return examplePromise.replace('status: active', 'status: deprecated');
}

function gone(text: string): ReturnType<typeof edit> {
  return edit('promise.yaml', text, '');
}
