import { isAbove } from '../../base/versions.js';
import { spanIn } from '../../load/document.js';
import type { Spec } from '../../model/spec.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';
import { isBesideOthers } from '../versions.js';

/** The branch that a change is meant for may have moved on, and taken the same version for something else. */
export const versionFree: GateRule = {
  id: 'change/version-free',
  code: 'CHG-014',
  summary: 'The version that a change gives to a document is not taken already on the branch that it is meant for.',
  rationale: 'Two contents under one version leave nobody able to say which of them was agreed to.',
  severity: 'error',
  remedy: 'version',
  serves: ['S2.M6.6'],
  examples: {
    valid: [{ title: 'The branch has taken another version', before: { 'promise.yaml': examplePromise }, edits: promiseLess, meanwhile: [edit('promise.yaml', 'within: 10d', 'within: 9d'), edit('promise.yaml', 'version: 1.0.0', 'version: 1.1.0')] }],
    invalid: [
      {
        title: 'The branch has taken the same version for something else',
        before: { 'promise.yaml': examplePromise },
        edits: promiseLess,
        meanwhile: [edit('promise.yaml', 'within: 10d', 'within: 14d'), edit('promise.yaml', 'version: 1.0.0', 'version: 2.0.0')],
        at: '2.0.0',
        message: '`sla:claim-settled` is 2.0.0 already on the branch that this is meant for, with other content.',
      },
    ],
  },
  *check({ versions, judge }) {
    const { before, after } = versions;
    if (judge === before || judge === after || isBesideOthers(versions)) return;
    for (const spec of after.specs) {
      const [declared, then, there] = [versionOf(spec), versionOf(before.find(spec.kind, spec.id)), versionOf(judge.find(spec.kind, spec.id))];
      if (declared === undefined || there === undefined || declared === then || there === then || isAbove(declared, there)) continue;
      yield {
        subject: spec.coordinate,
        message: `\`${spec.coordinate}\` is ${there} already on the branch that this is meant for, with other content.`,
        hint: `Take that branch in, then raise the version above ${there}.`,
        span: spanIn(spec.document, ['version']),
      };
    }
  },
};

/** An entry of a Directory has no version of its own. */
function versionOf(spec: Spec | undefined): string | undefined {
  return spec !== undefined && spec.directory === undefined && 'version' in spec.value ? spec.value.version : undefined;
}
