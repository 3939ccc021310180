import { describe, expect, it } from 'vitest';
import { understood } from '../render/support/real-mermaid.js';
import { newRepository } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark } from './harness.js';

const insurance = journeyTexts('insurance');
const parts = 'slas/motor-claim-parts.yaml';

/** The comment on a change of the example. */
async function commentOn(files: { readonly [path: string]: string }): Promise<string> {
  const repository = newRepository();
  const base = repository.commit(insurance);
  repository.git('checkout', '-q', '-b', 'proposal');
  const head = repository.commit(files);
  const { out } = await waymark(repository.folder, ['review', base, head, '--format', 'markdown', '--as-of', '2026-11-20']);
  return out;
}

const fencesIn = (comment: string): readonly string[] => [...comment.matchAll(/^```mermaid\n(.*?)^```$/gms)].map(([, text]) => text!);

describe('the comment on a pull request', () => {
  it('shows the journeys whose promise breaks, as the real Mermaid reads it, each base before its variants', async () => {
    const comment = await commentOn({ [parts]: insurance[parts]!.replace('within: 30h, percent: 98', 'within: 60h, percent: 98') });
    const pictures = await Promise.all(fencesIn(comment).map((text) => understood(text)));
    expect(pictures.map(({ accTitle }) => accTitle)).toEqual(['Motor claim from first notice to payment: change', 'Motor claim, Austria: change']);
    expect(pictures[0]!.things.map(({ label }) => label).filter((label) => label.startsWith('!')).length).toBeGreaterThan(3);
    expect(comment).toContain('<summary>motor-claim-at</summary>');
  });

  it('shows nothing where no journey looks otherwise', async () => {
    expect(await commentOn({ 'policy/glossary.yaml': insurance['policy/glossary.yaml']!.replace(/^title: .*$/m, 'title: Words of the claims') })).not.toContain('mermaid');
  });

  it('names the journeys for which there is no room', async () => {
    const journey = insurance['journeys/motor-claim.yaml']!;
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`journeys/extra-${index}.yaml`, journey.replace(/^id: motor-claim$/m, `id: extra-${index}`)]));
    const repository = newRepository();
    const base = repository.commit({ ...insurance, ...many });
    repository.git('checkout', '-q', '-b', 'proposal');
    const head = repository.commit({ [parts]: insurance[parts]!.replace('within: 30h, percent: 98', 'within: 60h, percent: 98') });
    const { out } = await waymark(repository.folder, ['review', base, head, '--format', 'markdown', '--as-of', '2026-11-20']);
    expect(out.length).toBeLessThan(65_000);
    expect(fencesIn(out).length).toBeGreaterThan(0);
    expect(out).toMatch(/There is no room here for .*, and \d+ more|There is no room here for .* and \d+ more/);
  });
});
