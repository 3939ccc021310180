import { openRepository } from './repository.js';

/** A name and an address as git has them. Anybody can write any, so they prove nothing. */
export interface GitPerson {
  readonly name: string;
  readonly email: string;
}

/** Who made commits, and for whom git works in this folder. */
export interface Writers {
  readonly commits: readonly GitPerson[];
  readonly here: GitPerson | undefined;
}

/**
 * Who wrote the commits from one to another, as they say it themselves, and who is at work here. Takes three processes.
 *
 * @param folder - Absolute folder in the repository.
 * @param base - Id of a commit. The other one is the one that is checked out.
 * @param isWork - Whether it is part of the work to change a file, by its path from the top: who changes only others has written nothing.
 * @returns Nobody where git cannot tell.
 */
export function writersSince(folder: string, base: string, isWork: (path: string) => boolean): Writers {
  const repository = openRepository(folder);
  if ('problem' in repository) return { commits: [], here: undefined };
  const log = repository.git.run(['log', '-z', '--no-mailmap', '--no-show-signature', '--no-renames', '--name-only', '--format=%x01%an%n%ae%n%cn%n%ce', `${base}..HEAD`, '--']);
  const settings = repository.git.run(['config', '-z', '--get-regexp', '^user\\.(name|email)$']);
  return { commits: log.code === 0 ? peopleIn(log.out.toString('utf8'), isWork) : [], here: settings.code === 0 ? personIn(settings.out.toString('utf8')) : undefined };
}

function peopleIn(log: string, isWork: (path: string) => boolean): readonly GitPerson[] {
  const all = log.split('\x01').flatMap((commit) => {
    const [people = '', ...files] = commit.split('\0');
    const [author = '', authorEmail = '', committer = '', committerEmail = ''] = people.split('\n');
    return files.map((file) => file.replace(/^\n/, '')).some((file) => file !== '' && isWork(file)) ? [{ name: author, email: authorEmail }, { name: committer, email: committerEmail }] : [];
  });
  return [...new Map(all.map((person) => [`${person.name}\0${person.email}`, person])).values()];
}

/** The last of several settings counts, as in git. */
function personIn(settings: string): GitPerson | undefined {
  const told = new Map(settings.split('\0').map((each) => [each.split('\n')[0]!, each.slice(each.indexOf('\n') + 1)]));
  const person = { name: told.get('user.name') ?? '', email: told.get('user.email') ?? '' };
  return person.name === '' && person.email === '' ? undefined : person;
}
