import { loginKey } from '../../control/logins.js';
import { listOf, shown } from '../../base/words.js';
import { agreementOf, loginsBehind } from '../../control/agreement.js';
import type { HostReport } from '../../control/host.js';
import { newRecords } from '../../control/records.js';
import { writersSince, type GitPerson } from '../../load/git/writers.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { ReviewedPair } from './run-review.js';

/**
 * Nobody agrees to what he or she wrote. Who wrote it is what the host says. Where it was not asked, git's own names are looked at:
 * anybody can write any name there, so that is a courtesy to who goes wrong by mistake, and guards nothing.
 *
 * @param base - Id of the commit from which on the change was written; absent where that is no commit.
 */
export function refuseWriters({ folder }: Console, reviewed: readonly ReviewedPair[], base: string | undefined, login: string, host: HostReport | undefined): void {
  if (host !== undefined) {
    if (reviewed.some(({ versions }) => agreementOf(versions, host, () => false).writers.has(loginKey(login)))) throw refusal(`The code host says that \`${shown(login)}\` wrote this, and nobody agrees to what he or she wrote.`);
    return;
  }
  const records = new Set(reviewed.flatMap(filesOfNewRecords));
  const { commits, here } = base === undefined ? { commits: [], here: undefined } : writersSince(folder, base, (path) => !records.has(path));
  const names = namesOf(reviewed, login);
  const own = commits.find((person) => callsOf(person).some((call) => names.has(call)));
  if (own !== undefined) throw refusal(`In git, ${tellOf(own)} wrote this, and that looks like \`${shown(login)}\`: nobody agrees to what he or she wrote. ${courtesy}`);
  if (here !== undefined && commits.some((person) => isSame(person, here))) throw refusal(`In git, ${tellOf(here)} wrote this and is at work here, and whoever wrote a change does not put on record that others agree. ${courtesy}`);
}

const courtesy = 'Git believes any name, so this guards nothing; where it is wrong, pass what the code host says with `--host`.';

function refusal(words: string): Failure {
  return new Failure(exitCodes.demands, words);
}

/** Files that hold new Records and nothing else: whoever writes those has not written the change. */
function filesOfNewRecords({ versions }: ReviewedPair): readonly string[] {
  const records = new Set(newRecords(versions).map(({ document }) => document));
  const others = new Set(versions.after.documents.filter((document) => !records.has(document)).map(({ source }) => source.uri));
  return [...records].map(({ source }) => source.uri).filter((uri) => !others.has(uri));
}

/** What a person may be called in git: by a login, or by the id in a team. */
function namesOf(reviewed: readonly ReviewedPair[], login: string): ReadonlySet<string> {
  const logins = new Set([loginKey(login), ...reviewed.flatMap(({ versions }) => loginsBehind(versions, login))]);
  const people = reviewed.flatMap(({ versions }) => [versions.before, versions.judge ?? versions.before]).flatMap((workspace) => workspace.all('Team')).flatMap(({ value }) => value.people ?? []);
  return new Set([...logins, ...people.filter(({ handles = [] }) => handles.some((handle) => logins.has(loginKey(handle)))).map(({ id }) => id)]);
}

/** `17+a-huber@users.git.example` is `a-huber`, and so is A Huber. */
function callsOf({ name, email }: GitPerson): readonly string[] {
  const local = email.toLowerCase().split('@')[0]!;
  return [local, local.slice(local.indexOf('+') + 1), name.toLowerCase(), name.toLowerCase().replaceAll(/[\s.]+/g, '-')].filter((call) => call !== '');
}

function isSame(one: GitPerson, other: GitPerson): boolean {
  return one.email !== '' && other.email !== '' ? one.email.toLowerCase() === other.email.toLowerCase() : one.name !== '' && one.name === other.name;
}

function tellOf({ name, email }: GitPerson): string {
  return listOf([shown(name), ...(email === '' ? [] : [`<${shown(email)}>`])].filter((each) => each !== '')).replace(' and ', ' ');
}
