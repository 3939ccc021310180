import { spanIn } from '../../load/document.js';
import type { Edit } from '../../diff/change-kind.js';
import { edit, examplePromise } from '../example-texts.js';
import type { RangeStart } from '../accumulated.js';
import type { Bump } from '../bumps.js';
import type { GateFinding, GateRule } from '../gate-rule.js';
import { sinceWhen, wayOver } from '../range-words.js';

/** A version says what all changes since the last release mean. */
export const accumulatedRaised: GateRule = {
  id: 'change/accumulated-raised',
  code: 'CHG-018',
  summary: 'The version of a document is raised as far as all its changes since the last release ask for together.',
  rationale: 'Whoever goes from one release to the next sees one step, however many changes it was made of.',
  severity: 'error',
  remedy: 'version',
  serves: ['S4.M8.4', 'S2.M6.6'],
  examples: {
    valid: [{ title: 'The version was raised as far as it had to be', before: promiseAt('2.0.0'), released: releasedAs('2.0.0'), edits: warnEarlier('2.0.0', '2.1.0') }],
    invalid: [
      {
        title: 'The step before was a major one, and was told as a minor one',
        before: promiseAt('1.1.0'),
        released: releasedAs('1.1.0'),
        edits: warnEarlier('1.1.0', '1.2.0'),
        at: '1.2.0',
        message: 'Since the release, `sla:claim-settled` has gone from 1.0.0 to 1.2.0, and all of it together asks for a major step. Raise the version to 2.0.0.',
      },
    ],
  },
  *check({ accumulated }) {
    for (const { start, bumps } of accumulated) yield* bumps.map((bump) => findingOf(start, bump));
  },
};

function findingOf(start: RangeStart, { subject, spec, before, declared, step, needed, reasons }: Bump): GateFinding {
  const why = reasons[0]?.message;
  return { subject, message: `${sinceWhen(start)}, \`${subject}\` ${wayOver([before, declared])}, and all of it together asks for a ${step} step. Raise the version to ${needed}.`, ...(why === undefined ? {} : { hint: why }), span: spanIn(spec.document, ['version']) };
}

/** The promise as it stands on the branch, looser than it was released. */
function promiseAt(version: string): { readonly [path: string]: string } {
  return { 'promise.yaml': examplePromise.replace('within: 10d', 'within: 12d').replace('version: 1.0.0', `version: ${version}`) };
}

function releasedAs(version: string): readonly Edit[] {
  return [edit('promise.yaml', 'within: 12d', 'within: 10d'), edit('promise.yaml', `version: ${version}`, 'version: 1.0.0')];
}

function warnEarlier(from: string, to: string): readonly Edit[] {
  return [edit('promise.yaml', 'window: P1M', 'window: P1M\nwarnAt: 80'), edit('promise.yaml', `version: ${from}`, `version: ${to}`)];
}
