import { newRepository, workspace, type TestRepository } from '../../support/git-repository.js';

/** A team of a version, as it is written. */
export function team(id: string, version: string, status = 'active', title = 'Claims'): string {
  return `apiVersion: waymark/v1\nkind: Team\nid: ${id}\ntitle: ${title}\nversion: ${version}\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: ${id}\nfunction: service\n`;
}

/** A Record that says who agreed to a version. */
export function approval(id: string, subject: string): string {
  return `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: change\ndate: 2026-01-01\nby: [claims#lead]\nsubject: [${subject}]\nreason: A trial.\napprovals: [{role: claims#lead, person: ada, at: 2026-01-01}]\n`;
}

/** A branch that has released five versions and done much that releases none. */
export function sealedRepository(): TestRepository {
  const repository = newRepository();
  repository.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims', '1.0.0'), 'desk.yaml': team('desk', '0.1.0', 'draft') }, 'Begin');
  repository.commit({ 'claims.yaml': team('claims', '1.1.0', 'active', 'Claims desk'), 'change-1.yaml': approval('change-1', 'claims@1.1.0') }, 'Rename the team');
  repository.commit({ 'claims.yaml': null, 'teams/claims.yaml': `# moved\n${team('claims', '1.1.0', 'active', 'Claims desk')}` }, 'Move the file');
  repository.commit({ 'desk.yaml': team('desk', '1.0.0') }, 'Put the desk in force');
  repository.commit({ 'teams/claims.yaml': team('claims', '1.1.0', 'active', 'Claims office') }, 'Change it under the same version');
  repository.commit({ 'desk.yaml': null }, 'Delete the desk');
  return repository;
}
