import { describe, expect, it } from 'vitest';
import { examplePromise, policyAsking, promiseLess } from '../../src/control/example-texts.js';
import { review } from '../../src/control/review.js';
import { isFirstAdoption, judgeOf, type Versions } from '../../src/control/versions.js';
import { withEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';

type Files = { readonly [path: string]: string };

const strict = { ...exampleFiles, 'policy.yaml': policyAsking('  breaking: {all: [compliance]}\n'), 'promise.yaml': examplePromise };
const lax = { ...exampleFiles, 'policy.yaml': policyAsking('  breaking: {any: 1, from: [peer]}\n'), 'promise.yaml': examplePromise };
const { 'policy.yaml': _, ...lawless } = strict;

function versions(before: Files, after: Files, judge?: Files): Versions {
  return { before: workspaceOf(before), after: workspaceOf(after), ...(judge === undefined ? {} : { judge: workspaceOf(judge) }) };
}

/** Who is asked about the promise. */
function askedBy(given: Versions): readonly string[] {
  const { answers } = review(given, { today: exampleDay });
  return [...new Set(answers.filter(({ demand }) => demand.subject === 'sla:claim-settled').map(({ demand }) => demand.approver))].sort();
}

describe('who judges', () => {
  it('is the earlier version, whatever Policy comes with the change', () => {
    expect(askedBy(versions(strict, withEdits(lax, promiseLess)))).toEqual(['compliance']);
  });

  it('is the earlier version where the change deletes its Policy', () => {
    expect(askedBy(versions(strict, withEdits(lawless, promiseLess)))).toEqual(['compliance']);
  });

  it('is what kinds of changes ask for where the Policy is retired, whether it can be read or not', () => {
    const retired = (text: string): Files => ({ ...lax, 'policy.yaml': text.replace('status: active', 'status: retired') });
    for (const text of [lax['policy.yaml'], `${lax['policy.yaml']}profile: 7\n`]) {
      expect(askedBy(versions(retired(text), withEdits(retired(text), promiseLess)))).toEqual(askedBy(versions(lawless, withEdits(lawless, promiseLess))));
    }
  });

  it('asks compliance, as it is on the branch, before it ends or is weakened as a draft', () => {
    const text = policyAsking('  breaking: {all: [journey-owner]}\n  regulated: {all: [compliance]}\n');
    const asked = (was: string, is: string, path = 'policy.yaml'): boolean => review(versions({ ...exampleFiles, 'policy.yaml': text, [path]: was }, { ...exampleFiles, 'policy.yaml': text, [path]: is }), { today: exampleDay }).answers.some(({ demand }) => demand.approver === 'compliance');
    const [weak, directory] = [text.replace('  regulated: {all: [compliance]}\n', ''), exampleFiles['directory.yaml']!];
    const as = (status: string, policy: string): string => policy.replace('status: active', `status: ${status}`);
    expect([asked(text, as('retired', text)), asked(text, as('retired', weak)), asked(as('draft', text), as('draft', weak)), asked(as('draft', text), as('draft', `${text}description: Who decides.\n`))]).toEqual([true, true, true, false]);
    expect([asked(directory, directory.replace('payments: {', 'payments: {status: retired, '), 'directory.yaml'), asked(as('draft', directory), as('draft', directory.replace('handles: [b-roth]', 'handles: [mallory]')), 'directory.yaml')]).toEqual([true, true]);
  });

  it('is the Policy and the teams that the branch has, whatever day they say, and that is told', () => {
    const far = (text: string): string => text.replace(/(status: active\n)(?:effective: .*\n)?/, '$1effective: {from: 2099-01-01}\n');
    const put: Files = { ...strict, 'policy.yaml': far(strict['policy.yaml']), 'directory.yaml': far(exampleFiles['directory.yaml']!) };
    expect(put).not.toEqual(strict);
    expect(askedBy(versions(put, withEdits(put, promiseLess)))).toEqual(['compliance']);
    const people = review(versions(put, withEdits(put, promiseLess)), { today: exampleDay }).answers.flatMap(({ demand }) => demand.approvers.flatMap((approver) => approver.people.map(({ id }) => id)));
    expect(people).toEqual(['payments/b-roth']);
    const remarks = (before: Files, after: Files): readonly string[] => review(versions(before, after), { today: exampleDay }).objections.filter(({ code, severity }) => code === 'CHG-013' && severity === 'info').map(({ message }) => message);
    const [ofPolicy, ofTeams] = ['`policy:default` says that it holds from 2099-01-01 on. Changes are judged by it as soon as it is merged.', `\`directory:${/^id: (.*)$/m.exec(put['directory.yaml']!)![1]!}\` says that it holds from 2099-01-01 on. The people of its teams agree to changes as soon as it is merged.`];
    expect(remarks(strict, put)).toEqual(expect.arrayContaining([ofPolicy]));
    expect(remarks(put, { ...put, 'policy.yaml': put['policy.yaml']!.replace('breaking: {all: [compliance]}', 'breaking: {all: [journey-owner]}') })).toEqual([ofPolicy]);
    expect(remarks(put, { ...put, 'directory.yaml': put['directory.yaml']!.replace('handles: [b-roth]', 'handles: [b-roth, roth]') })).toEqual([ofTeams]);
    expect(remarks({}, put)).toEqual(expect.arrayContaining([ofPolicy]));
    expect(remarks(strict, withEdits(strict, promiseLess))).toEqual([]);
  });

  it('is nobody of a team that is retired, and whoever that team turns to where there is somebody', () => {
    const people = (files: Files): readonly (readonly string[])[] => review(versions(files, withEdits(files, promiseLess)), { today: exampleDay }).answers.flatMap(({ demand }) => demand.approvers.map(({ people: each }) => each.map(({ id }) => id)));
    const retired = (more: string): Files => ({ ...strict, 'directory.yaml': exampleFiles['directory.yaml']!.replace('payments: {title: Payments,', `payments: {title: Payments, status: retired,${more}`) });
    expect(people(strict)).toEqual([['payments/b-roth']]);
    expect(people(retired(''))).toEqual([[]]);
    expect(people(retired(' escalatesTo: claims#lead,'))).toEqual([['claims/a-huber']]);
  });

  it('is what kinds of changes ask for where there was no Policy, and never the one that comes', () => {
    expect(askedBy(versions(lawless, withEdits(lax, promiseLess)))).toEqual(askedBy(versions(lawless, withEdits(lawless, promiseLess))));
    expect(askedBy(versions(lawless, withEdits(lax, promiseLess)))).not.toEqual(['peer']);
  });

  it('is the branch as it is now where that has moved on', () => {
    expect(askedBy(versions(lax, withEdits(lax, promiseLess), strict))).toEqual(['compliance']);
  });

  it('is nobody before the first workspace, and the first one for every other', () => {
    const first = versions({}, lax);
    expect([isFirstAdoption(first), judgeOf(first) === first.after]).toEqual([true, true]);
    const second = versions({}, lax, strict);
    expect([isFirstAdoption(second), judgeOf(second) === second.judge]).toEqual([false, true]);
    expect(review(second, { today: exampleDay }).objections.filter(({ code }) => code === 'CHG-015')).toEqual([]);
  });

  it('lets what is adopted first have held for long, and nothing in a workspace that is new beside others', () => {
    const backdated = (given: Versions): readonly string[] => review(given, { today: exampleDay }).objections.filter(({ code }) => code === 'CHG-013').map(({ subject }) => subject ?? '');
    expect(backdated(versions({}, lax))).toEqual([]);
    expect(backdated(versions({}, lax, strict))).toContain('sla:claim-settled');
  });

  it('stays the same where the workspace is called otherwise, which is one change of it', () => {
    const renamed = { ...strict, 'waymark.yaml': exampleFiles['waymark.yaml']!.replace(/^id: .*$/m, 'id: renamed') };
    const told = (given: Versions): readonly string[] => [...new Set(review(given, { today: exampleDay }).changes.map(({ kind, subject }) => `${kind} ${subject}`))];
    expect(told(versions(strict, renamed))).toEqual(['workspace-id-renamed workspace:renamed']);
    expect(told(versions(strict, renamed, withEdits(strict, promiseLess)))).toEqual(['workspace-id-renamed workspace:renamed']);
    expect(review(versions(strict, renamed, withEdits(strict, promiseLess)), { today: exampleDay }).objections.filter(({ code }) => code === 'CHG-014')).toEqual([]);
    expect(askedBy(versions(strict, withEdits(renamed, promiseLess)))).toEqual(['compliance']);
  });

  it('stays the same where every file moves to another folder', () => {
    const moved = Object.fromEntries(Object.entries(withEdits(lax, promiseLess)).map(([path, text]) => [path === 'waymark.yaml' ? path : `moved/${path}`, text]));
    expect(askedBy(versions(strict, moved))).toEqual(['compliance']);
  });
});
