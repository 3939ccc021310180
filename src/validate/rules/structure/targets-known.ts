import { posix } from 'node:path';
import { resolveOptions } from '../../../analysis/settings.js';
import { targetSettings } from '../../../analysis/target-settings.js';
import { isQuiet } from '../../../base/paths.js';
import { didYouMean } from '../../../base/words.js';
import type { Coordinate } from '../../../base/diagnostic.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { GeneratedTarget } from '../../../schema/kinds/workspace.js';
import type { Finding, Rule } from '../../rule.js';

const declaring = (targets: string): { readonly [path: string]: string } => ({ 'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: example\ntitle: Example\ntargets:\n${targets}` });

/** What `waymark.yaml` wants to be generated and cannot be. */
export const targetsKnown: Rule = {
  id: 'structure/targets-known',
  code: 'STR-020',
  summary: 'Each entry of `targets` names a target that there is, settings that it has, a folder of its own that may be written into, and in `accept` documents that there are.',
  rationale: 'What cannot be generated is missing in the systems that run on it, and nobody notices before the next run.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['all'],
  examples: {
    valid: [{ title: 'A target twice, each with a folder of its own', files: declaring('  - {id: typescript, out: ../portal/src}\n  - {id: browser, target: typescript, out: ../web/src, options: {imports: bare}}\n') }],
    invalid: [
      {
        title: 'The target is misspelt',
        files: declaring('  - {id: portal, target: typescrpt, out: ../portal/src}\n'),
        at: 'typescrpt',
        message: 'There is no target `typescrpt`, which `portal` in `targets` names.',
      },
      {
        title: 'The target has no such setting',
        files: declaring('  - {id: typescript, out: ../portal/src, options: {impots: bare}}\n'),
        at: 'bare',
        message: 'The setting `impots` of `typescript` in `targets` cannot be used: `typescript` has no setting `impots`. Did you mean `imports`? It has `imports`.',
      },
      {
        title: 'The setting cannot be that',
        files: declaring('  - {id: typescript, out: ../portal/src, options: {imports: jsx}}\n'),
        at: 'jsx',
        message: 'The setting `imports` of `typescript` in `targets` cannot be used: `jsx` is none of `js`, `ts` and `bare`.',
      },
      {
        title: 'Programs are run from the folder',
        files: declaring('  - {id: typescript, out: ../.git/hooks}\n'),
        at: '../.git/hooks',
        message: 'The folder `../.git/hooks` of `typescript` in `targets` is one in which programs look for what they run.',
      },
      {
        title: 'Two entries of one target in one folder',
        files: declaring('  - {id: typescript, out: ../portal/src}\n  - {id: again, target: typescript, out: ../portal/./src/}\n'),
        at: '../portal/./src/',
        message: '`typescript` and `again` in `targets` write the same files into one folder.',
      },
      {
        title: 'What is accepted is about a document that there is not',
        files: declaring('  - {id: zendesk, out: ../desk, accept: [{subject: sla:reply, reason: Nobody writes to us there}]}\n'),
        at: 'sla:reply',
        message: 'There is no `sla:reply`, of which `zendesk` in `targets` accepts that something is lost.',
      },
    ],
  },
  *check({ workspace, above }) {
    const { root } = workspace;
    const entries = root?.value.targets ?? [];
    for (const [index, entry] of entries.entries()) {
      yield* targetFindings(root!, entry, index);
      yield* acceptFindings(workspace, entry, index);
      yield* folderFindings(root!, entries, index, above);
    }
  },
};

function* targetFindings(root: Spec<'Workspace'>, { id, target, options = {} }: GeneratedTarget, index: number): Iterable<Finding> {
  const name = target ?? id;
  if (!Object.hasOwn(targetSettings, name)) {
    const near = didYouMean(name, Object.keys(targetSettings));
    const hint = `${near} \`waymark generate --list\` prints the targets; a generator of your own is named on the command line with --generator.`.trim();
    yield { at: { spec: root, path: ['targets', index, target === undefined ? 'id' : 'target'] }, severity: 'warning', message: `There is no target \`${name}\`, which \`${id}\` in \`targets\` names.`, hint };
    return;
  }
  const resolved = resolveOptions({ id: name, options: targetSettings[name]! }, options);
  for (const { option, problem } of 'problems' in resolved ? resolved.problems : []) {
    yield { at: { spec: root, path: ['targets', index, 'options', option] }, message: `The setting \`${option}\` of \`${id}\` in \`targets\` cannot be used: ${problem}`, hint: 'Correct it, or leave it out: then what holds by default is written.' };
  }
}

/** That a loss occurs no longer is told by whoever writes the files. */
function acceptFindings({ root, specAt }: Workspace, { id, accept = [] }: GeneratedTarget, index: number): readonly Finding[] {
  return accept.flatMap(({ subject }, number) => (specAt(subject as Coordinate) === undefined ? [{ at: { spec: root!, path: ['targets', index, 'accept', number, 'subject'] }, severity: 'warning' as const, message: `There is no \`${subject}\`, of which \`${id}\` in \`targets\` accepts that something is lost.`, hint: 'Take the entry out, or write the document as `waymark generate` names it.' }] : []));
}

/** `above` is how many folders of the repository lie above that of the workspace, where that is known. */
function* folderFindings(root: Spec<'Workspace'>, entries: readonly GeneratedTarget[], index: number, above = Infinity): Iterable<Finding> {
  const { id, target = id, out } = entries[index]!;
  const at = { spec: root, path: ['targets', index, 'out'] };
  const folder = folderOf(out);
  const other = entries.slice(0, index).find((each) => (each.target ?? each.id) === target && folderOf(each.out) === folder);
  if (isQuiet(folder)) yield { at, message: `The folder \`${out}\` of \`${id}\` in \`targets\` is one in which programs look for what they run.`, hint: 'Name another one, or name it on the command line with --out.' };
  if (folder.split('/').filter((name) => name === '..').length > above) yield { at, message: `The folder \`${out}\` of \`${id}\` in \`targets\` lies outside of the repository.`, hint: 'Name a folder in it, or one on the command line with --out.' };
  if (other !== undefined) yield { at, message: `\`${other.id}\` and \`${id}\` in \`targets\` write the same files into one folder.`, hint: 'Give each a folder of its own.' };
}

function folderOf(out: string): string {
  return posix.normalize(`${out}/`);
}
