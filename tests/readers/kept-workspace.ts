/** A workspace with a past, in which every document that is not public has a word in each of its texts that stands nowhere else. */
import { createHash } from 'node:crypto';
import { newRepository, type Files, type TestRepository } from '../support/git-repository.js';

/** Stands in every text of what is kept from the public, and in every id of it. */
export const secret = /zq/i;

/** What is promised behind the scenes, and all that can be reckoned from it. The public promise is one of 50 hours. */
export const secretTimes = /\b(?:1117m|1123m|1129m|18 h 37 min|18 h 43 min|18 h 49 min|31 h 23 min|31 h 17 min|31 h 11 min|left, |too long|[Pp]roved|[Vv]iolated)\b/;

const header = (kind: string, id: string, title: string, access: string, version = '1.0.0'): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${title}\nversion: ${version}\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n${access === '' ? '' : `access: ${access}\n`}`;

const open = [
  `${header('Team', 'desk', 'Desk', 'public')}function: service\nescalatesTo: zqteam\n`,
  `${header('Persona', 'buyer', 'Buyer', 'public')}type: customer\n`,
  `${header('System', 'portal', 'Portal', 'public')}type: web\nintegrations: [{to: zqvault, elements: [zqiban], latency: 1h}]\nemits: [{event: packed, caseKey: case}]\n`,
  `${header('Kpi', 'speed', 'Speed', 'public')}counterpart: zqkpi\nsource: [zqvault]\nunit: count\n`,
  `${header('Sla', 'money-back', 'Money back', 'public')}type: sla\nmetric: duration\nprovider: zqteam\nconsumer: customer\nescalation: zqteam#zqlead\nclock: {start: returns.pack.completed, stop: returns.refund.completed, cancel: [zqinner.zqstep.completed]}\ncalendar: 24x7\ntargets: [{within: 50h, percent: 90}, {persona: zqpersona, within: 1129m}]\n`,
  `${header('Sla', 'answered', 'Answered', 'public')}type: sla\nmetric: duration\nprovider: desk\nconsumer: customer\nclock: {start: returns.pack.completed, stop: returns.sort.started}\ncalendar: group/zqoffice\ntargets: [{within: 9h, percent: 90}]\n`,
  `${header('DataCatalog', 'open-data', 'Open data', 'public')}elements: [{id: parcel, title: Parcel, class: public, owner: zqteam, master: zqvault, retention: {period: P1Y, from: zq-closed}}]\n`,
];

const closed = (deal: string): readonly string[] => [
  `${header('Team', 'zqteam', 'Zq team', 'restricted')}function: zqfunction\ndescription: Zq words\nroles: [{id: zqlead, title: Zq lead}]\n`,
  `${header('Persona', 'zqpersona', 'Zq whale', 'confidential')}type: customer\nbackground: [Zq past]\ntier: {name: zqtier, rank: 1}\n`,
  `${header('System', 'zqvault', 'Zq  vault', 'restricted')}type: erp\nemits: [{event: zq-closed, caseKey: zqcase}, {event: zqpaid, caseKey: zqcase}]\n`,
  `${header('System', 'zqlater', 'Zq later', 'restricted').replace('2026-01-01', '2027-06-01')}type: erp\n`,
  `${header('System', 'zqended', 'Zq ended', 'restricted').replace('2026-01-01', '2025-01-01, until: 2026-02-01')}type: erp\n`,
  `${header('Kpi', 'zqkpi', 'Zq margin', 'restricted')}unit: count\nbaseline: {value: 1117}\noutcome: Zq outcome\n`,
  `${header('Calendar', 'zqhours', 'Zq hours', '')}timezone: UTC\nweekly: {mon: ["08:00-18:00"]}\nhorizon: {from: 2026-01-01, until: 2027-12-31}\n`,
  `${header('Sla', 'zqdeal', 'Zq deal', 'restricted')}type: ola\nmetric: duration\nprovider: zqteam\nconsumer: desk\nclock: {start: returns.pack.completed, stop: returns.refund.completed}\ncalendar: 24x7\ntargets: [{within: ${deal}, percent: 99}]\n`,
  `${header('DataCatalog', 'zqcatalog', 'Zq catalogue', 'confidential')}elements: [{id: zqiban, title: Zq account, class: confidential}]\npurposes: [{id: zqpurpose, title: Zq purpose}]\n`,
  `${header('Glossary', 'zqwords', 'Zq words', 'confidential')}statuses: [{code: zqstatus, preferred: Zq money is coming}]\n`,
  `${header('Directory', 'zqdirectory', 'Zq directory', 'restricted')}teams: {zqcrew: Zq crew}\nsystems: {zqledger: {title: Zq ledger, type: erp}}\n`,
  `${header('Policy', 'zqpolicy', 'Zq policy', 'restricted')}profile: standard\nregimes: [{id: conduct, title: Zq conduct}]\n`,
  `${header('Journey', 'zqinner', 'Zq inner', 'restricted')}parent: returns\nstages: [{id: zqstage, title: Zq stage, steps: [{id: zqstep, title: Zq step, lane: backstage, actor: zqteam, end: success}]}]\n`,
];

/** Broken on purpose, each in a way of its own: the label cannot be read, or not be trusted, and public documents name it. */
const broken: Files = {
  'closed/zqtypo.yaml': `${header('System', 'zqtypo', 'Zq typo', 'restricted')}tpye: erp\n`,
  'closed/zqlabel.yaml': `${header('System', 'zqlabel', 'Zq label', 'restrictd')}type: erp\n`,
  'closed/zqfield.yaml': `${header('System', 'zqfield', 'Zq field', '')}acess: restricted\ntype: erp\n`,
  'closed/zqtorn.yaml': `${header('System', 'zqtorn', 'Zq torn', 'restricted')}type: [erp\n`,
};

/** A calendar of another repository. */
const imported = `${header('Calendar', 'zqoffice', 'Zq office', 'restricted')}timezone: UTC\nweekly: {mon: ["08:00-18:00"]}\nhorizon: {from: 2026-01-01, until: 2027-12-31}\n`;

/** Each stands alone in its place, so that nothing else keeps it from being told. */
const alone = ['zqtypo', 'zqlabel', 'zqfield', 'zqtorn', 'zqledger', 'zqlater', 'zqended'];

const journey = (version: string, step: string, more: string): string => `${header('Journey', 'returns', 'Returning a thing', 'public', version)}personas: [zqpersona, buyer]\nslas: [money-back, answered]\nkpis: {primary: [zqkpi, speed]}\nregulated: [conduct]\ntechnicalOwner: zqteam#zqlead
stages:
- id: send
  title: Send it back
  owner: zqteam
  kpis: [zqkpi]
  raci: {consulted: [zqcrew], informed: [zqteam#zqlead]}
  steps:
  - {id: pack, title: Pack it, lane: customer, systems: [portal, zqvault], data: {collects: [parcel, zqiban]}, feels: {score: -1, persona: zqpersona}, showsStatus: [zqstatus], next: [{to: sort, sla: zqdeal, hands: [zqiban]}]}
  - {id: sort, title: ${step}, lane: backstage, actor: zqteam, journey: zqinner, ${more}next: alone-1}
${alone.map((system, index) => `  - {id: alone-${index + 1}, title: Alone ${index + 1}, lane: backstage, actor: desk, systems: [${system}], next: ${index + 1 < alone.length ? `alone-${index + 2}` : 'refund'}}\n`).join('')}  - {id: refund, title: Money comes back, lane: backstage, actor: desk, feels: {score: 2}, end: success}
`;

const turning = (id: string, access: string, version: string, words: string): string => `${header('Journey', id, words, access, version)}description: ${words}\nstages: [{id: ask, title: ${words}, steps: [{id: say, title: ${words}, lane: customer, end: success}]}]\n`;

const gone = `${header('Sla', 'zqgone', 'Zq gone', 'restricted')}type: ola\nmetric: duration\nprovider: desk\nconsumer: desk\nclock: {start: returns.sort.started, stop: returns.sort.completed}\ncalendar: 24x7\ntargets: [{within: 1123m, percent: 99}]\n`;

/** Four commits: a promise behind the scenes is deleted, another is changed, one journey is opened, and one is closed for a while. */
export function keptRepository(): TestRepository {
  const repository = newRepository();
  repository.commit({
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\norganisation: Shop\nimports: [{name: group, source: group/hours.yaml, version: ^1.0.0, integrity: ${createHash('sha256').update(imported).digest('hex')}}]\n`,
    'group/hours.yaml': imported,
    'open.yaml': open.join('---\n'),
    'closed/all.yaml': closed('1117m').join('---\n'),
    'closed/zqgone.yaml': gone,
    'returns.yaml': journey('1.0.0', 'Sort it', 'sla: zqgone, systems: [zqvault], '),
    'opened.yaml': turning('opened', 'restricted', '1.0.0', 'Zq before it was opened'),
    'closed-for-a-while.yaml': turning('turning', 'public', '1.0.0', 'Open at first'),
  });
  repository.commit({ 'closed/zqgone.yaml': null, 'closed/all.yaml': closed('1123m').join('---\n'), 'returns.yaml': journey('1.1.0', 'Sort it', ''), 'opened.yaml': turning('opened', 'public', '1.1.0', 'Open by now'), 'closed-for-a-while.yaml': turning('turning', 'restricted', '1.1.0', 'Zq for a while') });
  repository.commit({ ...broken, 'closed/all.yaml': closed('1129m').join('---\n').replaceAll('zqcrew', 'zqcrew2'), 'returns.yaml': journey('1.2.0', 'Sort it well', '').replace('zqcrew', 'zqcrew2'), 'closed-for-a-while.yaml': turning('turning', 'public', '1.2.0', 'Open again') });
  return repository;
}

/** The same with everything deleted that was kept from the public, though open documents still name it. */
export function deletedRepository(): TestRepository {
  const repository = keptRepository();
  repository.commit({ ...Object.fromEntries(Object.keys(broken).map((path) => [path, null])), 'closed/all.yaml': null });
  return repository;
}
