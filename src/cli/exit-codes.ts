/** What the command's exit code says. Where several apply, the order of this list decides, from the last to the first. */
export const exitCodes = {
  /** Nothing to object to. */
  clean: 0,
  /** Generated files are not what they would be if they were generated now. */
  stale: 5,
  /** Approvals or evidence are missing. */
  demands: 4,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** A path, revision or workspace that cannot be opened, or nothing that matched. */
  unreadable: 3,
  /** Wrong usage or configuration. */
  usage: 2,
  /** A defect of Waymark itself. */
  defect: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The worst of several outcomes. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  const order = Object.values(exitCodes);
  return codes.reduce<ExitCode>((most, code) => (order.indexOf(code) > order.indexOf(most) ? code : most), exitCodes.clean);
}
