import { readFileSync, statSync } from 'node:fs';
import { fieldOf, type JsonValue } from '../../base/json.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** Where a job runs, and what it is about. */
export interface Surroundings {
  readonly host: 'github' | 'gitlab' | 'none';
  /** What is compared; absent outside of a pull request. */
  readonly pullRequest?: PullRequest;
  /** The file that GitHub shows beside the job. */
  readonly summary?: string;
}

/** The versions of a pull request, named as versions are. */
export interface PullRequest {
  /** The branch that it is to be merged into: the first of these names that stands for something in this clone. */
  readonly bases: readonly string[];
  /** Its last commit. */
  readonly head: string;
}

/** Reads from the environment which host runs the job. Whatever is read there names a version at most, and is refused where it cannot be one. */
export function readSurroundings({ environment }: Console): Surroundings {
  const said: Said = (name) => environment[name] || undefined;
  if (said('GITHUB_ACTIONS') === 'true') return onGithub(said);
  return said('GITLAB_CI') === 'true' ? onGitlab(said) : { host: 'none' };
}

/** A variable of the environment; one that is empty says nothing. */
type Said = (name: string) => string | undefined;

function onGithub(said: Said): Surroundings {
  const summary = said('GITHUB_STEP_SUMMARY');
  const event = fieldOf(readEvent(said('GITHUB_EVENT_PATH')), 'pull_request');
  const bases = [idIn(event, 'base'), branch(said('GITHUB_BASE_REF'))].flatMap((each) => each ?? []);
  if (bases.length === 0 && said('GITHUB_EVENT_NAME')?.startsWith('pull_request') === true) throw unknownBase('GITHUB_EVENT_PATH', 'GITHUB_BASE_REF');
  return { host: 'github', ...(bases.length === 0 ? {} : { pullRequest: { bases, head: idIn(event, 'head') ?? 'HEAD' } }), ...(summary === undefined ? {} : { summary }) };
}

/** The branch as it is now, else where the merge request has parted from it. With merged results, `HEAD` is none of its commits. */
function onGitlab(said: Said): Surroundings {
  const bases = [branch(said('CI_MERGE_REQUEST_TARGET_BRANCH_NAME')), said('CI_MERGE_REQUEST_DIFF_BASE_SHA')].flatMap((each) => each ?? []);
  if (bases.length === 0 && said('CI_PIPELINE_SOURCE') === 'merge_request_event') throw unknownBase('CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'CI_MERGE_REQUEST_DIFF_BASE_SHA');
  const head = said('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') ?? said('CI_COMMIT_SHA') ?? 'HEAD';
  return { host: 'gitlab', ...(bases.length === 0 ? {} : { pullRequest: { bases, head } }) };
}

/** By its full name, so that nothing else can be meant. */
function branch(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `refs/remotes/origin/${name}`;
}

/** A pull request that is not reviewed must not look like one that is ready. */
function unknownBase(...names: readonly string[]): Failure {
  return new Failure(exitCodes.unreadable, `This job belongs to a pull request, and neither \`${names.join('` nor `')}\` says what it is to be merged into. Name it with \`--base\`.`);
}

const largestEvent = 32 * 1024 * 1024;

/** What has started the job, as GitHub writes it down; of what people wrote there, nothing is looked at. */
function readEvent(path: string | undefined): JsonValue | undefined {
  try {
    return path === undefined || statSync(path).size > largestEvent ? undefined : (JSON.parse(readFileSync(path, 'utf8')) as JsonValue);
  } catch {
    return undefined;
  }
}

function idIn(event: JsonValue | undefined, side: 'base' | 'head'): string | undefined {
  const id = fieldOf(fieldOf(event, side), 'sha');
  return typeof id === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(id) ? id : undefined;
}
