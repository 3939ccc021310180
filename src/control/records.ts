import type { Change } from '../diff/change.js';
import type { Spec } from '../model/spec.js';
import type { Bump } from './bumps.js';
import { isBesideOthers, judgeOf, type Versions } from './versions.js';

/** True for a change of a Record. */
export function isOfRecord({ subject }: Change): boolean {
  return subject.startsWith('record:');
}

/** Records that come with the change. One that stands there already says nothing of this change, even where it names the same version. */
export function newRecords(versions: Versions): readonly Spec<'Record'>[] {
  const { before, after } = versions;
  const countsAlone = judgeOf(versions) === after || isBesideOthers(versions);
  return after.all('Record').filter(({ id }) => before.find('Record', id) === undefined && (countsAlone || judgeOf(versions).find('Record', id) === undefined));
}

/** New Records that say why a document is changed: those of type `change` that name it in its new version. */
export function changeRecords(versions: Versions, spec: Spec, bumps: readonly Bump[]): readonly Spec<'Record'>[] {
  const name = nameWithVersion(spec, bumps);
  return newRecords(versions).filter(({ value }) => value.type === 'change' && value.subject.includes(name));
}

/** `motor-claim@2.3.0`, with the version that the document has once it is raised as far as it has to be. What has no versions has its id alone. */
export function nameWithVersion({ id, coordinate, directory, value }: Spec, bumps: readonly Bump[]): string {
  const low = bumps.find(({ subject, verdict }) => subject === (directory?.coordinate ?? coordinate) && (verdict === 'too-low' || verdict === 'lowered'));
  const version = low?.needed ?? ('version' in value ? value.version : undefined);
  return version === undefined ? id : `${id}@${version}`;
}
