import { expect, it } from 'vitest';
import { review } from '../../src/control/review.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';

const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n';

function team(id: string, status: string, rest = ''): string {
  return `apiVersion: waymark/v1\nkind: Team\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: ${id}\nfunction: service\n${rest}`;
}

const standing = { 'waymark.yaml': workspace, 'desk.yaml': team('desk', 'active'), 'shop.yaml': team('shop', 'draft') };
const gone = { 'waymark.yaml': workspace, 'shop.yaml': team('shop', 'draft') };

it.each<readonly [string, { readonly [path: string]: string }, string]>([
  ['nobody names it', gone, 'If it has another id now, that document names the old one: `aliases: [desk]`.'],
  ['two documents name it', { ...gone, 'a.yaml': team('front', 'active', 'aliases: [desk]\n'), 'b.yaml': team('back', 'active', 'aliases: [desk]\n') }, '`front` and `back` name it in their `aliases`, and it can have become one of them alone: leave it to that one.'],
  ['a document names it that was there before', { ...gone, 'shop.yaml': team('shop', 'active', 'aliases: [desk]\n') }, '`shop` names it in its `aliases`, and was there before as another document: give that one a new id, and this one the file.'],
])('what has left is told with the way out where %s', (_, after, way) => {
  const { objections } = review({ before: loadWorkspaceFrom(standing), after: loadWorkspaceFrom(after) }, { today: '2026-11-22' });
  const found = objections.filter(({ rule }) => rule === 'change/once-active-kept');
  expect(found.map(({ message, hint }) => [message, hint])).toEqual([['`team:desk` was `active` and has left the workspace.', expect.stringContaining(way) as string]]);
});
