import { tool } from '../tool.js';
import type { Artifact } from '../write-artifacts.js';

export type CiHost = 'github' | 'gitlab' | 'none';

/** The job that checks the workspace and reviews what changes it; a code host looks for it at the top of the repository. */
export function ciFiles(ci: CiHost): readonly Artifact[] {
  if (ci === 'github') return [{ path: '.github/workflows/waymark.yml', content: githubWorkflow() }];
  return ci === 'gitlab' ? [{ path: '.waymark.gitlab-ci.yml', content: gitlabJob() }] : [];
}

/** Nothing that a pull request brings is run: what is installed is told here, and before the files of the pull request are there. */
function githubWorkflow(): string {
  return `name: Journeys
on:
  pull_request:
  pull_request_review: {types: [submitted, dismissed]}
  push: {branches: [main]}
permissions: {contents: read, pull-requests: read}
jobs:
  journeys:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/setup-node@v4
        with: {node-version: 22}
      - name: Install this version, before anything of the pull request is here
        working-directory: \${{ runner.temp }}
        run: npm install --global --ignore-scripts waymark@${tool.version}
      - name: What GitHub knows of the pull request
        if: github.event.pull_request
        env:
          GH_TOKEN: \${{ github.token }}
          PULL: repos/\${{ github.repository }}/pulls/\${{ github.event.pull_request.number }}
        run: |
          cd "$RUNNER_TEMP"
          gh api "$PULL" > pull.json
          gh api --paginate "$PULL/reviews" > reviews.json
          gh api --paginate "$PULL/commits" > commits.json
          jq -n --arg host "\${GITHUB_SERVER_URL#https://}" --slurpfile event "$GITHUB_EVENT_PATH" \\
            --slurpfile pull pull.json --slurpfile reviews reviews.json --slurpfile commits commits.json '
            ($commits | add // []) as $commits
            | if ($commits | length) < $pull[0].commits then error("GitHub does not list all commits of so large a pull request") else . end
            | {
                format: "waymark-host/1", $host, repository: $pull[0].base.repo.full_name, pullRequest: $pull[0].number,
                base: $event[0].pull_request.base.sha, head: $event[0].pull_request.head.sha, author: $pull[0].user.login,
                committers: ([$commits[] | .author.login, .committer.login | select(. != null and . != "web-flow")] | unique),
                approvals: [
                  $reviews | add // [] | .[] | select(.user != null and .commit_id != null)
                  | {login: .user.login, commit: .commit_id, state: (.state | ascii_downcase | gsub("_"; "-")), at: .submitted_at}
                  | select(.state == ("approved", "changes-requested", "dismissed", "commented"))
                ]
              }' > host.json
      # All of the history: slices of a change are weighed together since the last release in the ledger, else since a document was first active.
      - uses: actions/checkout@v4
        with: {fetch-depth: 0, persist-credentials: false}
      - run: waymark ci --host "$RUNNER_TEMP/host.json"
      # Once \`targets\` in waymark.yaml says what is generated:
      # - run: waymark generate --check
`;
}

/** An approval counts for the version that the merge request had when it was given. */
function gitlabJob(): string {
  return `# Take this into .gitlab-ci.yml with: include: [{local: .waymark.gitlab-ci.yml}]
# WAYMARK_READ_TOKEN is a masked variable: a project access token with the scope read_api and the role Reporter.
journeys:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # All of the history: slices of a change are weighed together since the last release in the ledger, else since a document was first active.
  variables: {GIT_DEPTH: "0"}
  script:
    - cd "$(mktemp -d)"
    - npm install --global --ignore-scripts waymark@${tool.version}
    - apt-get -qq update && apt-get -qq --yes install jq
    - |
      if [ -n "$CI_MERGE_REQUEST_IID" ] && [ -n "$WAYMARK_READ_TOKEN" ]; then
        request="$CI_API_V4_URL/projects/$CI_MERGE_REQUEST_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID"
        ask() { curl --fail --silent --show-error --header "Authorization: Bearer $WAYMARK_READ_TOKEN" "$@"; }
        ask "$request" > request.json
        ask "$request/approvals" > approvals.json
        ask "$request/versions?per_page=100" > versions.json
        jq -n --arg path "$CI_MERGE_REQUEST_PROJECT_PATH" --arg iid "$CI_MERGE_REQUEST_IID" '{
          query: "query($path: ID!, $iid: String!) { project(fullPath: $path) { mergeRequest(iid: $iid) { committers(first: 100) { nodes { username } pageInfo { hasNextPage } } } } }",
          variables: {$path, $iid}
        }' > query.json
        ask --header "Content-Type: application/json" --data @query.json "$CI_SERVER_URL/api/graphql" > committers.json
        jq -n --arg host "$CI_SERVER_HOST" --arg repository "$CI_MERGE_REQUEST_PROJECT_PATH" --arg base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" \\
          --arg head "\${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-$CI_COMMIT_SHA}" --slurpfile request request.json \\
          --slurpfile approvals approvals.json --slurpfile versions versions.json --slurpfile committers committers.json '
          def seconds: capture("^(?<local>.{19})(?:\\\\.[0-9]+)?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})$")
            | (.zone | if . == "Z" then 0 else (.[1:3] | tonumber) * 3600 + (.[4:6] | tonumber) * 60 end) as $offset
            | (.local + "Z" | fromdateiso8601) + (if .zone[0:1] == "-" then $offset else -$offset end);
          $committers[0].data.project.mergeRequest.committers
          | if . == null or .pageInfo.hasNextPage then error("GitLab does not list all who have committed") else . end
          | {
              format: "waymark-host/1", $host, $repository, pullRequest: $request[0].iid, $base, $head, author: $request[0].author.username,
              committers: [.nodes[].username],
              approvals: [
                $approvals[0].approved_by[]
                | if .approved_at == null then error("This GitLab does not say when somebody approved") else . end
                | (.approved_at | seconds) as $at
                | {
                    login: .user.username, state: "approved", at: ($at | todate),
                    commit: ([$versions[0][] | select((.created_at | seconds) < $at)] | max_by(.created_at | seconds) | .head_commit_sha)
                  }
                | select(.commit != null)
              ]
            }' > host.json
      fi
    - if [ -s host.json ]; then WAYMARK_HOST="$PWD/host.json"; fi
    - cd "$CI_PROJECT_DIR"
    - waymark ci \${WAYMARK_HOST:+--host "$WAYMARK_HOST"}
    # Once \`targets\` in waymark.yaml says what is generated:
    # - waymark generate --check
  artifacts:
    when: always
    reports: {codequality: gl-code-quality-report.json}
`;
}
