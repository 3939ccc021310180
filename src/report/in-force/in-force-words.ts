import { firstDay, versionName, type InForceRemark } from '../../audit/in-force.js';
import { listOf } from '../../base/words.js';
import { agreedWords, aheadWords, doubtWords, knownWords, recordedWords } from '../past/past-words.js';
import type { HeldThen, InForceResults, ShownResults } from './in-force-results.js';
import { closingOfNumber, numbered } from './numbered-words.js';

/** What is told before the spec itself, each a sentence. */
export function sentences(results: ShownResults): readonly string[] {
  const { held } = results;
  const [before, after] = 'found' in results ? [numbered(results), closingOfNumber(results)] : [standing(results), aboutTheDay(results)];
  return [...before, ...(held === undefined ? [] : heldSentences(held)), ...after, ...doubtWords(results)].filter((each) => each !== '');
}

function standing({ spec, title, asOf, answer }: InForceResults): readonly string[] {
  const { version } = answer;
  if (version === undefined) return [`${spec} (${title}): nothing was in force on ${asOf}. ${absenceWords(answer)}`];
  const name = version.version === undefined ? version.coordinate : `${version.coordinate} ${version.version}`;
  const days = version.effective === undefined ? `It says no days of its own, and counts from ${firstDay(version)}.` : `It says that it holds from ${version.effective.from}${version.effective.until === undefined ? '' : ` until ${version.effective.until}`}.`;
  const renamed = version.coordinate === spec ? '' : ` It is called ${spec} by now.`;
  return [`${name} (${version.title}) was in force on ${asOf}.${renamed}`, days, ...answer.remarks.filter(isLapse).map(({ message }) => message), recordedWords(version)];
}

/** What ends a promise is told beside its days. */
function isLapse({ kind }: InForceRemark): boolean {
  return kind === 'expired' || kind === 'expires';
}

function absenceWords({ absence, next, day }: InForceResults['answer']): string {
  const begins = next === undefined ? '' : `not in force until ${firstDay(next)}, when version ${versionName(next)} begins`;
  switch (absence) {
    case 'not-yet':
      return next === undefined ? 'It was announced, and withdrawn before it began.' : `It is ${begins}.`;
    case 'gap':
      return `What was in force before had ended by ${day}, and it is ${begins}.`;
    case 'ended':
      return 'It had ended by then: retired, gone, or past its last day.';
    case 'draft':
      return 'There was only a draft, which binds nobody.';
    default:
      return 'The branch held no version of it.';
  }
}

function heldSentences(held: HeldThen): readonly string[] {
  const { base, owner, approvals } = held;
  return [
    base === undefined ? '' : `It is a variant of ${base.id} ${base.version}${base.isFitting === undefined ? ': below is what holds after its overlay' : ', which its overlay does not fit: below is that base under its own header'}.`,
    owner === undefined ? '' : `Its owner was ${owner.title} (${owner.team})${owner.people.length === 0 ? '' : `: ${listOf(owner.people.map(({ role, person }) => `${person} as ${role}`))}`}.`,
    ...agreedWords(held, 'this version'),
    approvals.length === 0 ? '' : 'What Records claim is not verified: the code host knows who agreed.',
  ];
}

function aboutTheDay(results: InForceResults): readonly string[] {
  return [...results.answer.remarks.filter((each) => !isLapse(each)).map(({ message }) => message), ...nextSentence(results), ...knownSentences(results)];
}

function nextSentence({ answer: { version, next, nextOfBase } }: InForceResults): readonly string[] {
  const base = nextOfBase === undefined ? [] : [`With its base, ${nextOfBase.coordinate}, it becomes another one on ${firstDay(nextOfBase)}, when version ${versionName(nextOfBase)} of that takes over.`];
  return [...base, ...(version === undefined || next === undefined ? [] : [`Version ${versionName(next)} takes over on ${firstDay(next)}.`])];
}

/** What was known, and that nobody knows yet what will be merged. */
function knownSentences(results: InForceResults): readonly string[] {
  const { asOf, seen, knownUntil } = results;
  return [knownWords(results), aheadWords(asOf, seen, knownUntil)];
}
