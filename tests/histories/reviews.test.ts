import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildRepository } from '../../tools/example-histories/build-repository.js';
import { hostReports, type HostReportFile } from '../../tools/example-histories/host-reports.js';
import { exampleDomain, exampleHistories, exampleStates, type ExampleName } from '../../tools/example-histories/index.js';
import { waymark } from '../cli/harness.js';
import { newFolder } from '../support/git-repository.js';

const names = Object.keys(exampleHistories) as readonly ExampleName[];

it.each(names)('every commit of %s was ready to merge on its day, by the word of the host', async (name) => {
  const [folder, states] = [join(newFolder(), name), exampleStates(name)];
  const reports = hostReports(states, buildRepository(folder, states, exampleDomain[name]), exampleDomain[name]);
  const told: (readonly [title: string, code: number, firstLine: string])[] = [];
  for (const [at, report] of reports.entries()) {
    const { title, date } = states[at + 1]!.commit;
    const { code, out } = await reviewed(folder, report, date.slice(0, 10));
    told.push([title, code, out.split('\n')[0]!]);
  }
  expect(told).toEqual(told.map(([title]) => [title, 0, expect.stringMatching(/^(?:Ready to merge|Nothing has changed)/)]));
}, 60_000);

it.each(names)('without the host nobody takes a commit of %s for agreed that somebody has to agree to', async (name) => {
  const [folder, states] = [join(newFolder(), name), exampleStates(name)];
  const [before, after] = buildRepository(folder, states, exampleDomain[name]);
  const { code, out } = await waymark(folder, ['review', before!, after!, '--as-of', states[1]!.commit.date.slice(0, 10), '--no-color']);
  expect([code, out]).toEqual([4, expect.stringContaining('Who has agreed is not verified')]);
});

function reviewed(folder: string, report: HostReportFile, day: string): ReturnType<typeof waymark> {
  const file = join(newFolder(), 'host.json');
  writeFileSync(file, JSON.stringify(report));
  return waymark(folder, ['review', report.base, report.head, '--host', file, '--as-of', day, '--no-color']);
}
