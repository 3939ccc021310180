import { expect, it } from 'vitest';
import { newRepository, workspace } from '../support/git-repository.js';
import { waymark } from '../cli/harness.js';

const header = (id: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n`;
const claim = (more: string): string => `${header('claim')}training: [{audience: claims, material: "lms://claims-7", version: 7}]
stages: [{id: settle, title: Settle, steps: [{id: decide, title: We decide, lane: frontstage, type: decision, channel: phone${more}, end: success}]}]
`;
const variant = (data: string): string => `${header('claim-at')}extends: claim@^1\noverlay: [{op: set, path: stages.settle.steps.decide.feels, value: {to: calm}, reason: It is}${data}]\n`;

it('a variant in which more comes with a group of fields than in its base is told beside it', async () => {
  const stale = async (own: string): Promise<readonly string[]> => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'claim.yaml': claim(''), 'variant.yaml': variant('') });
    made.git('switch', '-qc', 'change');
    made.commit({ 'claim.yaml': claim(', data: {collects: [name], reuses: [plate]}'), 'variant.yaml': variant(own) });
    const { out } = await waymark(made.folder, ['review', '--format', 'json']);
    const { workspaces } = JSON.parse(out) as { readonly workspaces: readonly { readonly objections: readonly { readonly code: string; readonly subject: string }[] }[] };
    return workspaces[0]!.objections.filter(({ code }) => code === 'CHG-007').map(({ subject }) => subject);
  };
  expect(await stale('')).toEqual(['journey:claim']);
  expect(await stale(', {op: set, path: stages.settle.steps.decide.data.writes, value: [estimate], reason: It is}')).toEqual(['journey:claim', 'journey:claim-at']);
});
