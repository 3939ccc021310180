import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { changes, files, sound, told, type Replacement } from './harness.js';

const reword: Replacement = ['texts/refusal.md', 'We do not pay.', 'We pay in a year.'];
const approved = 'sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const message = 'message: {subject: We cannot pay, textFile: texts/refusal.md}';
const reasons = { 'texts/reasons.md': 'You may complain.\n' };

/** The only change between two versions, which differ by some edits of the second. */
function only(more: { readonly [path: string]: string }, ...edits: readonly Replacement[]): string {
  const list = diff(sound({ ...files(), ...reasons }), sound({ ...files(...edits), ...reasons, ...more }));
  expect(list).toHaveLength(1);
  return `${told(list)[0]}: ${list[0]!.message}`;
}

describe('words for customers that stand in a file', () => {
  it('are compared, though no document differs', () => {
    expect(only({}, reword)).toBe('message-text-changed journey:claim#refuse: The text of the `message` of step `refuse` in journey `claim`, in `texts/refusal.md`, says something else: `We do not pay.` is now `We pay in a year.`.');
  });

  it('are regulated in a step that is under a regime, and bind nobody in a draft', () => {
    const regulated: Replacement = ['journey.yaml', 'id: refuse, title', 'id: refuse, regulated: [conduct], title'];
    expect(told(diff(sound(files(regulated)), sound(files(regulated, reword))))).toEqual(['message-text-changed journey:claim#refuse regulated']);
    const draft: Replacement = ['journey.yaml', 'version: 1.0.0\nstatus: active', 'version: 0.1.0\nstatus: draft'];
    const gone: Replacement = ['journey.yaml', ', textFile: texts/refusal.md', ''];
    expect(told(diff(sound(files(draft)), sound(files(draft, gone))))).toEqual(['message-text-removed journey:claim#refuse']);
  });

  it('say the same in another file, or in the document itself', () => {
    const moved: Replacement = ['journey.yaml', 'textFile: texts/refusal.md', 'textFile: texts/no.md'];
    const { 'texts/refusal.md': text = '', ...rest } = files(moved);
    expect(told(diff(sound(files()), sound({ ...rest, 'texts/no.md': text })))).toEqual(['notation-changed journey:claim#refuse editorial']);
    expect(told(diff(sound(files()), sound({ ...rest, 'texts/no.md': 'We pay.' })))).toEqual(['message-text-changed journey:claim#refuse']);
    expect(told(diff(sound(files()), sound(rest)))).toEqual(['message-text-changed journey:claim#refuse']);
    const inPlace = (words: string): readonly string[] => told(changes(['journey.yaml', 'textFile: texts/refusal.md', `text: ${JSON.stringify(words)}`]));
    expect(inPlace(text)).toEqual(['notation-changed journey:claim#refuse editorial']);
    expect(inPlace('We pay.')).toEqual(['message-text-changed journey:claim#refuse']);
  });

  it('say the same with other line ends', () => {
    expect(diff(sound(files()), sound({ ...files(), 'texts/refusal.md': files()['texts/refusal.md']!.replaceAll('\n', '\r\n') }))).toEqual([]);
  });

  it('are followed where the step is renamed or moves, and where the journey differs otherwise', () => {
    expect(told(changes(reword, ['journey.yaml', 'id: refuse, title', 'id: say-no, aliases: [refuse], title'], ['journey.yaml', '{to: refuse}', '{to: say-no}']))).toEqual(['step-id-renamed journey:claim#say-no', 'message-text-changed journey:claim#say-no']);
    expect(told(changes(reword, ['journey.yaml', 'cycle: P3M', 'cycle: P2M']))).toEqual(['review-cycle-tightened journey:claim', 'message-text-changed journey:claim#refuse']);
  });

  it('are missed where their file is gone, and are no change where it never was there', () => {
    const { 'texts/refusal.md': _, ...rest } = files();
    expect(diff(sound(files()), sound(rest)).map((change) => change.message)).toEqual(['The text of the `message` of step `refuse` in journey `claim`, in `texts/refusal.md`, cannot be read any more.']);
    expect(diff(sound(rest), sound(rest))).toEqual([]);
  });

  it('show the line that differs from near the first letter that does', () => {
    const long = 'We are sorry that this takes so long, and we will come back to you as soon as we can, which is within';
    const made = (days: string): { readonly [path: string]: string } => ({ ...files(), 'texts/refusal.md': `Dear customer,\n${long} ${days}.\n` });
    expect(diff(sound(made('two days')), sound(made('two years')))[0]!.message).toContain('`...which is within two days.` is now `...which is within two years.`');
  });

  it('are shown from there in any other field too, at the beginning of a word or of a part in brackets', () => {
    const said = (from: string, to: string): string => diff(sound(files(['question.yaml', 'stages:\n', `description: ${from}\nstages:\n`])), sound(files(['question.yaml', 'stages:\n', `description: ${to}\nstages:\n`])))[0]!.message;
    const long = 'Whoever asks us something hears from us on the same day, by mail or by';
    expect(said(`${long} phone`, `${long} letter`)).toContain('was `...same day, by mail or by phone` and is now `...same day, by mail or by letter`.');
    expect(said('short', `${long} phone`)).toContain('was `short` and is now `Whoever asks us');
    const unbroken = 'a'.repeat(80);
    expect(said(`${unbroken}b`, `${unbroken}c`)).toContain(`was \`...${'a'.repeat(20)}b\` and is now \`...${'a'.repeat(20)}c\`.`);
  });

  it('show all that differs in a line, and say how many lines differ beside the one that is shown', () => {
    const made = (text: string): { readonly [path: string]: string } => ({ ...files(), 'texts/refusal.md': text });
    const said = (from: string, to: string): string => diff(sound(made(from)), sound(made(to)))[0]!.message;
    const mild = 'Dear customer, we have closed your order. It costs you nothing, and you can order again at any time. Call us free of charge.';
    const harsh = 'Dear customer, we closed your order. It costs you EUR 90, and you can never order again. Call us free of charge.';
    expect(said(`${mild}\n`, `${harsh}\n`)).toContain('`Dear customer, we have closed your order. It costs you nothing, and you can order again at any time. Call us free of charge.` is now `Dear customer, we closed your order. It costs you EUR 90, and you can never order again. Call us free of charge.`');
    expect(said(`${mild} And this stays as it has been for many years.\n`, `${harsh} And this stays as it has been for many years.\n`)).toContain('can never order again. Call us free of charge....`');
    expect(said('One\nTwo\nThree\nFour\n', 'Uno\nTwo\n')).toContain('says something else: `One` is now `Uno`, and 2 more lines are gone');
    expect(said('One\nTwo\n', 'Uno\nTwo\nThree\nFour\nFive\n')).toContain('`One` is now `Uno`, and 3 more lines are new');
    expect(said('One\nTwo\nThree\n', 'Uno\nDue\nThree\n')).toContain('`One` is now `Uno`, and 1 more line is gone and 1 more line is new');
    expect(said('One\nTwo\nThree\n', 'Two\n')).toContain('says less; `One` is gone, and 1 more line is gone');
    expect(said('Two\n', 'One\nTwo\nThree\nTwo\n')).toContain('says more: `One`, and 2 more lines are new');
    expect(said('One\nTwo\n', 'Two\nOne\n')).toContain('says the same in another order, from `Two` on');
    expect(said(`Old ${'x'.repeat(300)}\n`, `New ${'y'.repeat(300)}\n`)).toMatch(/`Old x+\.\.\.` \(and 67 more characters\) is now `New y+\.\.\.` \(and 67 more characters\)/);
  });

  it('are sentences where a measure computes something else, and what is written where the sentences would be too long', () => {
    const measured = (formula: string): ReturnType<typeof sound> => sound(files(['measure.yaml', /^formula:\n(?: .*\n)+/m.exec(files()['measure.yaml']!)![0], `formula: ${formula}\n`]));
    const among = (codes: string): string => `{count: cases, where: {any: [${codes}]}}`;
    const events = Array.from({ length: 40 }, (_, at) => `{event: something-long-has-happened-${at}}`).join(', ');
    expect(diff(measured('{count: cases}'), measured('{count: customers}')).find(({ kind }) => kind === 'kpi-formula-changed')!.message).toContain(' computes something else. Before: The number of ');
    expect(diff(measured(among(events)), measured(among(events.replace('-39', '-40')))).find(({ kind }) => kind === 'kpi-formula-changed')!.message).toMatch(/was `\.\.\.[^`]*-39"}]}}` and is now `\.\.\.[^`]*-40"}]}}`\.$/);
  });

  it('are part of a message, a step or a journey that is new', () => {
    const step: Replacement = ['journey.yaml', '  - id: payment\n', `      - {id: thank, title: We thank, lane: frontstage, channel: email, ${message}}\n  - id: payment\n`];
    for (const edit of [step, ['journey.yaml', 'message: {subject: We have it}', 'message: {subject: We have it, textFile: texts/refusal.md}'] as const]) {
      const [one, other] = [diff(sound(files()), sound(files(edit))), diff(sound(files()), sound(files(edit, ['texts/refusal.md', 'Dear customer', 'Dear friend'])))];
      expect(one.map(({ fingerprint }) => fingerprint).filter((each) => other.some(({ fingerprint }) => fingerprint === each))).toEqual([]);
    }
  });
});

describe('a text that the law asks for', () => {
  it('is another one when its file says something else, whatever digest stands beside it', () => {
    const other = { 'texts/reasons.md': 'You may not complain.\n' };
    expect(only(other)).toBe('disclosure-text-changed journey:claim#disclosures/reasons breaking regulated: The text of disclosure `reasons` in journey `claim`, in `texts/reasons.md`, says something else: `You may complain.` is now `You may not complain.`.');
    expect(only(other, ['journey.yaml', approved, approved.replace('9f', '00')])).toMatch(/^disclosure-text-changed .* regulated: The text of disclosure `reasons` .* `You may not complain.`/);
    expect(only({}, ['journey.yaml', approved, approved.replace('9f', '00')])).toMatch(/^disclosure-text-changed .* regulated: The `sha256`/);
  });

  it('is the same one in another file that says the same', () => {
    const move: Replacement = ['journey.yaml', 'texts/reasons.md', 'texts/why.md'];
    expect(only({ 'texts/why.md': reasons['texts/reasons.md'] }, move)).toMatch(/^notation-changed journey:claim#disclosures\/reasons editorial/);
    expect(only({ 'texts/why.md': 'No.' }, move)).toMatch(/^disclosure-text-changed .* breaking regulated: .* instead of in `texts\/reasons.md`/);
    expect(only({}, move)).toMatch(/^disclosure-text-changed .* breaking regulated: .* cannot be read any more\.$/);
  });

  it('is looked at in every language', () => {
    const translated: Replacement = ['journey.yaml', `${approved}, before: decide`, `${approved}, before: decide, translations: [{language: de, textFile: texts/reasons.de.md}]`];
    const made = (text: string): ReturnType<typeof sound> => sound({ ...files(translated), 'texts/reasons.de.md': text });
    expect(told(diff(made('Nein'), made('Ja')))).toEqual(['disclosure-text-changed journey:claim#disclosures/reasons breaking regulated']);
  });
});
