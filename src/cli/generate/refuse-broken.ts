import type { Diagnostic } from '../../base/diagnostic.js';
import { count } from '../../base/words.js';
import { documentPartOf, isActive } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { address } from '../../report/place.js';
import type { Rule } from '../../validate/rule.js';
import { dimensionsCarried } from '../../validate/rules/kpi/dimensions-carried.js';
import { innerPlaceExists } from '../../validate/rules/reference/inner-place-exists.js';
import { namesNoRole, roleFilled } from '../../validate/rules/reference/role-filled.js';
import { targetExists } from '../../validate/rules/reference/target-exists.js';
import { versionInRange } from '../../validate/rules/reference/version-in-range.js';
import { idsUnique, sharedIdsTwice } from '../../validate/rules/structure/ids-unique.js';
import { runRules } from '../../validate/run-rules.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { unmadeProblems, unreadProblems } from '../unread-documents.js';

/**
 * Refuses to write what would lack something without a word: what cannot be read, one of two things of one name, and what a name leads to that leads nowhere. A file that is no document of
 * Waymark is none of our business.
 */
export function refuseBroken(console: Console, root: string, workspace: Workspace, asOf: string): void {
  const unread = unreadProblems(workspace);
  if (unread.length > 0) throw refusal(console, unread, `${count(unread.length, 'place')} of \`${root}\` cannot be read`);
  const unmade = unmadeProblems(workspace);
  const unbuilt = Math.max(unmade.length, workspace.variants.filter(({ failures, problems }) => failures.length + problems.length > 0).length) + workspace.leftOut.length;
  if (unbuilt > 0) throw refusal(console, unmade, `${count(unbuilt, 'document')} of \`${root}\` cannot be put together`);
  const doubled = doubledIds(workspace, asOf);
  if (doubled.length > 0) throw refusal(console, doubled, `${count(doubled.length, 'id')} in \`${root}\` ${doubled.length === 1 ? 'stands' : 'stand'} for two things`);
  const lost = namesThatLeadNowhere(workspace, asOf);
  if (lost.length > 0) throw refusal(console, lost, `${count(lost.length, 'name')} in \`${root}\` ${lost.length === 1 ? 'leads' : 'lead'} nowhere`);
}

const most = 10;

/** Each place in a line of its own, as `waymark validate` names it. */
function refusal(console: Console, found: readonly Diagnostic[], what: string): Failure {
  for (const { span, message, hint } of found.slice(0, most)) console.warn(`${[...(span === undefined ? [] : [`${address(span)}:`]), message, ...(hint === undefined ? [] : [hint])].join(' ')}\n`);
  return new Failure(exitCodes.findings, `Nothing is written: ${what}, and what stands there would be missing in what is written. \`waymark validate\` tells all that is wrong.`);
}

/** The rules about names, and about the versions and attributes that are named, whatever the profile. That nobody acts in a role is no mistake in a name. */
const rulesAboutNames: readonly Rule[] = [targetExists, innerPlaceExists, versionInRange, { ...dimensionsCarried, preset: 'starter' }, { ...roleFilled, check: ({ workspace }) => namesNoRole(workspace) }];

/** Whatever their status: which of the two counts, a draft or what binds, is decided by the names of their files. */
function doubledIds(workspace: Workspace, asOf: string): readonly Diagnostic[] {
  const rule: Rule = { ...idsUnique, check: ({ workspace: whole }) => sharedIdsTwice(whole), checkJourneys: () => undefined };
  return runRules(workspace, [rule], asOf, {}).diagnostics.filter(({ rule: id, severity }) => id === rule.id && severity === 'error');
}

/** In what binds. A draft may name what is still to come, and a Record what has gone. */
function namesThatLeadNowhere(workspace: Workspace, asOf: string): readonly Diagnostic[] {
  const binding = new Set(workspace.specs.filter((spec) => isActive(spec) && spec.kind !== 'Record').map(({ coordinate }) => coordinate));
  return runRules(workspace, rulesAboutNames, asOf, {}).diagnostics.filter(({ rule, severity, subject }) => {
    const isAboutNames = rulesAboutNames.some(({ id }) => id === rule);
    return isAboutNames && severity === 'error' && subject !== undefined && binding.has(documentPartOf(subject));
  });
}
