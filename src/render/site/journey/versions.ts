import { count } from '../../../base/words.js';
import { isFor } from '../../audience.js';
import { html, prose, type Html } from '../html.js';
import { chip, list, type Tone } from '../layout.js';
import type { Page } from '../shown.js';
import type { SiteChange, SiteVersion } from '../site-input.js';

const tones: Readonly<Record<string, Tone>> = { breaking: 'bad', compatible: 'warn', editorial: 'plain' };

/** Every version, the newest first, with what it changed and who is said to have agreed. */
export function versionList(page: Page, document: string): Html | undefined {
  const versions = page.versionsOf(document).filter(({ access }) => isFor(page.site.audience, access));
  if (versions.length === 0) return page.withoutHistory === undefined || !page.sight.isInside ? undefined : html`<p class="note">${page.withoutHistory}</p>`;
  return html`<ol class="versions">${numbersOf(versions).map((commits) => html`<li>${told(page, commits)}</li>
`)}</ol>${unreadNotes(page, document)}`;
}

/** What cannot be read may be another version. Which files these are is told to those who may read them. */
function unreadNotes({ sight, unreadOf }: Page, document: string): readonly Html[] {
  const all = sight.isInside ? unreadOf(document) : [];
  const open = all.filter(({ words, access }) => isFor(sight.audience, access) && sight.mayRead(words));
  const hidden = open.length === all.length ? [] : ['There may be more versions, in files that cannot be read, or could not for a time, and are not named to these readers.'];
  return [...open.map(({ words }) => words), ...hidden].map((words) => html`<p class="note">${prose(words)}</p>`);
}

/** The commits of each number, the newest first; what came later under the same number is a commit more and no version. */
function numbersOf(versions: readonly SiteVersion[]): readonly (readonly SiteVersion[])[] {
  return versions.toReversed().reduce<SiteVersion[][]>((groups, version) => {
    const last = groups.at(-1);
    if (last?.[0]?.number === version.number) last.push(version);
    else groups.push([version]);
    return groups;
  }, []);
}

/** Days on which commits of one number differ stand at each of them: one by which a variant becomes another one with its base is not the first day of the number. */
function told(page: Page, commits: readonly SiteVersion[]): Html {
  const { number, status, days } = commits[0]!;
  const isAlike = commits.every((each) => each.days === days);
  const approvals = page.sight.isInside ? [...new Set(commits.flatMap((each) => each.approvals))].filter((text) => page.sight.mayRead(text)) : [];
  return html`<h3>${number} ${chip(status)}${isAlike && days !== undefined && html` <small>${prose(days)}</small>`}</h3>
${commits.map((each) => commit(page, each, !isAlike))}
${approvals.length > 0 && html`<details><summary>${count(approvals.length, 'approval')} on record</summary>${list(approvals.map(prose), 'approvals')}</details>`}`;
}

function commit(page: Page, { day, commit: id, author, event, level, regulated, days, changes }: SiteVersion, withDays: boolean): Html {
  const open = changesFor(page, changes);
  return html`<p class="muted">${event === undefined ? 'Changed' : event} on ${day}${page.sight.isInside && html` by ${author === '' ? 'nobody who is named' : author}`} <small>${id}${withDays && days !== undefined && html`, ${prose(days)}`}</small> ${level !== undefined && chip(level, tones[level] ?? 'plain')} ${regulated && chip('regulated', 'accent')}</p>
${open.length > 0 && html`<details><summary>${count(open.length, 'change')}</summary>${changeItems(open)}</details>`}`;
}

/** The changes that readers may know of. */
export function changesFor({ sight }: Page, changes: readonly SiteChange[]): readonly SiteChange[] {
  return sight.isComplete ? changes : changes.filter(({ message }) => sight.mayRead(message));
}

const levels = ['breaking', 'compatible', 'editorial'];

/** Changes by how far they go, the furthest first. */
export function changeItems(changes: readonly SiteChange[]): Html {
  const groups = levels.map((level) => changes.filter((change) => change.level === level)).filter((group) => group.length > 0);
  return html`${groups.map((group) => html`<p class="level">${chip(group[0]!.level, tones[group[0]!.level])} <small>${count(group.length, 'change')}</small></p>
${list(group.map(({ regulated, message }) => html`<span>${prose(message)}</span> ${regulated && chip('regulated', 'accent')}`), 'changes')}`)}`;
}
