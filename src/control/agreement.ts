import type { Workspace } from '../model/workspace.js';
import type { Claim } from './claims.js';
import type { HostReport } from './host.js';
import { loginKey } from './logins.js';
import { isFirstAdoption, judgeOf, type Versions } from './versions.js';

/** Who has agreed to a change, and who wrote it. */
export interface Agreement {
  /** Who says so. */
  readonly source: 'host' | 'records';
  /** Logins, in small letters as hosts compare them, of those who agreed and did not write it. */
  readonly logins: ReadonlySet<string>;
  /** Those of them whom the judging teams know, each person once however many logins there are. At a first adoption, everybody counts. */
  readonly people: ReadonlySet<string>;
  /** Logins of all who wrote it, with every other login that the judging teams know of the same people. */
  readonly writers: ReadonlySet<string>;
  /** Approvals that do not count, because they were given to a commit at which something else stood, or that is not here to look at. */
  readonly elsewhere: readonly Elsewhere[];
  /** False where the judging teams do not know who opened it. */
  readonly isAuthorKnown: boolean;
}

/** An approval of a commit that is not what stands now, as far as can be told. */
export interface Elsewhere {
  /** In small letters. */
  readonly login: string;
  readonly commit: string;
  /** False where the commit, or the workspace at it, is not in this clone. */
  readonly isHere: boolean;
}

/**
 * Who has agreed, by the host's word alone. The latest word of each login counts. People are those whom the judging workspace knows:
 * a change cannot bring its own.
 *
 * @param covers - Whether what was agreed to at a commit is what stands at the last one.
 * @param isHere - Whether there is anything to look at for a commit.
 */
export function agreementOf(versions: Versions, { author, committers, approvals }: HostReport, covers: (commit: string) => boolean, isHere: (commit: string) => boolean = () => true): Agreement {
  const people = new People(judgeOf(versions));
  const counts = (login: string): boolean => isFirstAdoption(versions) || people.knows(login);
  const writers = new Set([author, ...committers].map((login) => people.behind(login)));
  const latest = new Map<string, HostReport['approvals'][number]>();
  for (const approval of approvals.toSorted(byMoment)) if (approval.state !== 'commented') latest.set(loginKey(approval.login), approval);
  const approved = [...latest].filter(([login, { state }]) => state === 'approved' && !writers.has(people.behind(login)));
  const logins = approved.filter(([, { commit }]) => covers(commit)).map(([login]) => login);
  return {
    source: 'host',
    logins: new Set(logins),
    people: new Set(logins.filter(counts).map((login) => people.behind(login))),
    writers: new Set([author, ...committers].flatMap((login) => people.loginsOf(login))),
    elsewhere: approved.filter(([login]) => !logins.includes(login)).map(([login, { commit }]) => ({ login, commit, isHere: isHere(commit) })),
    isAuthorKnown: people.knows(author),
  };
}

/** The earlier word first. Of two in one moment, an approval counts as the earlier: nobody can say that it was the last word. */
function byMoment(a: HostReport['approvals'][number], b: HostReport['approvals'][number]): number {
  return Date.parse(a.at) - Date.parse(b.at) || Number(b.state === 'approved') - Number(a.state === 'approved');
}

/** Who has agreed, where the Policy believes Records: those whom new Records name for just this set of changes. Who wrote it is not known. */
export function agreementByRecords(versions: Versions, claims: readonly Claim[]): Agreement {
  const people = new People(judgeOf(versions));
  const logins = claims.filter(({ isCurrent }) => isCurrent).flatMap(({ handles }) => handles.map((handle) => loginKey(handle)));
  return { source: 'records', logins: new Set(logins), people: new Set(logins.map((login) => people.behind(login))), writers: new Set(), elsewhere: [], isAuthorKnown: false };
}

/** Every login that the judging teams know of the person behind one, in small letters. Empty where they know nobody behind it. */
export function loginsBehind(versions: Versions, login: string): readonly string[] {
  const people = new People(judgeOf(versions));
  return people.knows(login) ? [...new Set(people.loginsOf(login))] : [];
}

/**
 * The people of some teams by their logins: one and the same for all logins of a person, in whichever teams they are. A team that is retired
 * tells which logins are one person's, and nobody speaks as one of its people.
 */
class People {
  readonly #known = new Map<string, string>();
  readonly #speaking = new Set<string>();

  constructor(judge: Workspace) {
    for (const { value, status } of judge.all('Team')) {
      for (const { id, handles = [] } of value.people ?? []) {
        const logins = handles.map((handle) => loginKey(handle));
        this.#add(`person ${id}`, logins);
        if (status !== 'retired') for (const login of logins) this.#speaking.add(login);
      }
    }
  }

  /** Whoever shares a login with somebody is that person. */
  #add(name: string, logins: readonly string[]): void {
    const same = new Set(logins.flatMap((login) => this.#known.get(login) ?? []));
    const shared = [...same][0] ?? `${name} ${logins[0] ?? ''}`;
    for (const [login, person] of this.#known) if (same.has(person)) this.#known.set(login, shared);
    for (const login of logins) this.#known.set(login, shared);
  }

  knows(login: string): boolean {
    return this.#speaking.has(loginKey(login));
  }

  /** Who stands behind a login. A stranger is the login. */
  behind(login: string): string {
    return this.#known.get(loginKey(login)) ?? loginKey(login);
  }

  loginsOf(login: string): readonly string[] {
    const person = this.behind(login);
    return [loginKey(login), ...[...this.#known].filter(([, each]) => each === person).map(([each]) => each)];
  }
}
