import { dayOfBase } from '../../audit/in-force.js';
import { printJson } from '../escape/json.js';
import { agreedFields, doubtFields, headFields, momentFields, versionFields } from '../past/json-fields.js';
import type { FieldTold, HistoryReporter, ToldVersion } from './history-results.js';

/** Every version once, for programs, the oldest first. `schemas/output/history.schema.json` describes it. */
export const json: HistoryReporter = {
  id: 'json',
  report(results) {
    const { spec, title, versions, field } = results;
    return printJson({
      ...headFields('waymark-history/1', results),
      spec,
      title,
      versions: versions.map(toldFields),
      ...doubtFields(results),
      field: field && { path: field.path, changes: field.changes.map(fieldFields) },
    });
  },
};

function fieldFields({ told, effective, before, after, base }: FieldTold): object {
  return { commit: told.version.moment.id, version: told.version.version, effective: effective && { from: effective.from, until: effective.until }, before, after, base: base && { spec: base.version.coordinate, version: base.version.version, commit: momentFields(base.version.moment), ...agreedFields(base) } };
}

function toldFields(told: ToldVersion): object {
  const { version, level, regulated, since, sinceReleased, counts, digests, announced, lapse } = told;
  return { ...versionFields(version), dayOfBase: dayOfBase(version), level, regulated, since: since && momentFields(since), sinceReleased: sinceReleased && momentFields(sinceReleased), counts, ...agreedFields(told), digests, announced: announced && { is: announced.is, from: announced.from, by: { commit: announced.by.moment.id, version: announced.by.version } }, expires: lapse && { day: lapse.day, agreement: lapse.agreement } };
}
