import { askedAlways } from '../../../analysis/asked-always.js';
import { namedTexts } from '../../../analysis/named-texts.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { LossHere } from '../../target.js';
import { patternOf } from '../../text/codeowners.js';
import type { AskedFile } from './asked-files.js';
import { namesOf, nobodyNamed, type How } from './names.js';
import { isOwner, policyLosses } from './policy-losses.js';
import { sharedFiles } from './shared-files.js';
import { teamLosses } from './team-losses.js';
import { variantLosses } from './variant-losses.js';

/** What owners, texts, Policy and teams say and the lines do not. */
export function lossesOf(workspace: Workspace, files: readonly AskedFile[], how: How): readonly LossHere[] {
  const specs = [...new Set(files.flatMap((file) => file.specs))];
  return [
    ...specs.flatMap((spec) => ownerLost(workspace, spec, how)),
    ...textsLost(workspace, files, specs, how),
    ...policyLosses(workspace, files, how),
    ...teamLosses(workspace, files.flatMap(({ asked }) => asked.flatMap(({ approvers }) => approvers)), how.names),
    ...(how.forge === 'github' ? sharedFiles(workspace, files, how) : []),
    ...filesLost(files),
    ...variantLosses(workspace, files, how),
  ];
}

function ownerLost(workspace: Workspace, spec: Spec, { names }: How): readonly LossHere[] {
  if (spec.owner === '') return [];
  const byOwner = askedAlways(workspace, spec).filter(({ symbols }) => symbols.some((symbol) => isOwner(workspace, spec, symbol))).flatMap(({ approvers }) => approvers);
  const unnamed = byOwner.filter((approver) => namesOf(workspace, approver, names).length === 0);
  const lost = { subject: spec.coordinate, field: 'owner' };
  if (byOwner.length === 0) return [{ ...lost, reason: 'The Policy asks others than the owner about every change.', sort: 'limit' }];
  if (unnamed.length === byOwner.length) return [{ ...lost, reason: nobodyNamed(spec.owner) }];
  return unnamed.slice(0, 1).map(({ role }) => ({ ...lost, reason: nobodyNamed(role), inPart: true }));
}

/** Texts that are not there, and those about which nobody with a name is asked. */
function textsLost(workspace: Workspace, files: readonly AskedFile[], specs: readonly Spec[], { names }: How): readonly LossHere[] {
  const named = new Set(files.filter(({ asked }) => asked.some(({ approvers }) => approvers.some((approver) => namesOf(workspace, approver, names).length > 0))).map(({ path }) => path));
  return specs.flatMap((spec) => namedTexts(spec).filter(({ file }) => !named.has(file)).map(({ path, file }): LossHere => {
    const reason = workspace.texts.read(file) === undefined ? `There is no file \`${file}\` that can be read.` : `Nobody who is asked about \`${file}\` has a name on the code host.`;
    return { subject: spec.coordinate, field: path.filter((part) => typeof part === 'string').join('.'), at: path, reason };
  }));
}

/** Two files whose names differ only in signs that the forges do not read alike. */
function filesLost(files: readonly AskedFile[]): readonly LossHere[] {
  const shared = files.filter(({ path }) => files.some((other) => other.path !== path && patternOf(other.path) === patternOf(path)));
  return shared.flatMap(({ path, specs }) => specs.map(({ coordinate }): LossHere => ({ subject: coordinate, field: 'owner', inPart: true, reason: `No pattern tells \`${path}\` from ${listOf(quoted(shared.filter((other) => other.path !== path && patternOf(other.path) === patternOf(path)).map((other) => other.path)))}: rename one of them.` })));
}
