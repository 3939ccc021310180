/** Kinds of OpenSLO v1 that are written. */
export type OpenSloKind = 'Service' | 'SLO' | 'SLI' | 'AlertPolicy' | 'AlertCondition' | 'AlertNotificationTarget';

/** What an object says about itself. What is `undefined` is left out. */
export interface Metadata {
  readonly name: string;
  readonly displayName?: string | undefined;
  readonly labels?: { readonly [key: string]: string | readonly string[] | undefined };
  readonly annotations?: { readonly [key: string]: string | undefined };
}

/** An object of OpenSLO v1 as it is printed. */
export interface OpenSloObject {
  readonly apiVersion: 'openslo/v1';
  readonly kind: OpenSloKind;
  readonly metadata: Metadata;
  readonly spec: { readonly [field: string]: unknown };
}

export function objectOf(kind: OpenSloKind, metadata: Metadata, spec: OpenSloObject['spec']): OpenSloObject {
  return { apiVersion: 'openslo/v1', kind, metadata, spec };
}

/** The longest text that a description may be. */
const longestDescription = 1050;

/** True for a text that is too long for a description; cut off, its end would be missing without a word. */
export function isTooLong(description: string | undefined): boolean {
  return (description ?? '').length > longestDescription;
}

/** A description, where it fits. */
export function descriptionOf(description: string | undefined): string | undefined {
  return isTooLong(description) ? undefined : description;
}

/** A length of time as OpenSLO writes it: `P1M` is `1M`. `undefined` for what takes more than one unit, or seconds. */
export function shorthandOf(length: string | undefined): string | undefined {
  const [, dated, unit, timed, clock] = /^P(?:([1-9]\d*)([DWMY])|T([1-9]\d*)([HM]))$/.exec(length ?? '') ?? [];
  if (dated !== undefined) return `${dated}${/[DW]/.test(unit!) ? unit!.toLowerCase() : unit!}`;
  if (timed !== undefined) return `${timed}${clock!.toLowerCase()}`;
  return /^[1-9]\d*[mhdw]$/.test(length ?? '') ? length : undefined;
}
