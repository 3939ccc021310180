import { describe, expect, it } from 'vitest';
import { openTimeline, type Timeline } from '../../src/audit/timeline.js';
import { meaningOf } from '../../src/audit/version-changes.js';
import { workspace } from '../support/git-repository.js';
import { active, commits, followed, promise } from './past.js';

describe('how far a change of the past went', () => {
  it('is the same for every reader, also of a commit that is dated after the day on which one of them asks', () => {
    const made = commits(
      ['2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) }],
      ['2026-11-20', { 'one.yaml': promise('one', '2.0.0', active('2026-11-23'), '9d') }],
      ['2026-11-23', { 'one.yaml': `${promise('one', '2.1.0', active('2026-11-30'), '9d')}warnAt: 80\n` }],
    );
    const levels = ['2026-11-22', '2026-11-23', '2027-01-01', undefined].map((today) => {
      const found = followed(openTimeline(made.folder, undefined, today) as Timeline, 'one');
      return meaningOf(found, found.spec.versions.at(-1)!).level;
    });
    expect(levels).toEqual(['compatible', 'compatible', 'compatible', 'compatible']);
  });
});
